import fc from 'fast-check';
import { CloudError } from '../../emulator/cloud/cloud-error';
import type { Document } from '../../emulator/cloud/database/document';
import { applyUpdate, type Modifier } from '../../emulator/cloud/database/update/apply-update';

const update = (fields: object, modifier: Modifier, filter = {}): object => {
  const { _id, ...rest } = applyUpdate({ _id: 'x', ...fields }, modifier, filter);
  expect(_id).toBe('x');
  return rest;
};
const refusal = (fields: object, modifier: Modifier, filter = {}): string => {
  const document: Document = Object.freeze({ _id: 'x', ...fields });
  const before = structuredClone(document);
  try {
    applyUpdate(document, modifier, filter);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    expect(error.code).toBe('DATABASE_REQUEST_FAILED');
    expect(document).toEqual(before);
    return error.message;
  }
  throw new Error('was not refused');
};

describe('update operators do as MongoDB does', () => {
  test.each<[string, object, Modifier, object]>([
    ['$set makes objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set of an element', { l: [1, 2] }, { $set: { 'l.1': 9 } }, { l: [1, 9] }],
    ['$set beyond an array fills with null', { l: [1] }, { $set: { 'l.3': 9 } }, { l: [1, null, null, 9] }],
    ['$set into an object under a number-like name', { o: {} }, { $set: { 'o.0': 1 } }, { o: { 0: 1 } }],
    ['$unset of a field', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    ['$unset of an element leaves null', { l: [1, 2] }, { $unset: { 'l.0': '' } }, { l: [null, 2] }],
    ['$unset through a scalar does nothing', { a: 1 }, { $unset: { 'a.b.c': '' } }, { a: 1 }],
    ['$inc of a missing field', {}, { $inc: { 'a.n': 2 } }, { a: { n: 2 } }],
    ['$mul of a missing field is 0', {}, { $mul: { n: 2 } }, { n: 0 }],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3, c: 1 } }, { a: 3, b: 5, c: 1 }],
    ['$max compares across types: a string is more than a number', { a: 5 }, { $max: { a: '1' } }, { a: '1' }],
    ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'd.e', none: 'x' } }, { b: { c: 2 }, d: { e: 1 } }],
    ['$bit', { n: 6 }, { $bit: { n: { and: 3 } } }, { n: 2 }],
    ['$push of one', { l: [1] }, { $push: { l: [2] } }, { l: [1, [2]] }],
    ['$push with slice on a missing field', {}, { $push: { l: { $each: [1, 2, 3], $slice: -2 } } }, { l: [2, 3] }],
    [
      '$push with position, then sort, then slice',
      { l: [5, 1] },
      { $push: { l: { $each: [3], $position: 0, $sort: 1, $slice: 2 } } },
      { l: [1, 3] },
    ],
    [
      '$push sorts by fields',
      { l: [{ a: 1, b: 1 }] },
      {
        $push: {
          l: {
            $each: [
              { a: 1, b: 0 },
              { a: 2, b: 9 },
            ],
            $sort: { a: -1, b: 1 },
          },
        },
      },
      {
        l: [
          { a: 2, b: 9 },
          { a: 1, b: 0 },
          { a: 1, b: 1 },
        ],
      },
    ],
    [
      '$addToSet drops duplicates inside $each',
      { s: [1] },
      { $addToSet: { s: { $each: [2, 2, 1, 3] } } },
      { s: [1, 2, 3] },
    ],
    ['also on a missing field', {}, { $addToSet: { s: { $each: [2, 2] } } }, { s: [2] }],
    ['$addToSet keeps what was double', { s: [1, 1] }, { $addToSet: { s: 1 } }, { s: [1, 1] }],
    [
      '$addToSet tells field orders apart',
      { s: [{ a: 1, b: 2 }] },
      { $addToSet: { s: { b: 2, a: 1 } } },
      {
        s: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      },
    ],
    [
      '$pop at both ends',
      { a: [1, 2], b: [1, 2], c: [] },
      { $pop: { a: 1, b: -1, c: 1, none: 1 } },
      { a: [1], b: [2], c: [] },
    ],
    [
      '$pop, $pull and $pullAll of what is not there',
      { a: {}, l: [] },
      { $pop: { 'a.b': 1 }, $pull: { 'x.y': 1 }, $pullAll: { 'l.3': [1] } },
      { a: {}, l: [] },
    ],
    ['$rename of a whole array', { a: [1], b: [2] }, { $rename: { a: 'b' } }, { b: [1] }],
    ['$rename of an element that is not there', { a: [1] }, { $rename: { 'a.5': 'b' } }, { a: [1] }],
    ['$pull of a value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
    ['$pull by a condition on the element', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
    [
      '$pull by fields of the element',
      { l: [{ id: 1, x: 1 }, { id: 2 }] },
      { $pull: { l: { id: 1 } } },
      { l: [{ id: 2 }] },
    ],
    ['$pullAll', { l: [1, 2, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
    ['all elements by $[]', { l: [{ n: 1 }, { n: 2 }] }, { $inc: { 'l.$[].n': 1 } }, { l: [{ n: 2 }, { n: 3 }] }],
    ['a field called __proto__ is data', {}, { $set: { ['__proto__']: 1 } }, JSON.parse('{"__proto__":1}')],
  ])('%s', (_name, before, modifier, after) => {
    expect(update(before, modifier)).toEqual(after);
  });

  test('$ is the element that the query matched', () => {
    const before = { l: [{ id: 1 }, { id: 2 }] };
    expect(update(before, { $set: { 'l.$.done': true } }, { 'l.id': 2 })).toEqual({
      l: [{ id: 1 }, { id: 2, done: true }],
    });
    expect(refusal(before, { $set: { 'l.$.done': true } }, { other: 1 })).toMatch('positional operator did not find');
  });

  test.each<[string, object, Modifier, string]>([
    ['$inc of a string', { n: '1' }, { $inc: { n: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
    ['$inc of null', { n: null }, { $inc: { n: 1 } }, "has the field 'n' of non-numeric type null"],
    ['$inc by a string', { n: 1 }, { $inc: { n: '1' } }, 'Cannot increment with non-numeric argument'],
    ['$mul of an array', { n: [1] }, { $mul: { n: 2 } }, 'Cannot apply $mul'],
    ['$set under null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
    ['$set under a number', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
    ['$set under a text', { a: 's' }, { $inc: { 'a.b.c': 1 } }, 'Cannot create field \'b\' in element {a: "s"}'],
    ['$set by name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: [1]}"],
    ['$set under a date', { a: new Date(0) }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['$push on null', { l: null }, { $push: { l: 1 } }, 'must be an array but is of type null'],
    ['$push on an object', { l: {} }, { $push: { l: 1 } }, 'must be an array but is of type object'],
    [
      '$push with an unknown clause',
      { l: [] },
      { $push: { l: { $each: [1], $top: 1 } } },
      'Unrecognized clause in $push: $top',
    ],
    [
      '$push with slice alone',
      { l: [] },
      { $push: { l: { $slice: 1 } } },
      'The argument to $each in $push must be an array',
    ],
    ['$addToSet on a text', { s: 'abc' }, { $addToSet: { s: 1 } }, 'Cannot apply $addToSet to non-array field'],
    ['$addToSet on null', { s: null }, { $addToSet: { s: 1 } }, 'has non-array type null'],
    ['$pop on a number', { l: 1 }, { $pop: { l: 1 } }, "contains an element of non-array type 'int'"],
    ['$pull on a text', { l: 'a' }, { $pull: { l: 'a' } }, 'Cannot apply $pull to a non-array value'],
    ['$pullAll on null', { l: null }, { $pullAll: { l: [1] } }, 'Cannot apply $pullAll to a non-array value'],
    ['$pop through a text', { a: 'foo' }, { $pop: { 'a.b': 1 } }, 'Cannot use the part (b) of (a.b) to traverse'],
    ['$pop through null', { a: null }, { $pop: { 'a.b': 1 } }, 'to traverse the element ({a: null})'],
    ['$pull by name in an array', { a: [{ b: [1] }] }, { $pull: { 'a.b': 1 } }, 'Cannot use the part (b) of (a.b)'],
    ['$pullAll by name in an array', { a: [{ b: [1] }] }, { $pullAll: { 'a.b': [1] } }, 'Cannot use the part (b)'],
    ['$pull through a number', { a: { b: 1 } }, { $pull: { 'a.b.c.d': 1 } }, 'Cannot use the part (c) of (a.b.c.d)'],
    ['$rename from under a text', { a: 'foo' }, { $rename: { 'a.b': 'c' } }, 'Cannot use the part (b) of (a.b)'],
    [
      '$rename of an element',
      { a: [1] },
      { $rename: { 'a.0': 'b' } },
      "The source field cannot be an array element, 'a.0' in doc with _id: \"x\" has an array field called 'a'",
    ],
    [
      '$rename inside an element',
      { a: { l: [{ b: 1 }] } },
      { $rename: { 'a.l.0.b': 'c' } },
      "has an array field called 'l'",
    ],
    [
      '$rename to an element',
      { a: [1], b: 2 },
      { $rename: { b: 'a.1' } },
      'The destination field cannot be an array element',
    ],
    [
      '$addToSet with another clause',
      { s: [] },
      { $addToSet: { s: { $each: [1], $slice: 1 } } },
      'Found unexpected fields after $each in $addToSet',
    ],
    [
      'one field twice',
      { a: 1 },
      { $inc: { a: 1 }, $set: { a: 2 } },
      "Updating the path 'a' would create a conflict at 'a'",
    ],
    [
      'a field and its part',
      {},
      { $set: { a: {}, 'a.b': 1 } },
      "Updating the path 'a.b' would create a conflict at 'a'",
    ],
    ['_id', {}, { $set: { _id: 'y' } }, "would modify the immutable field '_id'"],
    ['an empty name', {}, { $set: { 'a..b': 1 } }, 'contains an empty field name'],
    ['an unknown operator', {}, { $explode: { a: 1 } }, 'Unknown modifier: $explode'],
  ])('refuses %s', (_name, before, modifier, text) => {
    expect(refusal(before, modifier)).toContain(text);
  });

  test('a refusal of one operator leaves nothing of the others', () => {
    expect(refusal({ a: 1, b: 'x' }, { $inc: { a: 1 }, $mul: { b: 2 } })).toContain('$mul');
  });
});

describe('for any document', () => {
  const name = fc.constantFrom('a', 'b', '0', '1');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('.'));
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, 'text', 0, 1, -2.5),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const fields = fc.dictionary(name, value, { maxKeys: 3 });

  /** What stands at a path: a value, nothing (could be made), or no way to it. */
  const at = (root: unknown, names: readonly string[]): { value: unknown } | 'missing' | 'no way' => {
    const [first, ...rest] = names;
    if (first === undefined) return { value: root };
    if (typeof root !== 'object' || root === null) return 'no way';
    if (Array.isArray(root) && !/^\d+$/.test(first)) return 'no way';
    if (!Object.hasOwn(root, first)) return 'missing';
    return at((root as Record<string, unknown>)[first], rest);
  };

  const OPERATIONS: Record<
    string,
    { operand: unknown; accepts(value: unknown): boolean; result(value: unknown): unknown }
  > = {
    $set: { operand: 'new', accepts: () => true, result: () => 'new' },
    $inc: {
      operand: 3,
      accepts: (old) => typeof old === 'number',
      result: (old) => ((old as number | undefined) ?? 0) + 3,
    },
    $mul: {
      operand: 3,
      accepts: (old) => typeof old === 'number',
      result: (old) => ((old as number | undefined) ?? 0) * 3,
    },
    $push: {
      operand: { $each: ['p', 'q'], $slice: -3 },
      accepts: Array.isArray,
      result: (old) => [...((old as unknown[] | undefined) ?? []), 'p', 'q'].slice(-3),
    },
    $addToSet: {
      operand: { $each: ['p', 'p'] },
      accepts: Array.isArray,
      result: (old) => [...((old as unknown[] | undefined) ?? []), 'p'],
    },
  };

  test.each(Object.keys(OPERATIONS))(
    '%s does exactly what the rule says, or refuses and leaves all as it was',
    (operator) => {
      const operation = OPERATIONS[operator];
      if (operation === undefined) throw new Error(operator);
      fc.assert(
        fc.property(fields, path, (document, where) => {
          const before = structuredClone(document);
          const present = at(document, where.split('.'));
          const allowed = present !== 'no way' && (present === 'missing' || operation.accepts(present.value));
          const modifier = { [operator]: { [where]: operation.operand } };
          if (!allowed) {
            refusal(document, modifier);
          } else {
            const after = update(document, modifier);
            const expected = operation.result(present === 'missing' ? undefined : present.value);
            expect(at(after, where.split('.'))).toEqual({ value: expected });
            const top = where.split('.')[0] ?? '';
            const { [top]: _changed, ...others } = after as Record<string, unknown>;
            const { [top]: _old, ...same } = before;
            expect(others).toEqual(same);
          }
          expect(document).toEqual(before);
        }),
        { numRuns: 500 },
      );
    },
  );
});
