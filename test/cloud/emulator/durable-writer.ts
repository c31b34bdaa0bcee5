/**
 * A process that writes until it is killed, and says on stdout what it begins (`+`) and what was acknowledged (`=`), a
 * line each. Arguments: the folder of the storage, and the number of this run.
 */
import { writeSync } from 'node:fs';
import { Database } from '../../emulator/cloud/database/database';
import { insert, modify, remove } from '../../emulator/cloud/database/operations';
import { Transactions } from '../../emulator/cloud/database/transactions';
import { openStorage } from '../../emulator/storage';

/** What one document is after a step; undefined: gone. */
export interface Step {
  readonly lane: string;
  readonly value: string | undefined;
}

export const LANES = Array.from({ length: 12 }, (_each, n) => `lane${n}`);
export const BOARD = Array.from({ length: 40 }, (_each, n) => `row${n}`);
/** What both accounts hold together. */
export const MONEY = 1000;
/** Large enough that a batch is no single sector of a disk. */
const PAD = 'x'.repeat(2000);

const say = (sign: '+' | '=', step: Step): void => void writeSync(1, `${sign}${JSON.stringify(step)}\n`);

async function main(folder: string, run: string): Promise<void> {
  const database = await Database.open(await openStorage(folder));
  const transactions = new Transactions(database);
  for (const name of ['lanes', 'board', 'accounts']) if (!database.names.includes(name)) await database.create(name);
  if (database.documents('board').size === 0) {
    await transactions.write(
      'board',
      insert(
        'board',
        BOARD.map((_id) => ({ _id, round: 0, pad: PAD })),
      ),
    );
    await transactions.write(
      'accounts',
      insert('accounts', [
        { _id: 'a', n: MONEY },
        { _id: 'b', n: 0 },
      ]),
    );
  }

  /** Adds, changes and removes one document for ever. */
  async function lane(name: string): Promise<void> {
    for (let step = 0; ; step += 1) {
      const value = `${run}.${step}`;
      const there = database.documents('lanes').has(`s:${name}`);
      const next: Step = { lane: name, value: there && step % 3 === 2 ? undefined : value };
      say('+', next);
      if (!there) await transactions.write('lanes', insert('lanes', [{ _id: name, value, pad: PAD }]));
      else if (next.value === undefined) await transactions.write('lanes', remove({ _id: name }, false));
      else
        await transactions.write(
          'lanes',
          modify({ filter: { _id: name }, modifier: { $set: { value } }, multi: false }),
        );
      say('=', next);
    }
  }

  /** Changes all rows at once, for ever. */
  async function board(): Promise<void> {
    for (;;) {
      const round = Number([...database.documents('board').values()][0]?.['round']) + 1;
      say('+', { lane: 'board', value: String(round) });
      await transactions.write(
        'board',
        modify({ filter: { round: { $lt: round } }, modifier: { $set: { round } }, multi: true }),
      );
      say('=', { lane: 'board', value: String(round) });
    }
  }

  /** Moves money between two accounts in a transaction, for ever. */
  async function accounts(): Promise<void> {
    for (;;) {
      const id = transactions.start();
      const move = (_id: string, n: number) =>
        transactions.write('accounts', modify({ filter: { _id }, modifier: { $inc: { n } }, multi: false }), id);
      await move('a', -1);
      await move('b', 1);
      const value = String(transactions.read('accounts', ({ documents }) => documents.get('s:b')?.['n'], id));
      say('+', { lane: 'accounts', value });
      await transactions.commit(id);
      say('=', { lane: 'accounts', value });
    }
  }

  await Promise.all([...LANES.map(lane), board(), accounts()]);
}

const [, file = '', folder, run = ''] = process.argv;
if (file.includes('durable-writer') && folder !== undefined) {
  main(folder, run).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
