/** WeChat's half of updatable messages, as its pages document it, for functions that run without phones. */
import { randomBytes } from 'node:crypto';
import type { CloudOptions, OpenApiHandler } from '../emulator/cloud/types';

/** What was last accepted for one activity_id. */
export interface ToldCard {
  readonly expiresAt: number;
  readonly state: number;
  readonly parameters: Readonly<Record<string, string>>;
  /** States in the order in which they were accepted. */
  readonly history: readonly number[];
}

export interface UpdatableMessages {
  readonly openapi: NonNullable<CloudOptions['openapi']>;
  readonly cards: ReadonlyMap<string, ToldCard>;
  /** Accepted or not: activity ids in the order of the calls of setUpdatableMsg. */
  readonly calls: readonly string[];
  /** Runs before each setUpdatableMsg is looked at: what makes WeChat slow. */
  before(hook: () => Promise<void>): void;
}

const life = 86_400;
const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg });
const badFormat = refuse(47001, 'data format error');
/** developers.weixin.qq.com: open-ability/share/updatable-message.md */
const next: readonly (readonly number[])[] = [[0, 1, 2], [2], []];
const needed: readonly (readonly string[])[] = [['member_count', 'room_limit'], ['path', 'version_type'], []];

/** `now` in ms. */
export function updatableMessages(now: () => number): UpdatableMessages {
  const cards = new Map<string, ToldCard>();
  const calls: string[] = [];
  let hook = () => Promise.resolve();

  const createActivityId: OpenApiHandler = () => {
    const activity_id = randomBytes(24).toString('base64url');
    const expiration_time = Math.floor(now() / 1000) + life;
    cards.set(activity_id, { expiresAt: expiration_time * 1000, state: 0, parameters: {}, history: [] });
    return { errcode: 0, errmsg: 'ok', activity_id, expiration_time };
  };

  const setUpdatableMsg: OpenApiHandler = async ({ fields }) => {
    const { activity_id, target_state, template_info } = fields;
    calls.push(String(activity_id));
    await hook();
    const card = cards.get(String(activity_id));
    if (card === undefined) return refuse(47501, 'activity_id wrong');
    if (now() >= card.expiresAt) return refuse(47504, 'activity_id expired');
    const state = Number(target_state);
    if (typeof target_state !== 'number' || !next[card.state]?.includes(state))
      return refuse(47502, 'target_state wrong');
    const parameters = parametersIn(template_info);
    if (!parameters || !needed[state]?.every((name) => parameters[name] !== undefined)) return badFormat;
    const { version_type: version } = parameters;
    if (state === 1 && !/^(develop|trial|release)$/.test(version ?? '')) return refuse(47503, 'version_type wrong');
    cards.set(String(activity_id), { ...card, state, parameters, history: [...card.history, state] });
    return { errcode: 0, errmsg: 'ok' };
  };

  return {
    openapi: {
      'updatableMessage.createActivityId': createActivityId,
      'updatableMessage.setUpdatableMsg': setUpdatableMsg,
    },
    cards,
    calls,
    before: (given) => (hook = given),
  };
}

function parametersIn(template: unknown): Record<string, string> | undefined {
  const { parameter_list: list } = (template ?? {}) as { readonly parameter_list?: unknown };
  if (!Array.isArray(list)) return undefined;
  const rows = list as readonly { readonly name?: unknown; readonly value?: unknown }[];
  if (rows.some(({ name, value }) => typeof name !== 'string' || typeof value !== 'string')) return undefined;
  return Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)]));
}
