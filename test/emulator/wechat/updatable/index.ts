import type { Clock } from '../../clock';
import type { UpdatableCard } from '../../phone/bridge';
import { compareVersions } from '../../phone/api/since';
import type { Storage } from '../../storage';
import type { CardMessage, Chats, Looks } from '../chats/types';
import type { AppDeclaration } from '../types';
import { Activities, endsAt, presented, stateAt, toldSince, type Activity } from './activities';
import { watchEnds } from './ends';
import { RateLimit } from './rate-limit';
import { refuse } from './refuse';
import { COLORS, textOf } from './templates';
import type { UpdatableMessages } from './types';
import { judge, readUpdate } from './update';

/** Of the base library. Source: api/share/wx.updateShareMenu.html */
const SINCE = '2.4.0';

export interface UpdatableOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly app: () => AppDeclaration;
  /** As reminders call the mini program. */
  readonly appName: () => string;
  readonly chats: Chats;
}

export interface OpenedUpdatable {
  readonly updatable: UpdatableMessages;
  readonly clear: () => Promise<void>;
}

/** The updatable messages of this WeChat, as they were kept; says how their cards look. */
export async function openUpdatable({
  storage,
  clock,
  app,
  appName,
  chats,
}: UpdatableOptions): Promise<OpenedUpdatable> {
  const activities = await Activities.open(storage, clock, app().appId);
  const limit = new RateLimit(clock);

  const looks: Looks = {
    lookOf({ id, updatable: card }, openid, client) {
      const activity = activities.get(card.activityId);
      if (activity === undefined || compareVersions(client?.libraryVersion ?? SINCE, SINCE) < 0) return undefined;
      const state = stateAt(activity, clock.now());
      // UNCONFIRMED whether a card shows what its id was told before it was sent. Its words: not until the next time. Its
      // state: yes, since 1 is told once, and a card that did not begin then could never be made to.
      const text = textOf(card.templateId, state, toldSince(activity, id)?.parameters ?? asRecord(card));
      if (text === undefined) return undefined;
      const asks = state === 0 && openid !== undefined && { subscribed: Object.hasOwn(activity.subscribers, openid) };
      return { text, color: COLORS[state], state, ...asks };
    },
    async sent({ id, updatable: { activityId } }) {
      const activity = activities.get(activityId);
      if (activity === undefined) return;
      await activities.set({ ...activity, cards: { ...activity.cards, [id]: activity.history.length } });
    },
  };

  const looksChanged = chats.askLooks(looks);
  const endings = () => activities.all.flatMap((activity) => endsAt(activity) ?? []);
  const waitForEnds = watchEnds(clock, endings, looksChanged);

  async function keep(activity: Activity): Promise<void> {
    const stored = activities.set(activity);
    waitForEnds();
    looksChanged();
    await stored;
  }

  /** Those whom it owes a reminder, one after the other. Who left the chat, or whose card is forgotten, hears nothing. */
  async function remind(activityId: string): Promise<void> {
    for (;;) {
      const activity = activities.get(activityId);
      const [next] = Object.entries(activity?.owed ?? {});
      if (activity === undefined || next === undefined) return;
      const [to, cardId] = next;
      const card = cardSeenBy(to, cardId);
      const begun = textOf(card?.updatable?.templateId, 1, {});
      const { path = '' } = activity.history.find(({ state }) => state === 1)?.parameters ?? {};
      if (card !== undefined && !isReminded(to, card))
        await chats.remind(cardId, { to, text: `${begun}，进入「${appName()}」`, path });
      await settle(activityId, to);
    }
  }
  async function settle(activityId: string, openid: string): Promise<void> {
    const activity = activities.get(activityId);
    if (activity === undefined) return;
    const { [openid]: _reminded, ...owed } = activity.owed ?? {};
    await keep({ ...activity, owed });
  }
  /** By a start that was killed before it could say so. */
  const isReminded = (openid: string, { id, chatId }: CardMessage): boolean =>
    chats
      .messages(chatId, openid)
      .some((message) => message.kind === 'reminder' && message.cardId === id && message.to === openid);
  const cardSeenBy = (openid: string, cardId: string): CardMessage | undefined =>
    chats
      .list(openid)
      .flatMap(({ id }) => chats.messages(id, openid))
      .find((message): message is CardMessage => message.kind === 'card' && message.id === cardId);

  const updatable: UpdatableMessages = {
    async createActivityId({ openid, unionid }) {
      if (!limit.admits('createActivityId', app().updatableLimit)) return tooOften;
      // Ids of private messages cannot be made by cloud calls (share/private-message.html); UNCONFIRMED with which code.
      if (openid !== undefined || unionid !== undefined) return refuse(48001, 'api unauthorized');
      const { activityId, expiresAt } = await activities.create();
      waitForEnds();
      return { errcode: 0, errmsg: 'ok', activity_id: activityId, expiration_time: expiresAt / 1000 };
    },
    async setUpdatableMsg(fields) {
      if (!limit.admits('setUpdatableMsg', app().updatableLimit)) return tooOften;
      const update = readUpdate(fields);
      const made = update && activities.get(update.activityId);
      const activity = made?.cards !== undefined || app().updatableUnsent === 'accepted' ? made : undefined;
      const isEndAccepted = app().updatableEnd === 'accepted';
      const judged = judge(update, { activity, now: clock.now(), isEndAccepted });
      if ('errcode' in judged || activity === undefined) return judged as typeof tooOften;
      // Kept before anybody is reminded: whatever comes meanwhile finds the state, and reminds nobody again.
      const begins = judged.state === 1;
      const owed = begins && { owed: activity.subscribers };
      await keep({ ...activity, history: [...activity.history, judged], ...owed });
      if (begins) await remind(activity.activityId);
      return { errcode: 0, errmsg: 'ok' };
    },
    async subscribe(messageId, openid) {
      const { chatId } = chats.message(messageId);
      const message = chats.messages(chatId, openid).find(({ id }) => id === messageId);
      const card = message?.kind === 'card' ? message : undefined;
      const activity = activities.get(card?.updatable?.activityId ?? '');
      if (card?.look === undefined || activity === undefined)
        throw new RangeError(`${messageId} is no updatable card: it has no 提醒我`);
      if (card.look.state !== 0) throw new RangeError(`${messageId} is ${card.look.text}: it has no 提醒我 any more`);
      if (card.look.subscribed) return;
      await keep({ ...activity, subscribers: { ...activity.subscribers, [openid]: messageId } });
    },
    get all() {
      return activities.all.map((activity) => presented(activity, clock.now()));
    },
  };
  for (const { activityId } of activities.all) await remind(activityId);
  return {
    updatable,
    async clear() {
      limit.clear();
      await activities.clear();
      waitForEnds();
    },
  };
}

const tooOften = refuse(45009, 'reach max api daily quota limit');

const asRecord = ({ parameters }: UpdatableCard): Readonly<Record<string, string>> =>
  Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
