/** No document is half written. */
import * as v from 'valibot';
import { activityState, maxWaiting, plan } from '../../../cloud/contract/activity';
import type { StoredWalk } from '../../cloud/walks';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const distinct = v.pipe(
  v.array(v.string()),
  v.check((items) => new Set(items).size === items.length, 'somebody is in it twice'),
);

const document = v.strictObject({
  _id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  openid: v.string(),
  group: v.string(),
  ...plan,
  state: activityState,
  roster: distinct,
  free: v.pipe(v.number(), v.integer(), v.minValue(0)),
  people: distinct,
  turns: v.record(v.string(), count),
  seen: v.record(v.string(), v.union([v.literal('waiting'), count])),
  rev: count,
  dirty: v.boolean(),
  lease: v.strictObject({ until: count, by: v.string() }),
  publishedAt: count,
  cards: v.array(v.strictObject({ activityId: v.string(), expiresAt: count, state: v.picklist([0, 1, 2]) })),
  cardsUntil: count,
});

export function whole(stored: unknown): readonly string[] {
  const parsed = v.safeParse(document, stored);
  if (!parsed.success) return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  const { roster, free, places, people, turns, dirty, cards, cardsUntil } = parsed.output;
  const latest = Math.max(0, ...cards.map(({ expiresAt }) => expiresAt));
  return [
    ...(roster.length + free === places + maxWaiting ? [] : [`free is ${free} beside ${roster.length} in the roster`]),
    ...(roster.every((person) => people.includes(person)) ? [] : ['people lacks somebody of the roster']),
    ...(Object.keys(turns).every((person) => people.includes(person)) ? [] : ['turns has somebody whom people lacks']),
    ...(dirty ? ['is dirty still, after the timer'] : []),
    ...(cardsUntil >= latest ? [] : ['cardsUntil is before the end of a card']),
  ];
}

export type { StoredWalk };
