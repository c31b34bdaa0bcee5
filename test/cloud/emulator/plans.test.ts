/** An indexed query answers what a scan answers, on any documents; and it walks what its bounds say. */
import fc from 'fast-check';
import { find, matching } from '../../emulator/cloud/database/find';
import { Collection } from '../../emulator/cloud/database/collection';
import { keyOf, type Document } from '../../emulator/cloud/database/document';
import type { Source } from '../../emulator/cloud/database/look';
import type { DeclaredIndex } from '../../emulator/cloud/types';

const index = (...fields: readonly string[]): DeclaredIndex => ({
  name: fields.join(' '),
  fields: fields.map((field) => {
    return field.startsWith('-')
      ? { field: field.slice(1), direction: 'descending' as const }
      : { field, direction: 'ascending' as const };
  }),
});

const INDEXES = [
  index('a'),
  index('b', '-c'),
  index('a', 'b', 'c'),
  index('list', 'c'),
  index('in.x'),
  index('rows.n'),
  index('-c'),
];

const number = fc.integer({ min: 0, max: 4 });
const scalar = fc.oneof(
  { weight: 4, arbitrary: number },
  fc.constantFrom('0', 'k', ''),
  fc.boolean(),
  fc.constantFrom(new Date(0), new Date(2)),
);
const value = fc.oneof({ weight: 5, arbitrary: scalar }, fc.constant(null));
const document = fc.record(
  {
    a: value,
    b: value,
    c: number,
    list: fc.oneof({ weight: 3, arbitrary: fc.array(value, { maxLength: 4 }) }, value),
    in: fc.oneof(fc.record({ x: value }, { requiredKeys: [] }), value),
    rows: fc.oneof(fc.array(fc.record({ n: value }, { requiredKeys: [] }), { maxLength: 3 }), value),
  },
  { requiredKeys: ['c'] },
);

const comparison = fc.oneof(
  scalar,
  fc.constant(null),
  fc.record({ $eq: value }),
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ $in: fc.array(value, { maxLength: 4 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $ne: value }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: number, $lte: number }),
);
const path = fc.constantFrom('a', 'b', 'c', 'list', 'in.x', 'rows.n', 'list.0', '_id');
const flat = fc.oneof(
  // Alone it finds something; together they mostly find nothing.
  { weight: 3, arbitrary: fc.dictionary(path, comparison, { minKeys: 1, maxKeys: 1, noNullPrototype: true }) },
  fc.dictionary(path, comparison, { maxKeys: 3, noNullPrototype: true }),
);
const filter = fc.oneof(
  { weight: 3, arbitrary: flat },
  fc.record({ $and: fc.array(flat, { minLength: 1, maxLength: 3 }) }),
  fc.tuple(flat, fc.array(flat, { minLength: 1, maxLength: 3 })).map(([all, $or]) => ({ ...all, $or })),
);

function collectionOf(documents: readonly Document[], indexes: readonly DeclaredIndex[] = INDEXES): Collection {
  const collection = new Collection(new Map(), indexes);
  for (const each of documents) collection.apply(new Map([[keyOf(each._id), each]]));
  return collection;
}
const withIds = (documents: readonly object[]): readonly Document[] =>
  documents.map((each, at) => ({ ...each, _id: at % 3 === 0 ? at : `id${at}` }));
const scanOf = ({ documents }: Source): Source => ({ documents, indexes: [] });
const ids = (documents: readonly unknown[]) => documents.map((each) => keyOf((each as Document)._id));

