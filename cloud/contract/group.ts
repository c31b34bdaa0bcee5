import * as v from 'valibot';
import type { GroupData } from './cloud-id';

/** An ordinary WeChat group has at most 500 members. */
export const maxMembers = 500;

/** What WeChat calls openGId: which group, for this mini program. Opaque. */
export const groupId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** Means a member in one group and nothing elsewhere: 8 random characters of base64url. */
export const memberId = v.pipe(v.string(), v.regex(/^[\w-]{8}$/));

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What WeChat puts in place of the CloudID of `wx.getGroupEnterInfo` or `wx.getShareInfo`. */
export const groupData: v.GenericSchema<GroupData> = v.object({ opengid: v.optional(id), openGId: v.optional(id) });

/** -1: nothing has come from this member for that day. -2: the member does not show steps to this group. */
const boardSteps = v.pipe(v.number(), v.integer(), v.minValue(-2), v.maxValue(1_000_000));

const perMember = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(maxMembers), v.readonly());

/**
 * A group's members and their steps of two days: columns, not rows, so that 500 members stay under 64 KB. Index `n` of
 * every column is one member. Ordered by today's steps, most first; who has not come today, or does not show steps, last.
 */
export const board = v.strictObject({
  group: groupId,
  /** `YYYY-MM-DD`, UTC+8, by the cloud's clock: the day of `todaySteps`; `yesterdaySteps` is the one before. */
  today: v.pipe(v.string(), v.isoDate()),
  /** The caller's index. */
  me: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether this group sees the caller's steps. The caller's own columns hold them either way. */
  visible: v.boolean(),
  /** How often the caller has shown or hidden them so far: `setVisible` carries it, so that a late duplicate does nothing. */
  turn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  members: perMember(memberId),
  /** Empty: has given none. */
  nicknames: perMember(v.pipe(v.string(), v.maxLength(32))),
  /** One character a member: `1` has an avatar to ask `share/avatars` for. */
  avatars: v.pipe(v.string(), v.regex(/^[01]*$/), v.maxLength(maxMembers)),
  todaySteps: perMember(boardSteps),
  yesterdaySteps: perMember(boardSteps),
});

export type Board = Readonly<v.InferOutput<typeof board>>;
