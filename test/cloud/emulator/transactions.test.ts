import { startLocalCloud, type Failed, type LocalCloud } from './local-cloud';
import { containing } from './matchers';

const CONFLICT = '[ResourceUnavailable.TransactionConflict]';

describe('transactions', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    local = await startLocalCloud({ collections: ['accounts'] });
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    await local.cloud.clear();
    await local.cloud.createCollection('accounts');
    await local.script(
      `for (const id of ['a', 'b']) await db.collection('accounts').add({ data: { _id: id, n: 10 } });`,
    );
  });
  const amounts = (): unknown =>
    Object.fromEntries(
      (local.cloud.documents('accounts') as { _id: string; n: number }[]).map(({ _id, n }) => [_id, n]),
    );

  test('what it writes is seen by others at its commit, all at once', async () => {
    const seen = await local.script(`
      const transaction = await db.startTransaction();
      await transaction.collection('accounts').doc('a').update({ data: { n: _.inc(-3) } });
      await transaction.collection('accounts').doc('b').update({ data: { n: _.inc(3) } });
      const inside = (await transaction.collection('accounts').doc('a').get()).data.n;
      const outside = (await db.collection('accounts').doc('a').get()).data.n;
      await transaction.commit();
      return { inside, outside };`);
    expect(seen).toEqual({ inside: 7, outside: 10 });
    expect(amounts()).toEqual({ a: 7, b: 13 });
  });

  test('a rollback leaves nothing', async () => {
    const { failure } = await local.script<Failed>(`
      return await db.runTransaction(async (transaction) => {
        await transaction.collection('accounts').add({ data: { _id: 'c', n: 1 } });
        await transaction.collection('accounts').doc('a').set({ data: { n: 0 } });
        await transaction.rollback({ errCode: 7, errMsg: 'enough' });
      });`);
    expect(failure).toBeDefined();
    expect(amounts()).toEqual({ a: 10, b: 10 });
  });

  test('it reads the data of its start, whatever others write meanwhile', async () => {
    const read = await local.script(`
      const transaction = await db.startTransaction();
      await db.collection('accounts').doc('a').update({ data: { n: 99 } });
      const then = (await transaction.collection('accounts').doc('a').get()).data.n;
      await transaction.rollback();
      return then;`);
    expect(read).toBe(10);
  });

  test("another transaction's write to the same document fails at once", async () => {
    const { failure } = await local.script<Failed>(`
      const first = await db.startTransaction();
      const second = await db.startTransaction();
      await first.collection('accounts').doc('a').update({ data: { n: 1 } });
      try {
        return await second.collection('accounts').doc('a').update({ data: { n: 2 } });
      } finally {
        await first.commit();
      }`);
    expect(failure).toMatchObject({ errCode: -501001, errMsg: containing(CONFLICT) });
    expect(amounts()).toEqual({ a: 1, b: 10 });
  });

  test('a write to a document that changed since its start is a conflict', async () => {
    const { failure } = await local.script<Failed>(`
      const transaction = await db.startTransaction();
      await db.collection('accounts').doc('a').update({ data: { n: 5 } });
      return await transaction.collection('accounts').doc('a').update({ data: { n: _.inc(1) } });`);
    expect(failure.errMsg).toContain(CONFLICT);
    expect(amounts()).toEqual({ a: 5, b: 10 });
  });

  test('a plain write that meets it waits until it is over', async () => {
    const order = await local.script(`
      const order = [];
      const transaction = await db.startTransaction();
      await transaction.collection('accounts').doc('a').update({ data: { n: 1 } });
      const plain = db.collection('accounts').where({ n: _.gt(0) }).update({ data: { n: _.mul(2) } })
        .then(() => order.push('plain'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('commit');
      await transaction.commit();
      await plain;
      return order;`);
    expect(order).toEqual(['commit', 'plain']);
    expect(amounts()).toEqual({ a: 2, b: 20 });
  });

  test('an ended transaction accepts nothing more', async () => {
    const { failure } = await local.script<Failed>(`
      const transaction = await db.startTransaction();
      await transaction.commit();
      return await transaction.collection('accounts').doc('a').update({ data: { n: 1 } });`);
    expect(failure.errMsg).toContain('Transaction does not exist');
  });

  test('the first operation that fails ends it: nothing that follows is taken', async () => {
    const messages = await local.script<readonly string[]>(`
      const transaction = await db.startTransaction();
      const accounts = transaction.collection('accounts');
      await accounts.doc('a').update({ data: { n: 1 } });
      const failed = (promise) => promise.then(() => 'ok', (error) => error.errMsg ?? error.message);
      return [
        await failed(accounts.doc('b').update({ data: { 'n.deep': 1 } })),
        await failed(accounts.doc('a').update({ data: { n: 2 } })),
        await failed(accounts.doc('a').get()),
        await failed(transaction.commit()),
        await failed(db.collection('accounts').doc('a').update({ data: { n: _.inc(5) } })),
      ];`);
    expect(messages).toEqual([
      containing("Cannot create field 'deep'"),
      containing('Transaction does not exist'),
      containing('Transaction does not exist'),
      containing('Transaction does not exist'),
      'ok',
    ]);
    expect(amounts()).toEqual({ a: 15, b: 10 });
  });

  test('a read that fails ends it too', async () => {
    const messages = await local.script<readonly string[]>(`
      const transaction = await db.startTransaction();
      const failed = (promise) => promise.then(() => 'ok', (error) => error.errMsg ?? error.message);
      return [
        await failed(transaction.collection('undeclared').doc('a').get()),
        await failed(transaction.collection('accounts').doc('a').get()),
        await failed(transaction.commit()),
      ];`);
    expect(messages).toEqual([
      containing('-502005'),
      containing('Transaction does not exist'),
      containing('Transaction does not exist'),
    ]);
  });

  describe('defects of the SDK, as they are on CloudBase', () => {
    const CONTENDED = `
      const other = await db.startTransaction();
      await other.collection('accounts').doc('a').update({ data: { n: 1 } });
      let runs = 0;`;

    test('runTransaction does not retry a conflict that an operation raises', async () => {
      const answer = await local.script(`${CONTENDED}
        try {
          await db.runTransaction(async (transaction) => {
            runs += 1;
            await transaction.collection('accounts').doc('a').update({ data: { n: 2 } });
          });
        } catch (error) {
          return { runs, errCode: error.errCode, code: error.code };
        } finally {
          await other.rollback();
        }`);
      expect(answer).toEqual({ runs: 1, errCode: -501001 });
    });

    test('it does where the callback restores the code', async () => {
      const answer = await local.script(`${CONTENDED}
        await db.runTransaction(async (transaction) => {
          runs += 1;
          if (runs === 2) await other.rollback();
          try {
            await transaction.collection('accounts').doc('a').update({ data: { n: 2 } });
          } catch (error) {
            if (!error.errMsg.includes('TransactionConflict')) throw error;
            error.code = 'DATABASE_TRANSACTION_CONFLICT';
            throw error;
          }
        });
        return runs;`);
      expect(answer).toBe(2);
      expect(amounts()).toEqual({ a: 2, b: 10 });
    });

    test('where().update inside a transaction escapes it', async () => {
      await local.script(`
        const transaction = await db.startTransaction();
        await transaction.collection('accounts').where({ _id: 'a' }).update({ data: { n: 77 } });
        await transaction.rollback();`);
      expect(amounts()).toEqual({ a: 77, b: 10 });
    });

    test('a failed callFunction, aggregation or createCollection surfaces as errCode -1', async () => {
      const codes = await local.script(`
        const code = (promise) => promise.then(() => 0, (error) => error.errCode);
        return [
          await code(cloud.callFunction({ name: 'nobody', data: {} })),
          await code(db.collection('nowhere').aggregate().limit(1).end()),
          await code(db.createCollection('accounts')),
        ];`);
      expect(codes).toEqual([-1, -1, -1]);
    });
  });
});
