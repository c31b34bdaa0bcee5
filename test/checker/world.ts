/** A local WeChat and CloudBase with the genuine functions, for one history after another. */
import { schema } from '../../cloud/schema';
import { group, type Groups, startGroups, stored } from '../cloud/groups';
import { timerEvent } from '../cloud/walks';
import type { FunctionReply } from '../emulator/phone/bridge';
import type { UpdatableAnswer, UpdatableActivity } from '../emulator/wechat/updatable/types';
import { users } from './history';

/** One call of setUpdatableMsg that reached WeChat. */
export interface Telling {
  readonly activityId: string;
  readonly state: number;
  readonly errcode: number;
  /** ms, when it reached WeChat. */
  readonly at: number;
}

export interface World {
  readonly wechat: Groups;
  /** openids of WeChat's users, all in one group and one chat. */
  readonly users: readonly string[];
  readonly chat: string;
  /** In the order in which WeChat answered them. */
  readonly tellings: readonly Telling[];
  /** Calls of functions that have ended, duplicates among them. */
  readonly ended: number;
  /** Calls `activity`; rejects as `wx.cloud.callFunction` does. */
  call(openid: string, event: object): Promise<FunctionReply>;
  timer(): Promise<FunctionReply>;
  /** What WeChat knows of an id; undefined where it never gave it. */
  card(activityId: string): UpdatableActivity | undefined;
  /** An empty database, but for who is in the group. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const tellings: Telling[] = [];
  let ended = 0;
  const wechat: Groups = await startGroups({
    // `clear` makes the collections.
    setUp: false,
    openapi: {
      async 'updatableMessage.setUpdatableMsg'({ fields }): Promise<UpdatableAnswer> {
        const at = wechat.clock.now();
        const answer = await wechat.platform.updatable.setUpdatableMsg(fields);
        const { activity_id: activityId, target_state: state } = fields;
        tellings.push({ activityId: String(activityId), state: Number(state), errcode: answer.errcode, at });
        return answer;
      },
    },
  });
  const { cloud, platform } = wechat;
  cloud.onCall(() => (ended += 1));
  const openids: string[] = [];
  while (openids.length < users) openids.push(await wechat.person());
  const { id: chat } = await platform.chats.create({ kind: 'group', members: openids });
  const memberships = openids.map((openid, index) => stored({ openid, member: String(index).padStart(8, '0') }));

  return {
    wechat,
    users: openids,
    chat,
    tellings,
    get ended() {
      return ended;
    },
    call: (openid, event) =>
      cloud.callFunction({ openid, source: 'wx_client' }, { name: 'activity', data: JSON.stringify(event) }),
    timer: () => cloud.callFunction({ source: 'wx_trigger' }, { name: 'activity', data: JSON.stringify(timerEvent) }),
    card: (activityId) => platform.updatable.all.find((each) => each.activityId === activityId),
    async clear() {
      await cloud.clear();
      for (const { name } of schema) await cloud.createCollection(name);
      await wechat.put('memberships', memberships);
      tellings.length = 0;
      ended = 0;
    },
    stop: () => wechat.stop(),
  };
}

export { group };
