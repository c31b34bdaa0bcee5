/** After the timer every card that lives says what is stored; none ever went back; who asked was reminded once. */
import type { StoredWalk } from '../../cloud/walks';
import type { UpdatableActivity } from '../../emulator/wechat/updatable/types';
import { cardIn, type Record } from '../record';
import type { Facts } from './facts';

const shown: Readonly<{ [state in string]: number }> = { open: 0, started: 1, ended: 2, cancelled: 2 };

export function cards(facts: Facts, stored: StoredWalk, record: Record): readonly string[] {
  const given = new Set(facts.calls.flatMap((call) => cardIn(call)?.activityId ?? []));
  const own = new Set([...given, ...stored.cards.map(({ activityId }) => activityId)]);
  const ofWalk = record.cards.filter(({ activityId }) => own.has(activityId));
  const living = ofWalk.filter(({ expiresAt }) => expiresAt > record.now);
  return [
    ...living
      .filter(({ activityId }) => !stored.cards.some((card) => card.activityId === activityId))
      .map(({ activityId }) => `the card ${activityId} lives and is forgotten`),
    // Of an id that no card was sent with WeChat need not have heard anything.
    ...living.filter(({ cards: sent }) => sent.length > 0).flatMap((card) => says(card, stored)),
    ...living.flatMap((card) => drawn(card, stored, record)),
    ...ofWalk.flatMap((card) => onwards(card, record)),
    ...ofWalk.flatMap((card) => once(card, record)),
    ...ofWalk.flatMap((card) => reminders(card, stored, record)),
  ];
}

/** What WeChat was told last. Of a card that says its own words still, see below. */
function says({ activityId, state, history }: UpdatableActivity, stored: StoredWalk): readonly string[] {
  const expected = shown[stored.state] ?? 0;
  if (state !== expected) return [`the card ${activityId} is in state ${state}, the walk ${stored.state}`];
  if (state !== 0) return [];
  const members = String(Math.min(stored.roster.length, stored.places));
  return history
    .slice(-1)
    .flatMap(({ parameters: { member_count: count, room_limit: limit } }) =>
      count === members && limit === String(stored.places)
        ? []
        : [`the card ${activityId} was told ${count}/${limit}, stored are ${members}/${stored.places}`],
    );
}

/** As people see it in the chat. */
function drawn(
  { activityId }: UpdatableActivity,
  { roster, places, state }: StoredWalk,
  { messages }: Record,
): readonly string[] {
  const count = `${Math.min(roster.length, places)}/${places}`;
  return messages.flatMap((message) => {
    if (message.kind !== 'card' || message.updatable?.activityId !== activityId) return [];
    const text = message.look?.text ?? 'nothing';
    return state === 'open' && !text.includes(` ${count} `)
      ? [`a card in the chat says ${text}, stored are ${count}`]
      : [];
  });
}

/** WeChat takes no step back; where leases are as long as they say, nobody even asks for one. */
function onwards(
  { activityId, history }: UpdatableActivity,
  { tellings, history: { jumps } }: Record,
): readonly string[] {
  const states = history.map(({ state }) => state);
  const fell = states.some((state, index) => state < Math.max(0, ...states.slice(0, index)));
  let reached = 0;
  const back = tellings
    .filter((telling) => telling.activityId === activityId)
    .filter(({ state, errcode }) => {
      const isBack = state < reached;
      if (errcode === 0) reached = Math.max(reached, state);
      return isBack;
    });
  return [
    ...(fell ? [`the card ${activityId} went back: ${states.join(' ')}`] : []),
    ...(jumps === 'quiet' && back.length > 0 ? [`the card ${activityId} was to go back from state ${reached}`] : []),
  ];
}

/**
 * ms. Whoever has told a card writes so down and gives the lease back, or dies with it: then nobody publishes before it
 * has run out, 15 s after it was taken, of which a function can run 10.
 */
const apart = 4_000;

/**
 * That it has begun, or is over, is told once: again only by whom a lease came to whose holder died, or never heard
 * whether WeChat had taken it. WeChat refuses the second time, so neither the card nor the reminders would show it.
 */
function once({ activityId }: UpdatableActivity, { tellings, history: { jumps } }: Record): readonly string[] {
  // Where the clock jumps in the middle a lease runs out while its holder is at work.
  if (jumps !== 'quiet') return [];
  const own = tellings.filter((telling) => telling.activityId === activityId && telling.state > 0);
  return own.flatMap(({ state, at }, index) => {
    const before = own.slice(0, index).filter((telling) => telling.state === state);
    const isTaken = before.some(({ errcode }) => errcode === 0);
    const isAgain = isTaken && before.some((telling) => at < telling.at + apart);
    return isAgain ? [`the card ${activityId} was told ${state} again, with nobody dead`] : [];
  });
}

/** Who asked on a card hears once that it has begun, and is led to its walk. */
function reminders(
  { activityId, history }: UpdatableActivity,
  { _id }: StoredWalk,
  { subscriptions, messages }: Record,
): readonly string[] {
  const due = history.filter(({ state }) => state === 1).length;
  return subscriptions
    .filter((subscription) => subscription.activityId === activityId)
    .flatMap(({ cardId, person }) => {
      const got = messages.flatMap((message) =>
        message.kind === 'reminder' && message.cardId === cardId && message.to === person ? [message.path] : [],
      );
      const path = `pages/activity/index?activity=${_id}`;
      return [
        ...(got.length === Math.min(due, 1)
          ? []
          : [`${person} was reminded ${got.length} times of the card ${cardId}, which began ${due} times`]),
        ...got.filter((each) => each !== path).map((each) => `a reminder leads to ${each}`),
      ];
    });
}
