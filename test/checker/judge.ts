import type { StoredWalk } from '../cloud/walks';
import type { Record } from './record';
import { answers, lists } from './rules/answers';
import { cards } from './rules/cards';
import { whole } from './rules/documents';
import { factsOf } from './rules/facts';
import { order } from './rules/order';
import { seats } from './rules/seats';
import { states } from './rules/states';

/** Every promise that this history broke, in words; none: it kept them all. */
export function judge(record: Record): readonly string[] {
  const documents = record.documents as readonly StoredWalk[];
  const planned = new Set(record.walks.map(({ id }) => id));
  const surplus = documents.filter(({ _id }) => !planned.has(_id));
  return [
    ...record.meanwhile,
    ...lists(record),
    ...surplus.map(({ _id }) => `walk ${_id} was made by nobody, or twice`),
    ...record.walks.flatMap((walk) => {
      const stored = documents.find(({ _id }) => _id === walk.id);
      if (stored === undefined) return [`walk ${walk.id} is not stored`];
      const broken = whole(stored);
      const facts = factsOf(record, walk);
      const rules = [
        ...seats(facts, stored),
        ...order(facts, stored),
        ...answers(facts),
        ...states(facts, stored, record.now),
        ...cards(facts, stored, record),
      ];
      return [...broken, ...rules].map((what) => `walk ${walk.id}: ${what}`);
    }),
  ];
}
