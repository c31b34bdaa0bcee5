/** Walks over the genuine function: people, their calls, the timer, and what the cards in the chats say. */
import { randomBytes } from 'node:crypto';
import type { ActivityCard, ActivityDetail } from '../../cloud/contract/contract';
import type { contract } from '../../cloud/contract/contract';
import type { Answer, ErrorCode } from '../../cloud/contract/errors';
import type { CallRecord } from '../emulator/cloud/types';
import type { UpdateRecord } from '../emulator/wechat/updatable/types';
import { dataOf, group, type Groups, startGroups, stored } from './groups';
import type { HarnessOptions } from './harness';

export const minute = 60_000;
export const hour = 60 * minute;

export type Route = keyof (typeof contract)['activity'];

/** As the function stores it. */
export interface StoredWalk {
  readonly _id: string;
  readonly openid: string;
  readonly state: string;
  /** ms */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly places: number;
  readonly roster: readonly string[];
  readonly free: number;
  readonly people: readonly string[];
  readonly turns: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, string | number>>;
  readonly rev: number;
  readonly dirty: boolean;
  readonly lease: { readonly until: number };
  readonly publishedAt: number;
  readonly cards: readonly { readonly activityId: string; readonly state: number }[];
}

/** What WeChat shows of a card: the last that it took. */
export interface ToldCard {
  readonly expiresAt: number;
  readonly state: number;
  readonly parameters: Readonly<Record<string, string>>;
  /** States in the order in which it took them. */
  readonly history: readonly UpdateRecord['state'][];
}

export interface Walks extends Groups {
  act(
    openid: string,
    route: Route,
    input?: object,
  ): Promise<{ readonly answer: Answer<unknown>; readonly record: CallRecord }>;
  /** Somebody in {@link group}. */
  walker(nickname?: string): Promise<string>;
  /** Openids that WeChat has not seen; they can do everything that asks WeChat nothing. */
  crowd(count: number): readonly string[];
  plan(patch?: object): object;
  create(organizer: string, patch?: object): Promise<ActivityDetail>;
  detail(openid: string, activity: string): Promise<ActivityDetail>;
  /** With the turn that the person sees. */
  join(openid: string, activity: string): Promise<Answer<unknown>>;
  leave(openid: string, activity: string): Promise<Answer<unknown>>;
  card(openid: string, activity: string): Promise<ActivityCard>;
  /** Sends such a card into a chat, and tells nobody. Answers what `cardSays` takes. */
  sendCard(openid: string, card: ActivityCard): Promise<string>;
  /** Gets a card and sends it; answers its activity_id. WeChat knows no id that nobody has sent a card with. */
  sent(openid: string, activity: string): Promise<string>;
  /** As people see a card in the chat. */
  cardSays(message: string): string | undefined;
  told(activityId: string): ToldCard;
  /** The number of members on a card. */
  readonly countOn: (activityId: string) => string | undefined;
  /** How often functions have called setUpdatableMsg; what WeChat refused and what failed on purpose included. */
  tellings(): number;
  timer(): Promise<Answer<unknown>>;
  walk(activity: string): StoredWalk;
}

/** A walk that 安 has planned. */
export async function startWalk(
  patch: object = {},
  options: HarnessOptions = {},
): Promise<{ readonly wechat: Walks; readonly ann: string; readonly activity: string }> {
  const wechat = await startWalks(options);
  const ann = await wechat.walker('安');
  const { activity } = await wechat.create(ann, patch);
  return { wechat, ann, activity };
}

export async function startWalks(options: HarnessOptions = {}): Promise<Walks> {
  const wechat = await startGroups(options);
  const clock = (): number => wechat.clock.now();
  let members = 0;
  let tellings = 0;
  wechat.cloud.onCall(({ openapi }) => {
    tellings += openapi.filter(({ name }) => name === 'updatableMessage.setUpdatableMsg').length;
  });

  const walks: Walks = Object.assign(Object.create(wechat) as Groups, {
    act: (openid: string, route: Route, input: object = {}) =>
      wechat.send({ openid, name: 'activity', event: { $url: route, ...input } }),
    async walker(nickname = '') {
      const openid = await wechat.person();
      const member = String((members += 1)).padStart(8, '0');
      await wechat.put('memberships', [stored({ openid, member })]);
      if (nickname !== '') dataOf((await wechat.me(openid, 'saveNickname', { nickname, turn: 0 })).answer);
      return openid;
    },
    crowd: (count: number) => Array.from({ length: count }, () => `o${randomBytes(12).toString('hex')}`),
    plan: (patch: object = {}) => ({
      title: '环湖走一圈',
      startsAt: clock() + 2 * hour,
      endsAt: clock() + 5 * hour,
      place: '东湖',
      meetingPoint: '北门',
      places: 2,
      phoneNeeded: false,
      ...patch,
    }),
    async create(organizer: string, patch: object = {}) {
      const requestId = randomBytes(16).toString('hex');
      const { answer } = await walks.act(organizer, 'create', { requestId, group, ...walks.plan(patch) });
      return dataOf<ActivityDetail>(answer);
    },
    detail: async (openid: string, activity: string) =>
      dataOf<ActivityDetail>((await walks.act(openid, 'detail', { activity })).answer),
    async join(openid: string, activity: string) {
      const turn = walks.walk(activity).turns[openid] ?? 0;
      return (await walks.act(openid, 'join', { activity, turn })).answer;
    },
    async leave(openid: string, activity: string) {
      const turn = walks.walk(activity).turns[openid] ?? 0;
      return (await walks.act(openid, 'leave', { activity, turn })).answer;
    },
    card: async (openid: string, activity: string) =>
      dataOf<ActivityCard>((await walks.act(openid, 'card', { activity })).answer),
    async sendCard(openid: string, { activityId, templateId, parameters }: ActivityCard) {
      const { chats } = wechat.platform;
      const [chat] = chats.list(openid);
      const { id } = chat ?? (await chats.create({ kind: 'group', members: [openid] }));
      const updatable = { activityId, templateId, parameters };
      const card = { title: '环湖走一圈', path: '', withShareTicket: true, updatable };
      return (await chats.send(openid, id, card)).id;
    },
    async sent(openid: string, activity: string) {
      const card = await walks.card(openid, activity);
      await walks.sendCard(openid, card);
      return card.activityId;
    },
    cardSays(message: string) {
      const { chats } = wechat.platform;
      const found = chats.messages(chats.message(message).chatId).find(({ id }) => id === message);
      return found?.kind === 'card' ? found.look?.text : undefined;
    },
    told(activityId: string) {
      const told = wechat.platform.updatable.all.find((given) => given.activityId === activityId);
      if (told === undefined) throw new Error('WeChat gave no such activity_id');
      const { expiresAt, state, parameters, history } = told;
      return { expiresAt, state, parameters, history: history.map((update) => update.state) };
    },
    countOn: (activityId: string) => walks.told(activityId).parameters.member_count,
    tellings: () => tellings,
    timer: async () => (await wechat.send({ name: 'activity', event: timerEvent, source: 'wx_trigger' })).answer,
    walk(activity: string) {
      const found = (wechat.cloud.documents('activities') as readonly StoredWalk[]).find(({ _id }) => _id === activity);
      if (found === undefined) throw new Error('no such walk is stored');
      return found;
    },
  });
  return walks;
}

/** What a timer of config.json sends. */
export const timerEvent = { Type: 'Timer', TriggerName: 'repair', Time: '2026-01-01T00:00:00Z', Message: '' };

export function codeOf(answer: Answer<unknown>): ErrorCode | undefined {
  return answer.ok ? undefined : answer.error.code;
}
