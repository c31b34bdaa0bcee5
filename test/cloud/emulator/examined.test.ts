import { startLocalCloud, type LocalCloud } from './local-cloud';

describe('what the queries of a call examine', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    const ascending = (...fields: readonly string[]) =>
      fields.map((field) => ({ field, direction: 'ascending' as const }));
    local = await startLocalCloud({
      collections: ['people', 'groups'],
      indexes: {
        people: [
          { name: 'group', fields: ascending('group', 'steps') },
          { name: 'openid', fields: ascending('openid', 'takenAt') },
        ],
      },
    });
    await local.script(`
      const rows = Array.from({ length: 60 }, (_each, n) => ({ _id: 'p' + n, group: 'g' + (n % 6), steps: n, openid: 'o' + (n % 20), takenAt: n }));
      await db.collection('people').add({ data: rows.slice(0, 30) });
      await db.collection('people').add({ data: rows.slice(30) });
      await db.collection('groups').add({ data: [{ _id: 'g1', name: 'one' }, { _id: 'g2', name: 'two' }] });`);
  });
  afterAll(() => local.stop());

  /** What the last call cost, a line a database call. */
  async function cost(code: string): Promise<readonly string[]> {
    await local.script(code);
    const { database, examined } = local.cloud.calls.at(-1) ?? { database: [], examined: 0 };
    expect(examined).toBe(database.reduce((sum, operation) => sum + operation.examined, 0));
    return database.map(
      ({ action, collection, examined: walked, returned, index }) =>
        `${action} ${collection} ${walked} ${returned} ${index}`,
    );
  }

  test.each([
    ['doc', `db.collection('people').doc('p1').get()`, 'find people 1 1 _id_'],
    ['where', `db.collection('people').where({ group: 'g1' }).get()`, 'find people 10 10 group'],
    [
      'orderBy and limit',
      `db.collection('people').where({ group: 'g1' }).orderBy('steps', 'desc').limit(3).get()`,
      'find people 3 3 group',
    ],
    ['in', `db.collection('people').where({ group: _.in(['g1', 'g2']) }).get()`, 'find people 20 20 group'],
    [
      'and',
      `db.collection('people').where(_.and([{ group: 'g1' }, { steps: _.gte(31) }])).get()`,
      'find people 5 5 group',
    ],
    [
      'and of one field',
      `db.collection('people').where({ group: 'g1', steps: _.gte(7).and(_.lt(31)) }).get()`,
      'find people 4 4 group',
    ],
    [
      'or',
      `db.collection('people').where(_.or([{ group: 'g1' }, { openid: 'o2' }])).get()`,
      'find people 13 13 group + openid',
    ],
    [
      'or of one field',
      `db.collection('people').where({ group: _.eq('g1').or(_.eq('g2')) }).get()`,
      'find people 20 20 group',
    ],
    ['count', `db.collection('people').where({ group: 'g1' }).count()`, 'count people 10 10 group'],
    ['no index', `db.collection('people').where({ steps: 3 }).get()`, 'find people 60 1 scan'],
    [
      'update of many',
      `db.collection('people').where({ openid: 'o3', takenAt: _.lt(30) }).update({ data: { seen: true } })`,
      'update people 2 2 openid',
    ],
    [
      'the same again, which changes nothing',
      `db.collection('people').where({ openid: 'o3', takenAt: _.lt(30) }).update({ data: { seen: true } })`,
      'update people 2 0 openid',
    ],
    ['update of one', `db.collection('people').doc('p1').update({ data: { seen: 1 } })`, 'update people 1 1 _id_'],
    ['set', `db.collection('groups').doc('g3').set({ data: { name: 'three' } })`, 'set groups 0 1 _id_'],
    ['add', `db.collection('groups').add({ data: { _id: 'g4' } })`, 'add groups 0 1 none'],
    ['remove', `db.collection('people').where({ openid: 'o9' }).remove()`, 'remove people 3 3 openid'],
    [
      'aggregate that begins with match',
      `db.collection('people').aggregate().match({ group: 'g1' }).group({ _id: null, n: { $sum: 1 } }).end()`,
      'aggregate people 9 1 group',
    ],
    [
      'aggregate that does not',
      `db.collection('people').aggregate().sort({ steps: 1 }).limit(2).end()`,
      'aggregate people 57 2 scan',
    ],
    [
      'lookup',
      `db.collection('people').aggregate().match({ _id: 'p1' }).lookup({ from: 'groups', localField: 'group', foreignField: '_id', as: 'g' }).end()`,
      'aggregate people 5 1 _id_',
    ],
  ])('%s', async (_name, code, expected) => {
    expect(await cost(`await ${code};`)).toEqual([expected]);
  });

  test('a call that makes several has all of them, in their order', async () => {
    expect(
      await cost(`
        await db.collection('people').doc('p1').get();
        await db.runTransaction(async (transaction) => {
          await transaction.collection('people').doc('p2').update({ data: { seen: 2 } });
        });`),
    ).toEqual(['find people 1 1 _id_', 'start  0 0 none', 'update people 1 1 _id_', 'commit  0 0 none']);
  });

  test('a call that is refused examined nothing', async () => {
    await expect(local.call('nobody')).rejects.toThrow();
    expect(local.cloud.calls.at(-1)).toMatchObject({ examined: 0, database: [] });
  });
});

test.each([
  ['unique', { name: 'u', unique: true, fields: [{ field: 'a', direction: 'ascending' as const }] }, 'no unique index'],
  ['of no field', { name: 'u', fields: [] }, '1 to 31 fields'],
  ['of an odd path', { name: 'u', fields: [{ field: 'a..b', direction: 'ascending' as const }] }, "'a..b' is no path"],
])('an index that is %s is refused at the start', async (_name, wrong, message) => {
  await expect(startLocalCloud({ indexes: { notes: [wrong] } })).rejects.toThrow(message);
});