describe('a query', () => {
  test('finds by indexes what it finds by looking at everything', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 30, size: '+1' }), filter, (documents, wanted) => {
        const { source } = collectionOf(withIds(documents));
        expect(ids(matching(source, wanted).found).sort()).toEqual(ids(matching(scanOf(source), wanted).found).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same page in the same order', () => {
    const way = fc.constantFrom(1, -1);
    const sort = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'in.x'), way), { minLength: 1, maxLength: 3 })
      // Equal documents have no order of their own.
      .map((fields) => ({ ...Object.fromEntries(fields), _id: 1 }));
    const page = fc.record({ skip: fc.integer({ min: 0, max: 3 }), limit: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 30, size: '+1' }),
        filter,
        sort,
        page,
        (documents, wanted, order, at) => {
          const indexes = [...INDEXES, index('c', '_id'), index('b', 'c', '_id'), index('-c', '-_id')];
          const { source } = collectionOf(withIds(documents), indexes);
          const asked = { ...at, sort: order };
          expect(ids(find(source, wanted, asked).rows)).toEqual(ids(find(scanOf(source), wanted, asked).rows));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('finds the same after any changes as in a collection that was loaded so', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(document, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), filter, (changes, wanted) => {
        const changed = new Collection(new Map(), INDEXES);
        for (const [id, fields] of changes) {
          changed.apply(new Map([[keyOf(id), fields && { ...fields, _id: id }]]));
        }
        const loaded = new Collection(new Map(changed.documents), INDEXES);
        const [one, other] = [matching(changed.source, wanted), matching(loaded.source, wanted)];
        expect(ids(one.found).sort()).toEqual(ids(other.found).sort());
        expect(ids(one.found).sort()).toEqual(ids(matching(scanOf(changed.source), wanted).found).sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a query examines', () => {
  const people = Array.from({ length: 300 }, (_each, n) => ({
    _id: `p${n}`,
    group: `g${n % 10}`,
    steps: n,
    state: n % 2 === 0 ? 'open' : 'shut',
    roster: [`u${n}`, `u${n + 1}`],
  }));
  const { source } = collectionOf(people, [
    index('group', 'steps'),
    index('state', 'group', '-steps'),
    index('roster', 'steps'),
  ]);
  const cost = (wanted: Readonly<Record<string, unknown>>, page: Parameters<typeof find>[2] = {}) => {
    const { examined, index: used, rows } = find(source, wanted, page);
    return [examined, rows.length, used];
  };

  test.each([
    ['one by _id', { _id: 'p7' }, {}, [1, 1, '_id_']],
    ['nobody by _id', { _id: 'nobody' }, {}, [0, 0, '_id_']],
    ['some by _id', { _id: { $in: ['p1', 'p2', 'nobody'] } }, {}, [2, 2, '_id_']],
    ['a range of _id', { _id: { $gte: 'p29', $lt: 'p3' } }, {}, [11, 11, '_id_']],
    ['a group', { group: 'g3' }, {}, [30, 30, 'group steps']],
    ['a group that is not there', { group: 'g' }, {}, [0, 0, 'group steps']],
    ['a range in a group', { group: 'g3', steps: { $gte: 103, $lt: 203 } }, {}, [10, 10, 'group steps']],
    [
      'the same, said by and',
      { $and: [{ group: 'g3' }, { steps: { $gte: 103 } }, { steps: { $lt: 203 } }] },
      {},
      [10, 10, 'group steps'],
    ],
    ['what the index does not hold', { group: 'g3', colour: 'red' }, {}, [30, 0, 'group steps']],
    ['two groups', { group: { $in: ['g1', 'g2'] } }, {}, [60, 60, 'group steps']],
    ['a page in the order of the index', { group: 'g3' }, { sort: { steps: 1 }, limit: 5 }, [5, 5, 'group steps']],
    ['a page backwards', { group: 'g3' }, { sort: { steps: -1 }, skip: 2, limit: 5 }, [7, 5, 'group steps']],
    [
      'a page of two groups',
      { group: { $in: ['g1', 'g2'] } },
      { sort: { steps: 1 }, limit: 5 },
      [60, 5, 'group steps'],
    ],
    ['the cheaper index', { group: 'g2', state: 'shut' }, {}, [0, 0, 'state group -steps']],
    ['an element of an array', { roster: 'u8' }, {}, [2, 2, 'roster steps']],
    ['an element of an array, in order', { roster: 'u8' }, { sort: { steps: -1 }, limit: 1 }, [1, 1, 'roster steps']],
    [
      'either of two',
      { $or: [{ group: 'g1', steps: { $lt: 50 } }, { roster: 'u8' }] },
      {},
      [7, 7, 'group steps + roster steps'],
    ],
    ['either, where one has no index', { $or: [{ group: 'g1' }, { colour: 'red' }] }, {}, [300, 30, 'scan']],
    ['all', {}, {}, [300, 300, 'scan']],
    ['a page without an order', {}, { limit: 5 }, [300, 5, 'scan']],
    ['a field without an index', { steps: 7 }, {}, [300, 1, 'scan']],
    ['the second field alone', { steps: { $gt: 290 } }, {}, [300, 9, 'scan']],
    ['a page in the order of an array', {}, { sort: { roster: 1 }, limit: 2 }, [300, 2, 'scan']],
    ['what is not there', { group: { $exists: false } }, {}, [300, 0, 'scan']],
  ] as const)('%s', (_name, wanted, page, expected) => {
    expect(cost(wanted, page)).toEqual(expected);
  });

  test('stays the same, and quick, with 10,000 documents of others', () => {
    const others = Array.from({ length: 10_000 }, (_each, n) => ({ _id: `o${n}`, group: `h${n % 20}`, steps: n }));
    const crowded = collectionOf([...people, ...others], [index('group', 'steps')]);
    expect(find(crowded.source, { group: 'g3' }, {})).toMatchObject({ examined: 30, index: 'group steps' });
    const timeOf = (from: Source): number => {
      const began = performance.now();
      for (let n = 0; n < 20; n += 1) find(from, { group: 'g3' }, { sort: { steps: -1 }, limit: 30 });
      return performance.now() - began;
    };
    timeOf(crowded.source);
    expect(timeOf(crowded.source) * 5).toBeLessThan(timeOf(scanOf(crowded.source)));
  });

  test('two arrays in one index are refused, as MongoDB refuses them', () => {
    const collection = new Collection(new Map(), [index('list', 'rows.n')]);
    const both = { _id: 1, list: [1], rows: [{ n: 1 }] };
    expect(() => collection.check(new Map([['v:1', both]]))).toThrow('cannot index parallel arrays [list] [rows.n]');
  });
});
