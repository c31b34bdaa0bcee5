/** Groups over the genuine functions: what cards do, and databases that are too large to be made by calls. */
import type { contract, Board, Output } from '../../cloud/contract/contract';
import type { Membership } from '../../cloud/domain/groups/memberships-store';
import type { Answer } from '../../cloud/contract/errors';
import type { CallRecord } from '../emulator/cloud/types';
import { type Harness, type HarnessOptions, startHarness } from './harness';

export const group = 'tGroupOfWalkers';
export const otherGroup = 'tGroupOfReaders';

type Route = keyof (typeof contract)['share'];
type Called = Promise<{ readonly answer: Answer<unknown>; readonly record: CallRecord }>;

export interface Groups extends Harness {
  /** A fresh CloudID of this person behind which WeChat has `data`; by default the id of {@link group}. */
  groupData(openid: string, data?: object): Promise<string>;
  share(openid: string, route: Route, input?: object, cloudIDs?: Readonly<Record<string, string>>): Called;
  /** `share/enter` by a card of the group, as the phone sends it. */
  enter(openid: string, entered?: string): Called;
  /** A member with a nickname, and steps that are kept. */
  member(nickname: string, entered?: string): Promise<string>;
  board(openid: string, of?: string): Promise<Board>;
  /** `share/setVisible` in the person's turn, as the phone sends it. */
  setVisible(openid: string, visible: boolean): Called;
  /** `share/leave` of whoever they are in the group; of somebody who never was, where they are nobody. */
  quit(openid: string): Called;
  /** Puts documents into a collection as CloudBase's console imports them. */
  put(collection: string, documents: readonly object[]): Promise<void>;
}

export async function startGroups(options: HarnessOptions = {}): Promise<Groups> {
  const behind = new Map<string, object>();
  const wechat = await startHarness({
    ...options,
    resolve(resolved) {
      const data = behind.get(resolved.cloudID);
      const { watermark } = 'data' in resolved ? (resolved.data as { watermark: object }) : {};
      const replaced = data && watermark ? { cloudID: resolved.cloudID, data: { ...data, watermark } } : resolved;
      return options.resolve?.(replaced) ?? replaced;
    },
  });
  const membershipOf = (openid: string) =>
    (wechat.cloud.documents('memberships') as readonly Membership[]).find(
      (membership) => membership.openid === openid && membership.group === group,
    );
  const groups: Groups = Object.assign(Object.create(wechat) as Harness, {
    async groupData(openid: string, data: object = { opengid: group, chat_type: 3 }) {
      const cloudID = await wechat.weRun(openid);
      behind.set(cloudID, data);
      return cloudID;
    },
    share: (openid: string, route: Route, input: object = {}, cloudIDs?: Readonly<Record<string, string>>) =>
      wechat.send({ openid, name: 'share', event: { $url: route, ...input }, ...(cloudIDs && { cloudIDs }) }),
    async enter(openid: string, entered = group) {
      const data = await groups.groupData(openid, { opengid: entered, chat_type: 3 });
      return groups.share(openid, 'enter', { group: data }, { group: data });
    },
    async member(nickname: string, entered = group) {
      const openid = await wechat.person();
      await wechat.sendWeRun(openid);
      await wechat.me(openid, 'saveNickname', { nickname, turn: 0 });
      await groups.enter(openid, entered);
      return openid;
    },
    async board(openid: string, of = group) {
      const { answer } = await groups.share(openid, 'board', { group: of });
      return dataOf<Output<'share', 'board'>>(answer);
    },
    async setVisible(openid: string, visible: boolean) {
      const { member = 'nobody00', turn = 0 } = membershipOf(openid) ?? {};
      return groups.share(openid, 'setVisible', { group, member, visible, turn });
    },
    quit: (openid: string) =>
      groups.share(openid, 'leave', { group, member: membershipOf(openid)?.member ?? 'nobody00' }),
    put: (collection: string, documents: readonly object[]) => put(wechat.cloud.url, collection, documents),
  });
  return groups;
}

export function dataOf<T>(answer: Answer<unknown>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`);
  return answer.data as T;
}

/** As stored; the rest is that of a member who has given nothing. */
export function stored(of: Partial<Membership> & Pick<Membership, 'openid' | 'member'>): object {
  const nothing = { nickname: null, avatar: null, profileRev: 0, days: {}, takenAt: 0 };
  const entered = { group, source: 'opengid', visible: true, joinedAt: 1, enteredAt: 1 };
  const membership = { ...entered, ...nothing, ...of };
  return { _id: `${membership.group}:${of.openid}`, ...membership };
}

/** In pieces that the wire takes. */
async function put(url: string, collectionName: string, documents: readonly object[]): Promise<void> {
  for (let start = 0; start < documents.length; start += 1_000) {
    const data = documents.slice(start, start + 1_000).map((document) => JSON.stringify(document));
    const body = JSON.stringify({ action: 'database.insertDocument', collectionName, data });
    const headers = { 'content-type': 'application/json' };
    const answer = (await (await fetch(`${url}/admin`, { method: 'POST', headers, body })).json()) as object;
    if ('code' in answer) throw new Error(`the local CloudBase refused: ${JSON.stringify(answer)}`);
  }
}
