/** What functions told WeChat of their cards, for tests of functions that run without phones. */
import type { CloudOptions, OpenApiHandler } from '../emulator/cloud/types';
import type { UpdatableMessages as WeChat } from '../emulator/wechat/updatable/types';

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
}

/** `wechat` is asked for at the first call. */
export function updatableMessages(wechat: () => WeChat): UpdatableMessages {
  const calls: string[] = [];

  const setUpdatableMsg: OpenApiHandler = ({ fields }) => {
    calls.push(String(fields.activity_id));
    return wechat().setUpdatableMsg(fields);
  };

  return {
    openapi: { 'updatableMessage.setUpdatableMsg': setUpdatableMsg },
    get cards() {
      return new Map(
        wechat().all.map(({ activityId, expiresAt, history }) => {
          const { state = 0, parameters = {} } = history.at(-1) ?? {};
          return [activityId, { expiresAt, state, parameters, history: history.map((update) => update.state) }];
        }),
      );
    },
    calls,
  };
}
