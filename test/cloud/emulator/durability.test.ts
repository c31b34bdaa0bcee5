import { MemoryLevel } from 'memory-level';
import { Database } from '../../emulator/cloud/database/database';
import { modify } from '../../emulator/cloud/database/operations';
import { Transactions } from '../../emulator/cloud/database/transactions';

interface Options {
  readonly sync?: boolean;
}

/** What abstract-level asks of a driver. */
interface Driver {
  _batch(operations: readonly unknown[], options: Options): Promise<void>;
  _put(key: string, value: string, options: Options): Promise<void>;
}
const memory = MemoryLevel.prototype as unknown as Driver;

/** A disk that takes its time, fails when told to, and remembers what it was asked. */
class Disk extends MemoryLevel implements Driver {
  /** ms that the next batches take. */
  readonly delays: number[] = [];
  readonly synced: boolean[] = [];
  failure: Error | undefined;

  async _batch(operations: readonly unknown[], options: Options): Promise<void> {
    await this.#take(options);
    await memory._batch.call(this, operations, options);
  }

  async _put(key: string, value: string, options: Options): Promise<void> {
    await this.#take(options);
    await memory._put.call(this, key, value, options);
  }

  async #take({ sync = false }: Options): Promise<void> {
    this.synced.push(sync);
    const { failure, delays } = this;
    await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 0));
    if (failure !== undefined) throw failure;
  }
}

const add = (n: number) => modify({ filter: { _id: 'a' }, modifier: { $inc: { n } }, multi: false });
const set = (n: number) => modify({ filter: { _id: 'a' }, modifier: { $set: { n } }, multi: false });

describe('what the database says is written', () => {
  let disk: Disk;
  let database: Database;
  let transactions: Transactions;
  beforeEach(async () => {
    disk = new Disk();
    database = await Database.open(disk);
    await database.create('notes');
    const document = { _id: 'a', n: 0 };
    await database.write(() => ({
      writes: [{ collection: 'notes', changes: new Map([['s:a', document]]) }],
      answer: undefined,
    }));
    transactions = new Transactions(database);
  });

  const inMemory = () => [...database.documents('notes').values()];
  const onDisk = async () => [...(await Database.open(disk)).documents('notes').values()];

  test('reaches the disk in the order of the changes, however long each takes', async () => {
    disk.delays.push(60, 0);
    await Promise.all([transactions.write('notes', set(1)), transactions.write('notes', set(2))]);
    expect(inMemory()).toEqual([{ _id: 'a', n: 2 }]);
    expect(await onDisk()).toEqual(inMemory());
  });

  test('is not seen before it is there', async () => {
    disk.delays.push(60);
    const written = transactions.write('notes', set(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(inMemory()).toEqual([{ _id: 'a', n: 0 }]);
    await written;
    expect(inMemory()).toEqual([{ _id: 'a', n: 1 }]);
  });

  test('loses no change of two that are made at once', async () => {
    disk.delays.push(30, 30);
    await Promise.all([transactions.write('notes', add(1)), transactions.write('notes', add(1))]);
    expect(await onDisk()).toEqual([{ _id: 'a', n: 2 }]);
  });

  test('is forced to the disk by every change', async () => {
    await transactions.write('notes', set(1));
    await database.clear();
    expect(disk.synced).toEqual([true, true, true, true]);
    expect((await Database.open(disk)).names).toEqual([]);
  });

  test('is nothing where the disk failed: who asked hears of it, and the next change starts from before', async () => {
    disk.failure = new Error('no space left on device');
    await expect(transactions.write('notes', add(1))).rejects.toThrow('no space left on device');
    await expect(database.create('more')).rejects.toThrow('no space left on device');
    await expect(database.clear()).rejects.toThrow('no space left on device');
    disk.failure = undefined;
    expect(inMemory()).toEqual([{ _id: 'a', n: 0 }]);
    expect(database.names).toEqual(['notes']);
    await transactions.write('notes', add(5));
    expect(await onDisk()).toEqual([{ _id: 'a', n: 5 }]);
  });

  test('conflicts with a transaction that meets it on its way to the disk', async () => {
    const id = transactions.start();
    disk.delays.push(40);
    const plain = transactions.write('notes', set(1));
    await expect(transactions.write('notes', add(10), id)).rejects.toThrow('TransactionConflict');
    await plain;
    expect(await onDisk()).toEqual([{ _id: 'a', n: 1 }]);
  });

  test('leaves no lock behind where a commit could not be written', async () => {
    const id = transactions.start();
    await transactions.write('notes', add(1), id);
    disk.failure = new Error('no space left on device');
    await expect(transactions.commit(id)).rejects.toThrow('no space left on device');
    disk.failure = undefined;
    await transactions.write('notes', add(7));
    expect(inMemory()).toEqual([{ _id: 'a', n: 7 }]);
  });
});
