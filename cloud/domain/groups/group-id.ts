import * as v from 'valibot';
import { CallError } from '../../contract/call-error';
import type { GroupData } from '../../contract/cloud-id';
import { groupId } from '../../contract/group';

/** Which API named a group: `opengid` of `wx.getGroupEnterInfo`, `openGId` of the older `wx.getShareInfo`. */
export type GroupIdKind = 'opengid' | 'openGId';

export interface GroupOf {
  readonly group: string;
  readonly source: GroupIdKind;
}

/**
 * What this deployment takes for a group's id. Whether the two are equal for one group is UNCONFIRMED
 * (miniprogram-api-typings 5.2.3 calls one the replacement of the other): mixed, one group could become two.
 */
export const acceptedGroupId: GroupIdKind | 'either' = 'opengid';

const kinds: readonly GroupIdKind[] = ['opengid', 'openGId'];

/**
 * The group that WeChat named. Throws a CallError: `group-wrong-scene` where it named none (a single chat has an id of
 * another kind), `api-unsupported` where it only gave the kind that is not `accepted`, `cloud-error` for an id that is
 * not spelled as WeChat's are.
 */
export function groupOf(data: GroupData, accepted: GroupIdKind | 'either' = acceptedGroupId): GroupOf {
  const given = kinds.filter((kind) => data[kind] !== undefined);
  if (given.length === 0) throw new CallError('group-wrong-scene', 'The data names no group.');
  const source = given.find((kind) => accepted === 'either' || kind === accepted);
  if (source === undefined) {
    throw new CallError(
      'api-unsupported',
      `This deployment knows groups by ${accepted}; the data has ${given.join()}.`,
    );
  }
  const group = v.safeParse(groupId, data[source]);
  if (!group.success) throw new CallError('cloud-error', "The group's id is not spelled as WeChat's are.");
  return { group: group.output, source };
}
