/** Makes a history happen: phones with the genuine hook, the genuine functions, and all that goes wrong. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActivityDetail } from '../../cloud/contract/contract';
import { membersOf } from '../../cloud/domain/activities/walk';
import type { ActivityStore } from '../../src/hooks/useActivity/store';
import type { Updatable } from '../../src/wechat/share-menu';
import type { StoredWalk } from '../cloud/walks';
import { tallyOf, type FaultTally } from './faults';
import { slowToAnswer } from './generated-fault';
import type { Action, History } from './history';
import { phonesOf, tap } from './phones';
import type { Record, Sending, Subscription, Walk } from './record';
import { recorderOf } from './recorder';
import { watchOf } from './watch';
import { group, type World } from './world';

export interface Played {
  readonly record: Record;
  readonly struck: FaultTally['struck'];
}

const tries = 20;
/** ms after which a call that is still under way will never end: functions have 10 s. */
const patience = 60_000;
/** ms that the timer needs at most: what takes WeChat 2.5 s to answer is left to the next run. */
const inTime = 2_000;
/** ms: longer than a lease, and than the pause between two publications. */
const pauses = [16_000, 2_000];

export async function play(world: World, history: History): Promise<Played> {
  await world.clear();
  const { clock, cloud, platform } = world.wechat;
  await platform.declare({ updatableUnsent: history.unsent });
  const begun = clock.now();
  const documents = () => cloud.documents('activities');
  const faults = tallyOf(cloud.faults, () => clock.now());
  const watch = watchOf(documents);
  const recorder = recorderOf(world, () => {
    watch.look();
    void faults.later;
  });
  const phones = phonesOf(recorder, clock);
  const walks: Walk[] = [];
  const subscriptions: Subscription[] = [];
  const sendings: Sending[] = [];
  const sharers = new Set<ActivityStore>();
  const wrong: string[] = [];
  const underWay = new Set<Promise<void>>();
  const personOf = (number: number) => world.users[number] ?? `oChecked${number}`;
  const walkOf = (number: number) => walks[number]?.id ?? '';
  const storedOf = (walk: string) => (documents() as readonly StoredWalk[]).find(({ _id }) => _id === walk);
  let changedMeanwhile = 0;

  async function create(number: number): Promise<ActivityDetail | undefined> {
    const planned = history.walks[number];
    if (planned === undefined) return undefined;
    const { organizer, requestId, places, startsIn, lasts } = planned;
    const startsAt = begun + startsIn;
    const texts = { title: '环湖走一圈', place: '东湖', meetingPoint: '北门' };
    const plan = { ...texts, startsAt, endsAt: startsAt + lasts, places, phoneNeeded: false };
    // WeChat checks texts of those only who were here lately.
    platform.visit(personOf(organizer));
    try {
      const input = { requestId, group, ...plan };
      const made = await recorder.phoneOf(personOf(organizer))('activity', 'create', input);
      walks[number] ??= { id: made.activity, organizer: personOf(organizer), places, startsAt, endsAt: plan.endsAt };
      return made;
    } catch {
      return undefined;
    }
  }

  async function createAll(): Promise<void> {
    await Promise.all(
      history.walks.map(async (_planned, number) => {
        for (let failed = 0; failed < tries && (await create(number)) === undefined; failed += 1) {
          // As long as it fails the organizer taps again; in the end nothing is in the way.
          if (failed === 4) faults.clear();
        }
        if (walks[number] === undefined) throw new Error(`walk ${number} could not be made`);
      }),
    );
  }

  async function share(person: string, number: number, reminded: readonly number[]): Promise<void> {
    const page = phones.page(person, 0, walkOf(number));
    const { updatable: ready, cardUntil = 0 } = page.getState();
    if (ready == null || cardUntil <= clock.now()) await page.load();
    const { updatable } = page.getState();
    if (updatable == null) return;
    const path = `pages/activity/index?activity=${walkOf(number)}`;
    const card = { title: '环湖走一圈', path, withShareTicket: true, updatable };
    sendings.push({ activityId: updatable.activityId, isOld: isOld(updatable.parameters, walkOf(number)) });
    const { id } = await platform.chats.send(person, world.chat, card);
    for (const openid of reminded.map(personOf)) {
      // WeChat offers it only while the card says that people are joining.
      const isOffered = platform.chats
        .messages(world.chat, openid)
        .some((message) => message.kind === 'card' && message.id === id && message.look?.subscribed === false);
      if (!isOffered) continue;
      await platform.updatable.subscribe(id, openid);
      subscriptions.push({ activityId: updatable.activityId, cardId: id, person: openid });
    }
    sharers.add(page);
    await page.shared();
  }

  async function meanwhile(walk: string, first: string, second: string): Promise<void> {
    const other = phones.page(second, 0, walk);
    // Known before, so that nothing but the tap has to fit in while WeChat is slow.
    await other.refresh();
    faults.arm(slowToAnswer);
    const told = world.tellings.length;
    let isOver = false;
    const tapping = tap(phones.page(first, 0, walk)).finally(() => (isOver = true));
    while (!isOver && world.tellings.length === told) await sleep(3);
    const before = storedOf(walk)?.rev ?? 0;
    if (!isOver) await tap(other);
    if (!isOver && (storedOf(walk)?.rev ?? 0) > before) changedMeanwhile += 1;
    await tapping;
  }

  function isOld(words: Updatable['parameters'], walk: string): boolean {
    const stored = storedOf(walk);
    if (stored?.state !== 'open') return true;
    return words.find(({ name }) => name === 'member_count')?.value !== String(membersOf(stored));
  }

  async function timer(): Promise<unknown> {
    recorder.count();
    return world.timer().then(
      ({ result }) => result,
      () => undefined,
    );
  }

  async function act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'tap': {
        const page = phones.page(personOf(action.person), action.phone, walkOf(action.walk));
        await Promise.all(Array.from({ length: action.times }, () => tap(page)));
        return;
      }
      case 'look':
        return phones.page(personOf(action.person), action.phone, walkOf(action.walk)).refresh();
      case 'lists': {
        const ask = recorder.phoneOf(personOf(action.person));
        await Promise.allSettled([ask('activity', 'mine', {}), ask('activity', 'ofGroup', { group })]);
        return;
      }
      case 'replay': {
        const call = recorder.calls[Math.floor(action.which * recorder.calls.length)];
        return call && recorder.again(call);
      }
      case 'prepare':
        return phones.page(personOf(action.person), 0, walkOf(action.walk)).load();
      case 'share':
        return share(personOf(action.person), action.walk, action.reminded);
      case 'start':
      case 'cancel': {
        // Mostly the organizer: nobody else may.
        const organizer = walks[action.walk]?.organizer ?? '';
        const person = action.person === 0 ? personOf(action.person) : organizer;
        const page = phones.page(person, 0, walkOf(action.walk));
        await page.load();
        return page[action.kind]();
      }
      case 'create':
        return void (await create(action.walk));
      case 'meanwhile':
        return meanwhile(walkOf(action.walk), personOf(action.first), personOf(action.second));
      case 'jump':
        return clock.advance(action.ms);
      case 'timer':
        return void (await timer());
      case 'fault':
        return faults.arm(action.fault);
    }
  }

  /** Until nothing is under way, second deliveries and what WeChat was told late neither. */
  async function quiet(): Promise<void> {
    await Promise.all(underWay);
    const isDue = (moment: number) => moment <= clock.now();
    const expected = () => {
      const { later, struck } = faults;
      return recorder.sent + (struck['duplicateCall'] ?? 0) - later.filter((moment) => !isDue(moment)).length;
    };
    const since = Date.now();
    while (world.ended < expected() && Date.now() < since + patience) await sleep(3);
    if (world.ended < expected()) wrong.push(`${expected() - world.ended} calls never ended`);
    if (faults.slowest > 2_000) await sleep(faults.slowest - 2_000);
  }

  for (const fault of history.opening) faults.arm(fault);
  await createAll();
  for (const action of history.actions) {
    if (action.kind === 'meanwhile' || (action.kind === 'jump' && history.jumps === 'quiet')) await quiet();
    while (underWay.size >= history.lanes) await Promise.race(underWay);
    const acting: Promise<void> = act(action).finally(() => underWay.delete(acting));
    underWay.add(acting);
  }
  await quiet();
  clock.advance(Math.max(0, ...faults.later.map((moment) => moment - clock.now())) + 1);
  await quiet();
  const { struck } = faults;
  faults.clear();
  // Whose phone could not say that it has sent a card says so when they look again.
  await Promise.all([...sharers].map((page) => page.load()));
  await quiet();
  for (const ms of pauses) {
    clock.advance(ms);
    await timerInTime();
  }
  for (const { _id, roster } of documents() as readonly StoredWalk[]) {
    const lookers = new Set([roster[0], roster.at(-1), world.users[0]]);
    for (const person of lookers) if (person !== undefined) await lookAgain(person, _id);
  }
  watch.look();
  const ids = new Set(recorder.calls.flatMap(({ outcome }) => activityIdIn(outcome)));
  for (const { cards } of documents() as readonly StoredWalk[]) cards.forEach(({ activityId }) => ids.add(activityId));
  const record: Record = {
    ...{ history, walks, subscriptions, sendings, changedMeanwhile },
    calls: recorder.calls,
    documents: documents(),
    cards: [...ids].flatMap((id) => world.card(id) ?? []),
    tellings: [...world.tellings],
    messages: platform.chats.messages(world.chat),
    now: clock.now(),
    meanwhile: [...wrong, ...watch.wrong],
  };
  return { record, struck };

  /** On a machine that is too busy to run it in time it comes again, as it does every minute. */
  async function timerInTime(): Promise<void> {
    for (let left = tries; left > 0; left -= 1) {
      const since = Date.now();
      const answer = (await timer()) as { readonly ok: boolean } | undefined;
      if (answer?.ok === false) wrong.push(`the timer answered ${JSON.stringify(answer)}`);
      if (answer !== undefined && Date.now() < since + inTime) return;
      clock.advance(pauses[0] ?? 0);
    }
    wrong.push('the timer did not come to its end');
  }

  /** With nothing broken any more everybody gets an answer. */
  async function lookAgain(person: string, activity: string): Promise<void> {
    try {
      await recorder.phoneOf(person)('activity', 'detail', { activity });
    } catch (error) {
      wrong.push(`in the end ${person} could not open walk ${activity}: ${String(error)}`);
    }
  }
}

function activityIdIn(outcome: Record['calls'][number]['outcome']): readonly string[] {
  if (outcome.kind !== 'answered') return [];
  const { activityId } = outcome.data as { readonly activityId?: unknown };
  return typeof activityId === 'string' ? [activityId] : [];
}
