import * as v from 'valibot';
import { call } from './call';
import { groupId } from './group';

/** Ms since the epoch. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Ms. */
const duration = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}\p{Cs}]+$/u));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const maxPlaces = 500;
/** That one person organizes and whose planned end lies ahead: a group's list has those too that were called off. */
export const maxOrganized = 20;
/** Who may wait beyond the places. */
export const maxWaiting = 50;

/** Random: who holds the card may look; nobody can guess one. */
export const activityId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const requestId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What an organizer writes down. Texts are trimmed and hold no control characters. */
export const plan = {
  title: text(30),
  startsAt: moment,
  /** After `startsAt`, at most 24 h later. */
  endsAt: moment,
  place: text(40),
  meetingPoint: text(60),
  places: whole(1, maxPlaces),
  /** Whoever joins must have left a phone number; the organizer sees it until the walk is over. */
  phoneNeeded: v.boolean(),
};

/** `open` -> `started` -> `ended`; `cancelled` from `open` alone. Never back. */
export const activityState = v.picklist(['open', 'started', 'ended', 'cancelled']);

export const activitySummary = v.strictObject({
  activity: activityId,
  ...plan,
  state: activityState,
  /** Seated: at most `places`. */
  members: whole(0, maxPlaces),
  waiting: whole(0, maxWaiting),
  organizer: v.boolean(),
  /** The caller's: `seated`, `waiting` with how many are before them, or `none`. */
  seat: v.variant('status', [
    v.strictObject({ status: v.literal('none') }),
    v.strictObject({
      status: v.literal('seated'),
      /** Moved up from waiting: for a minute from the first look that was answered so. */ movedUp: v.boolean(),
    }),
    v.strictObject({ status: v.literal('waiting'), ahead: whole(0, maxWaiting) }),
  ]),
});

export const activityDetail = v.strictObject({
  ...activitySummary.entries,
  /** How often the caller has joined or left so far: `join` and `leave` carry it, so that a late duplicate does nothing. */
  turn: whole(0, 1_000_000),
  /** Grows with whatever a card could show: of two answers the one with the larger is the newer. */
  rev: whole(0, Number.MAX_SAFE_INTEGER),
  /**
   * Who is coming, seated first: nicknames, empty where none was given. Null for whoever has no seat and is not the
   * organizer, and in answers of `join` and `leave`, which cost two calls of the database: `detail` reads the names.
   * Phone numbers for the organizer alone, where the walk needs them, while it is open or started.
   */
  roster: v.nullable(
    v.pipe(
      v.array(v.strictObject({ nickname: v.string(), phone: v.nullable(v.string()), waiting: v.boolean() })),
      v.maxLength(maxPlaces + maxWaiting),
      v.readonly(),
    ),
  ),
});

export type ActivitySummary = Readonly<v.InferOutput<typeof activitySummary>>;
export type ActivityDetail = Readonly<v.InferOutput<typeof activityDetail>>;

/** What `updateShareMenu` needs for a card that follows the walk. */
export const activityCard = v.strictObject({
  /** WeChat's activity_id. */
  activityId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  /**
   * Ms from this answer on: so long WeChat lets a card with this id follow. At least 20 h, or beyond the end of the walk.
   * A duration, because a phone's clock may say anything.
   */
  lasts: duration,
  /** Ms from this answer on after which there is a better id to be had for one more card. */
  renewAfter: duration,
  templateId: v.string(),
  /** `member_count` and `room_limit`, as texts. */
  parameters: v.pipe(v.array(v.strictObject({ name: v.string(), value: v.string() })), v.maxLength(4), v.readonly()),
  /** Of the walk that `parameters` are about. */
  rev: whole(0, Number.MAX_SAFE_INTEGER),
});

export type ActivityCard = Readonly<v.InferOutput<typeof activityCard>>;

const input = { activity: activityId };
const list = v.strictObject({ activities: v.pipe(v.array(activitySummary), v.maxLength(50), v.readonly()) });

/** Walks with a limited number of places. */
export const activity = {
  /**
   * `requestId` makes it one walk, however often the call comes. Only a member of `group` may, and has 20 at most whose
   * planned end lies ahead, whatever became of them.
   */
  create: call({
    openData: {},
    input: { requestId, group: groupId, ...plan },
    output: activityDetail,
    errors: ['not-a-member', 'activities-full', 'activity-missing', 'content-refused', 'rate-limited', 'cloud-error'],
    maxBytes: 4_096,
  }),
  detail: call({ openData: {}, input, output: activityDetail, errors: ['activity-missing'], maxBytes: 1_024 }),
  /** That the caller made or has a place in, next first: until `endsAt`, cancelled and ended early or not. */
  mine: call({ openData: {}, input: {}, output: list, errors: [], maxBytes: 1_024 }),
  /** Of a group of the caller's, likewise. */
  ofGroup: call({ openData: {}, input: { group: groupId }, output: list, errors: ['not-a-member'], maxBytes: 1_024 }),
  /**
   * Takes a place, or the next one in the waiting list, if `turn` is the caller's: else it is a late duplicate and does
   * nothing, for ever. Answers the truth also where nothing was done.
   */
  join: call({
    openData: {},
    input: { ...input, turn: whole(0, 1_000_000) },
    output: activityDetail,
    errors: ['activity-missing', 'activity-closed', 'activity-full', 'phone-needed'],
    maxBytes: 1_024,
  }),
  /** Gives the place back, if `turn` is the caller's; who waits moves up. Answers the truth also where nothing was done. */
  leave: call({
    openData: {},
    input: { ...input, turn: whole(0, 1_000_000) },
    output: activityDetail,
    errors: ['activity-missing', 'activity-closed'],
    maxBytes: 1_024,
  }),
  /**
   * The organizer starts it now: no more joining; who asked for a reminder gets one. It lasts as long as it was planned to,
   * from now on.
   */
  start: call({
    openData: {},
    input,
    output: activityDetail,
    errors: ['activity-missing', 'activity-closed', 'forbidden'],
    maxBytes: 1_024,
  }),
  /** The organizer ends it, or calls it off before it has started. Once more changes nothing. */
  cancel: call({
    openData: {},
    input,
    output: activityDetail,
    errors: ['activity-missing', 'forbidden'],
    maxBytes: 1_024,
  }),
  /**
   * An activity id of WeChat's for a card of this walk while one can join: the newest, where a card that is shared now
   * lives beyond the end with it, or for 20 of its 24 hours; else a new one.
   */
  card: call({
    openData: {},
    input,
    output: activityCard,
    errors: ['activity-missing', 'activity-closed', 'rate-limited', 'cloud-error'],
    maxBytes: 1_024,
  }),
  /**
   * A card has perhaps been sent just now. Cards are told anew what is stored: what the phone had got ready may have been
   * older, and WeChat may not have known the id when it was told last. Once more, or for a walk without cards, does no harm.
   */
  shared: call({ openData: {}, input, output: v.strictObject({}), errors: [], maxBytes: 1_024 }),
} as const;
