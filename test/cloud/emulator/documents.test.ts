import { startLocalCloud, type Failed, type LocalCloud } from './local-cloud';
import { anyOf, containing, matching } from './matchers';

describe('documents through the genuine wx-server-sdk', () => {
  let local: LocalCloud;

  beforeAll(async () => {
    local = await startLocalCloud({ collections: ['notes', 'people'] });
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    await local.cloud.clear();
    for (const name of ['notes', 'people']) await local.cloud.createCollection(name);
  });

  test('a document that was added is read back, with its dates as dates', async () => {
    const answer = await local.script<{ ahead: number }>(`
      const { _id } = await db.collection('notes').add({ data: { text: '你好', at: db.serverDate({ offset: 1000 }) } });
      const { data } = await db.collection('notes').doc(_id).get();
      return { text: data.text, isDate: data.at instanceof Date, ahead: data.at.getTime() - Date.now() };`);
    expect(answer).toMatchObject({ text: '你好', isDate: true });
    expect(answer.ahead).toBeGreaterThan(500);
    expect(answer.ahead).toBeLessThanOrEqual(1000);
    expect(local.cloud.documents('notes')).toEqual([
      { _id: matching(/^[0-9a-f]{32}$/), text: '你好', at: anyOf(Date) },
    ]);
  });

  test('set makes a document, then replaces all of it', async () => {
    const answer = await local.script(`
      const doc = db.collection('notes').doc('a');
      const made = await doc.set({ data: { one: 1, two: 2 } });
      const replaced = await doc.set({ data: { three: 3 } });
      return { made: made.stats, replaced: replaced.stats, data: (await doc.get()).data };`);
    expect(answer).toEqual({
      made: { updated: 0, created: 1 },
      replaced: { updated: 1, created: 0 },
      data: { _id: 'a', three: 3 },
    });
  });

  test('update merges fields, touches nested ones alone, and updates nothing where there is no document', async () => {
    const answer = await local.script(`
      const doc = db.collection('notes').doc('a');
      await doc.set({ data: { n: 1, deep: { a: 1, b: 2 }, list: [1] } });
      const { stats } = await doc.update({ data: { n: _.inc(2), deep: { a: 9 }, list: _.push([2, 3]), gone: _.remove() } });
      const missing = await db.collection('notes').doc('nobody').update({ data: { n: 1 } });
      return { stats, missing: missing.stats, data: (await doc.get()).data };`);
    expect(answer).toEqual({
      stats: { updated: 1 },
      missing: { updated: 0 },
      data: { _id: 'a', n: 3, deep: { a: 9, b: 2 }, list: [1, 2, 3] },
    });
  });

  test('an update that changes nothing counts as none, a set counts', async () => {
    const answer = await local.script(`
      const doc = db.collection('notes').doc('a');
      await doc.set({ data: { n: 1 } });
      return [(await doc.update({ data: { n: 1 } })).stats.updated, (await doc.set({ data: { n: 1 } })).stats.updated];`);
    expect(answer).toEqual([0, 1]);
  });

  test('a query sorts, skips, limits and projects', async () => {
    const answer = await local.script(`
      for (const n of [3, 1, 2, 5, 4]) await db.collection('people').add({ data: { _id: 'p' + n, n, tags: ['t' + n] } });
      const { data } = await db.collection('people')
        .where(_.or([{ n: _.gte(2).and(_.lte(4)) }, { tags: 't5' }]))
        .orderBy('n', 'desc').skip(1).limit(2).field({ n: true, _id: false }).get();
      const { total } = await db.collection('people').where({ n: _.in([1, 2, 9]) }).count();
      const match = await db.collection('people').where({ _id: db.RegExp({ regexp: '^P[12]$', options: 'i' }) }).get();
      return { data, total, match: match.data.map((one) => one._id).sort() };`);
    expect(answer).toEqual({ data: [{ n: 4 }, { n: 3 }], total: 2, match: ['p1', 'p2'] });
  });

  test('a conditional update changes what matches, all or the first', async () => {
    const answer = await local.script(`
      for (const n of [1, 2, 3]) await db.collection('people').add({ data: { _id: 'p' + n, n, roster: [] } });
      const join = () => db.collection('people')
        .where({ _id: 'p1', roster: _.neq('me'), 'roster.1': _.exists(false) })
        .update({ data: { roster: _.push('me'), rev: _.inc(1) } });
      const joins = [(await join()).stats.updated, (await join()).stats.updated];
      const all = await db.collection('people').where({ n: _.gt(1) }).update({ data: { old: true } });
      const removed = await db.collection('people').where({ old: true }).remove();
      return { joins, all: all.stats, removed: removed.stats, left: (await db.collection('people').get()).data };`);
    expect(answer).toEqual({
      joins: [1, 0],
      all: { updated: 2 },
      removed: { removed: 2 },
      left: [{ _id: 'p1', n: 1, roster: ['me'], rev: 1 }],
    });
  });

  test('an element that the query matched is updated by $', async () => {
    const answer = await local.script(`
      await db.collection('people').add({ data: { _id: 'p', pets: [{ id: 1, n: 0 }, { id: 2, n: 0 }] } });
      await db.collection('people').where({ 'pets.id': 2 }).update({ data: { 'pets.$.n': _.inc(5) } });
      return (await db.collection('people').doc('p').get()).data.pets;`);
    expect(answer).toEqual([
      { id: 1, n: 0 },
      { id: 2, n: 5 },
    ]);
  });

  test('an answer of more than 1 MB is refused', async () => {
    const [under, over, joined] = await local.script<readonly (number | string)[]>(`
      const people = db.collection('people');
      for (const n of [1, 2]) await people.add({ data: { n, text: '大'.repeat(200000) } });
      const size = (promise) => promise.then(({ data, list }) => (data ?? list).length, (error) => error.message);
      return [
        await size(people.where({ n: 1 }).get()),
        await size(people.where({ n: _.in([1, 2]) }).get()),
        await size(people.aggregate().limit(2).end()),
      ];`);
    const refused = expect.stringContaining('database query result size exceed limit (1MB)') as string;
    expect([under, over, joined]).toEqual([1, refused, refused]);
  });

  test('an aggregation groups and looks up; without a limit it answers 20 rows', async () => {
    const answer = await local.script(`
      const $ = db.command.aggregate;
      await Promise.all(Array.from({ length: 25 }, (_, n) => db.collection('people').add({ data: { _id: 'p' + n, team: n % 2, n } })));
      await db.collection('notes').add({ data: { _id: 'n', person: 'p3' } });
      const teams = await db.collection('people').aggregate()
        .group({ _id: '$team', sum: $.sum('$n') }).sort({ _id: 1 }).end();
      const all = await db.collection('people').aggregate().sort({ n: 1 }).end();
      const limited = await db.collection('people').aggregate().limit(23).end();
      const joined = await db.collection('notes').aggregate()
        .lookup({ from: 'people', localField: 'person', foreignField: '_id', as: 'who' }).end();
      return { teams: teams.list, all: all.list.length, limited: limited.list.length, who: joined.list[0].who[0].n };`);
    expect(answer).toEqual({
      teams: [
        { _id: 0, sum: 156 },
        { _id: 1, sum: 144 },
      ],
      all: 20,
      limited: 23,
      who: 3,
    });
  });

  describe('refusals', () => {
    test.each([
      [
        'a collection that nobody created',
        `db.collection('nowhere').add({ data: { a: 1 } })`,
        -502005,
        'Db or Table not exist: nowhere',
      ],
      [
        'also when it is read',
        `db.collection('nowhere').where({ a: 1 }).get()`,
        -502005,
        'Db or Table not exist: nowhere',
      ],
      [
        'an _id that exists',
        `db.collection('notes').add({ data: { _id: 'taken' } })`,
        -502001,
        'E11000 duplicate key error',
      ],
      [
        'inc of a string',
        `db.collection('notes').doc('taken').update({ data: { s: _.inc(1) } })`,
        -502001,
        'Cannot apply $inc to a value of non-numeric type',
      ],
      [
        'push on null',
        `db.collection('notes').doc('taken').update({ data: { nil: _.push(1) } })`,
        -502001,
        'must be an array but is of type null',
      ],
      [
        'a field under null',
        `db.collection('notes').doc('taken').update({ data: { 'nil.a': 1 } })`,
        -502001,
        "Cannot create field 'a' in element {nil: null}",
      ],
      [
        'a document that is not there',
        `db.collection('notes').doc('nobody').get()`,
        -1,
        'document with _id nobody does not exist',
      ],
      ['a collection that exists already', `db.createCollection('notes')`, -1, 'Table exist: notes'],
      [
        'an operator that MongoDB does not know',
        `db.collection('notes').where({ a: { $near2: 1 } }).get()`,
        -502001,
        '$near2',
      ],
    ])('%s', async (_name, code, errCode, text) => {
      await local.script(`await db.collection('notes').add({ data: { _id: 'taken', s: 'text', nil: null } });`);
      const before = local.cloud.documents('notes');
      const { failure } = await local.script<Failed>(`return await ${code};`);
      expect(failure).toMatchObject({ errCode, errMsg: containing(text) });
      expect(local.cloud.documents('notes')).toEqual(before);
    });
  });

  test('a function creates a collection', async () => {
    await local.script(`await db.createCollection('fresh'); await db.collection('fresh').add({ data: { _id: 'x' } });`);
    expect(local.cloud.collections).toContain('fresh');
    expect(local.cloud.documents('fresh')).toEqual([{ _id: 'x' }]);
  });

  test('two hundred joins at once never exceed the places', async () => {
    await local.script(`await db.collection('people').add({ data: { _id: 'walk', roster: [] } });`);
    const join = (openid: string) =>
      local.script<number>(
        `const { OPENID } = cloud.getWXContext();
         const walk = db.collection('people').where({ _id: 'walk', roster: _.neq(OPENID), 'roster.29': _.exists(false) });
         return (await walk.update({ data: { roster: _.push(OPENID) } })).stats.updated;`,
        openid,
      );
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => join(`oUser${n % 100}x`)));
    const [walk] = local.cloud.documents('people') as [{ roster: string[] }];
    expect(answers.reduce((sum, updated) => sum + updated, 0)).toBe(30);
    expect(new Set(walk.roster).size).toBe(30);
  });
});
