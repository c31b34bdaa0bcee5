import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, SDK, startLocalCloud, type Failed, type LocalCloud } from './local-cloud';
import { eventually } from '../../eventually';

const FUNCTIONS = {
  /** Adds three notes, one after the other. */
  three: `${SDK}
    exports.main = async (event) => {
      for (const n of [1, 2, 3]) {
        await db.collection('notes').add({ data: { _id: event.id + n } }).catch((error) => console.log('caught', error.errMsg));
      }
      return 'done';
    };`,
  /** Counts its calls in the database; answers who it was. */
  counted: `${SDK}
    exports.main = async (event, context) => {
      await db.collection('notes').doc('count').update({ data: { n: _.inc(1) } });
      return { event, request: context.request_id };
    };`,
  weChat: {
    code: `${SDK}
      exports.main = async () => {
        try {
          return await cloud.openapi.updatableMessage.createActivityId();
        } catch (error) {
          return { failure: { errCode: error.errCode } };
        }
      };`,
    config: { permissions: { openapi: ['updatableMessage.createActivityId'] }, timeout: 2 },
  },
};

describe('faults', () => {
  let local: LocalCloud;
  /** Calls that WeChat carried out. */
  let carriedOut = 0;
  beforeAll(async () => {
    local = await startLocalCloud({
      functions: FUNCTIONS,
      openapi: {
        'updatableMessage.createActivityId': () => {
          carriedOut += 1;
          return { errcode: 0, activity_id: `a${carriedOut}`, expiration_time: 0 };
        },
      },
    });
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    carriedOut = 0;
    local.cloud.faults.clear();
    await local.cloud.clear();
    await local.cloud.createCollection('notes');
    await local.script(`await db.collection('notes').add({ data: { _id: 'count', n: 0 } });`);
  });
  const ids = () => local.cloud.documents('notes').map((note) => (note as { _id: string })._id);
  const notes = () => ids().filter((id) => id !== 'count');
  const count = () => (local.cloud.documents('notes')[0] as { n: number }).n;
  const add = (id: string) =>
    local.script<Failed | undefined>(`await db.collection('notes').add({ data: { _id: '${id}' } });`);

  describe('an answer that is lost', () => {
    test('was carried out, once: the SDK rejects and does not try again', async () => {
      local.cloud.faults.loseAnswer({}, 1);
      const { failure } = (await add('a')) as Failed;
      expect(failure.errMsg).toContain('socket hang up');
      expect(failure.errCode).toBe(-501001);
      expect(notes()).toEqual(['a']);
      expect(local.cloud.calls.at(-1)).toMatchObject({ databaseCalls: 1, database: [{ action: 'add', returned: 1 }] });
      expect(await add('b')).toBeNull();
    });

    test('may have been an error, which nobody hears', async () => {
      await add('a');
      local.cloud.faults.loseAnswer({ action: 'add' }, 1);
      expect(((await add('a')) as Failed).failure.errMsg).toContain('socket hang up');
      expect(((await add('a')) as Failed).failure.errMsg).toContain('E11000');
    });

    test('is of the named action and function alone, reads only where they are named', async () => {
      local.cloud.faults.loseAnswer({ function: 'three' }, 1);
      local.cloud.faults.loseAnswer({ action: 'count' }, 1);
      expect(await add('a')).toBeNull();
      expect(await local.script(`return (await db.collection('notes').doc('a').get()).data._id;`)).toBe('a');
      const { failure } = await local.script<Failed>(`return await db.collection('notes').count();`);
      expect(failure.errMsg).toContain('socket hang up');
      await local.call('three', { id: 'n' });
      expect(local.cloud.calls.at(-1)?.console).toHaveLength(1);
      expect(notes()).toEqual(['a', 'n1', 'n2', 'n3']);
    });

    test('leaves a transaction committed', async () => {
      local.cloud.faults.loseAnswer({ action: 'commit' }, 1);
      const { failure } = await local.script<Failed>(`
        return await db.runTransaction(async (transaction) => {
          await transaction.collection('notes').doc('count').update({ data: { n: 7 } });
        });`);
      expect(failure).toBeDefined();
      expect(count()).toBe(7);
    });
  });

  test('a busy database refuses writes with -501004 and changes nothing; it still reads', async () => {
    local.cloud.faults.databaseBusy(2);
    expect(((await add('a')) as Failed).failure).toMatchObject({ errCode: -501004 });
    expect(await local.script(`return (await db.collection('notes').count()).total;`)).toBe(1);
    const { failure } = await local.script<Failed>(
      `return await db.collection('notes').doc('count').update({ data: { n: 5 } });`,
    );
    expect(failure.errCode).toBe(-501004);
    expect([notes(), count()]).toEqual([[], 0]);
    expect(await add('a')).toBeNull();
  });

  test('a slow database takes its time, as often as it was told', async () => {
    const timed = async () => {
      const began = performance.now();
      await add(`n${began}`);
      return performance.now() - began;
    };
    await timed();
    local.cloud.faults.delayDatabase(300, 1);
    expect(await timed()).toBeGreaterThanOrEqual(300);
    expect(await timed()).toBeLessThan(300);
  });

  describe('a function that is killed', () => {
    test.each([
      [0, []],
      [1, ['x1']],
      [2, ['x1', 'x2']],
      [3, ['x1', 'x2', 'x3']],
      [4, ['x1', 'x2', 'x3']],
    ])(
      'after %d database calls has carried out those, and nothing else of it runs',
      async (afterDatabaseCalls, left) => {
        local.cloud.faults.killFunction('three', 1, { afterDatabaseCalls });
        const { errCode } = await failureOf(local.call('three', { id: 'x' }));
        expect(errCode).toBe(-504002);
        await sleep(100);
        expect(notes()).toEqual(left);
        // Its code never saw a connection break.
        expect(local.cloud.calls.at(-1)?.console).toEqual([]);
        expect(await local.call('three', { id: 'y' })).toBe('done');
      },
    );

    test('dies after the first, where nobody says', async () => {
      local.cloud.faults.killFunction('three', 2);
      await failureOf(local.call('three', { id: 'x' }));
      await failureOf(local.call('three', { id: 'y' }));
      expect(notes()).toEqual(['x1', 'y1']);
    });
  });

  describe('a call that is delivered twice', () => {
    const records = () => local.cloud.calls.filter(({ name }) => name === 'counted');

    test('at once: the caller has the first answer, both are carried out', async () => {
      const before = records().length;
      local.cloud.faults.duplicateCall('counted', 1);
      const { event, request } = await local.call<{ event: object; request: string }>('counted', { a: 1 });
      await eventually(() => records().length >= before + 2, 'both calls to end');
      expect(count()).toBe(2);
      const [one, other] = records().slice(before);
      expect(one?.requestID).not.toBe(other?.requestID);
      expect([one?.requestID, other?.requestID]).toContain(request);
      expect([one?.event, other?.event]).toEqual([event, event]);
      expect([one?.openid, other?.openid]).toEqual(['oUserA', 'oUserA']);
      await local.call('counted');
      expect(count()).toBe(3);
    });

    test('late: when the clock is so much further', async () => {
      local.cloud.faults.duplicateCall('counted', 1, { afterMs: 3_600_000 });
      await local.call('counted');
      await sleep(50);
      expect(count()).toBe(1);
      local.clock.advance(3_600_000);
      await eventually(() => count() >= 2, 'the second delivery');
      local.clock.setOffset(0);
    });

    test('the first is killed: the second carries it out, as where CloudBase tries again', async () => {
      local.cloud.faults.duplicateCall('counted', 1, { afterMs: 50 });
      local.cloud.faults.killFunction('counted', 1, { afterDatabaseCalls: 0 });
      await failureOf(local.call('counted'));
      expect(count()).toBe(0);
      await eventually(() => count() >= 1, 'the second delivery');
    });

    test('late ones are forgotten when faults are cleared', async () => {
      local.cloud.faults.duplicateCall('counted', 1, { afterMs: 60_000 });
      await local.call('counted');
      local.cloud.faults.clear();
      local.clock.advance(120_000);
      await sleep(150);
      local.clock.setOffset(0);
      expect(count()).toBe(1);
    });
  });

  describe('WeChat', () => {
    const timed = async (answer: Promise<unknown>) => {
      const began = performance.now();
      await answer;
      return performance.now() - began;
    };

    test('is slow, before or after it did what was asked', async () => {
      await local.call('weChat');
      for (const [when, doneAtOnce] of [
        ['before', 1],
        ['after', 2],
      ] as const) {
        carriedOut = 1;
        local.cloud.faults.delayOpenApi('updatableMessage.createActivityId', 600, 1, when);
        const answer = local.call<{ activityId: string }>('weChat');
        await sleep(300);
        expect(carriedOut).toBe(doneAtOnce);
        expect((await answer).activityId).toBe('a2');
      }
      expect(await timed(local.call('weChat'))).toBeLessThan(500);
    });

    test('has done it though the function timed out', async () => {
      local.cloud.faults.delayOpenApi('updatableMessage.createActivityId', 2500, 1, 'after');
      expect((await failureOf(local.call('weChat'))).errCode).toBe(-504003);
      expect(carriedOut).toBe(1);
    });

    test('refuses by name, as often as it was told', async () => {
      local.cloud.faults.failOpenApi('updatableMessage.createActivityId', 45009, 1);
      expect(await local.call('weChat')).toEqual({ failure: { errCode: 45009 } });
      expect(carriedOut).toBe(0);
      expect(await local.call('weChat')).toMatchObject({ activityId: 'a1' });
    });
  });

  test('clearing takes all of them back', async () => {
    const { faults } = local.cloud;
    faults.killFunction('three', 5);
    faults.delayFunction('three', 60_000, 5);
    faults.duplicateCall('three', 5);
    faults.delayDatabase(60_000, 5);
    faults.loseAnswer({}, 5);
    faults.loseAnswer({ function: 'three', action: 'add' }, 5);
    faults.databaseBusy(5);
    faults.failOpenApi('updatableMessage.createActivityId', 45009, 5);
    faults.delayOpenApi('updatableMessage.createActivityId', 60_000, 5, 'before');
    faults.clear();
    expect(await local.call('three', { id: 'x' })).toBe('done');
    expect(await local.call('weChat')).toMatchObject({ activityId: 'a1' });
    expect(notes()).toEqual(['x1', 'x2', 'x3']);
  });

  test.each([
    ['times', () => local.cloud.faults.databaseBusy(-1)],
    ['times', () => local.cloud.faults.loseAnswer({}, 1.5)],
    ['ms', () => local.cloud.faults.delayDatabase(Number.NaN, 1)],
    ['ms', () => local.cloud.faults.duplicateCall('three', 1, { afterMs: -1 })],
    ['afterDatabaseCalls', () => local.cloud.faults.killFunction('three', 1, { afterDatabaseCalls: 0.5 })],
  ])('%s that make no sense are refused', (what, set) => {
    expect(set).toThrow(what);
  });
});
