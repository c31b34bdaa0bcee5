/** A conditional update of one document is one step, whoever else wants it: the SDK's `where().update()`. */
import { startLocalCloud, SDK, type LocalCloud } from './local-cloud';

const PLACES = 30;
const JOIN = `
const join = (who) => db.collection('walks')
  .where({ _id: 'w', ['roster.' + (${PLACES} - 1)]: _.exists(false), roster: _.nin([who]) })
  .update({ data: { roster: _.push([who]), rev: _.inc(1) } })
  .then(({ stats }) => stats.updated);`;

const FUNCTIONS = {
  /** Many in one instance. */
  crowd: {
    code: `${SDK}${JOIN}
      exports.main = ({ people }) => Promise.all(people.map(join));`,
    config: { timeout: 20 },
  },
  /** One; many instances at once. */
  join: `${SDK}${JOIN}
    exports.main = () => join(cloud.getWXContext().OPENID);`,
};

describe('200 people who want 30 places', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    local = await startLocalCloud({ functions: FUNCTIONS, collections: ['walks'] });
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    await local.script(`await db.collection('walks').doc('w').set({ data: { roster: [], rev: 0 } });`);
  });
  const people = Array.from({ length: 200 }, (_each, n) => `oPerson${n}`);
  const walk = () => local.cloud.documents('walks')[0] as { readonly roster: readonly string[]; readonly rev: number };
  const seatedBy = (answers: readonly number[]) => people.filter((_who, n) => answers[n] === 1);

  function expectFair(seated: readonly string[]): void {
    const { roster, rev } = walk();
    expect(roster).toHaveLength(PLACES);
    expect(new Set(roster).size).toBe(PLACES);
    expect(rev).toBe(PLACES);
    // Who was told of a place has it, and nobody else.
    expect([...roster].sort()).toEqual([...seated].sort());
  }

  test('in one function, all at once', async () => {
    expectFair(seatedBy(await local.call<number[]>('crowd', { people })));
  });

  test('each in a call of their own, and each of them twice', async () => {
    const calls = [...people, ...people].map((who) => local.call<number>('join', {}, who));
    const answers = await Promise.all(calls);
    const twice = people.filter((_who, n) => answers[n] === 1 && answers[n + people.length] === 1);
    expect(twice).toEqual([]);
    expectFair(seatedBy(answers.slice(0, people.length).map((first, n) => first + (answers[n + people.length] ?? 0))));
  });

  test('while the same document is in a transaction now and then', async () => {
    const crowd = local.call<number[]>('crowd', { people });
    await local.script(`
      for (let n = 0; n < 5; n += 1) {
        const transaction = await db.startTransaction();
        try {
          await transaction.collection('walks').doc('w').update({ data: { seen: _.inc(1) } });
          await transaction.commit();
        } catch (error) {
          await transaction.rollback().catch(() => undefined);
        }
      }`);
    expectFair(seatedBy(await crowd));
  });
});
