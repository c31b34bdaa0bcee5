import * as v from 'valibot';
import { call } from './call';
import { board, groupData, groupId, memberId } from './group';

const nothing = v.strictObject({});
const turn = v.pipe(v.number(), v.integer(), v.minValue(0));
const tempUrl = v.pipe(v.string(), v.maxLength(2_048));

/** At once: more than a screen shows. */
export const maxAvatars = 30;

/** Groups: who comes in by a card is a member from then on; a member reads. Nobody's openid is ever answered. */
export const share = {
  /** By a card: makes the caller a member of the group that WeChat vouches for, and answers its board. */
  enter: call({
    openData: { group: groupData },
    input: {},
    output: board,
    errors: ['api-unsupported', 'group-wrong-scene'],
    maxBytes: 4_096,
  }),
  /** The board, for a member. */
  board: call({ openData: {}, input: { group: groupId }, output: board, errors: ['not-a-member'], maxBytes: 1_024 }),
  /** Temporary URLs (two hours) of members' avatars, in the order asked; null where there is none to show. */
  avatars: call({
    openData: {},
    input: { group: groupId, members: v.pipe(v.array(memberId), v.minLength(1), v.maxLength(maxAvatars)) },
    output: v.strictObject({ urls: v.pipe(v.array(v.nullable(tempUrl)), v.maxLength(maxAvatars), v.readonly()) }),
    errors: ['not-a-member', 'cloud-error'],
    maxBytes: 2_048,
  }),
  /** The caller's groups, the one that was entered last first; at most 100. */
  groups: call({
    openData: {},
    input: {},
    output: v.strictObject({
      groups: v.pipe(v.array(v.strictObject({ group: groupId, visible: v.boolean() })), v.maxLength(100), v.readonly()),
    }),
    errors: [],
    maxBytes: 1_024,
  }),
  /**
   * Whether this group sees the caller's steps, if `member` is who they are there and `turn` is theirs: else it is a late
   * duplicate and does nothing, for ever. Turns begin anew for who has come back. Answers the truth also where nothing
   * was done.
   */
  setVisible: call({
    openData: {},
    input: { group: groupId, member: memberId, visible: v.boolean(), turn },
    output: board,
    errors: ['not-a-member'],
    maxBytes: 1_024,
  }),
  /**
   * Takes the caller and their photos out of the group's board and album, if `member` is who they are there: who has come
   * back by a card is somebody else, whom a late duplicate leaves alone. Photos from before that go in any case. Answers
   * whom it left alone so; null: the caller is no member.
   */
  leave: call({
    openData: {},
    input: { group: groupId, member: memberId },
    output: v.strictObject({ member: v.nullable(memberId) }),
    errors: ['cloud-error'],
    maxBytes: 1_024,
  }),
  /** Counts a tap on share. `requestId` makes it count once. */
  tapped: call({
    openData: {},
    input: {
      page: v.picklist(['home', 'group', 'activity']),
      from: v.picklist(['button', 'menu']),
      requestId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    },
    output: nothing,
    errors: [],
    maxBytes: 1_024,
  }),
} as const;
