/** The environment is emptied in the middle of calls: nothing of them reaches what comes after. */
import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf, SDK, startLocalCloud, type LocalCloud } from './local-cloud';
import { eventually } from '../../eventually';

const FUNCTIONS = {
  /** Writes without end. */
  busy: {
    code: `${SDK}
      exports.main = async () => {
        for (let n = 0; ; n += 1) await db.collection('notes').doc('n').set({ data: { n } }).catch(() => undefined);
      };`,
    config: { timeout: 20 },
  },
  /** Answers, and writes after that. */
  late: `${SDK}
    exports.main = async () => {
      setTimeout(() => db.collection('notes').add({ data: { _id: 'late' } }).catch(() => undefined), 300);
    };`,
  /** Has time to be held. */
  add: {
    code: `${SDK}
    exports.main = async () => db.collection('notes').add({ data: { _id: 'added' } });`,
    config: { timeout: 20 },
  },
};

const EMPTIED = { errCode: -504002, errMsg: expect.stringContaining('the environment was emptied') as string };

let local: LocalCloud;
beforeAll(async () => {
  local = await startLocalCloud({ functions: FUNCTIONS, collections: ['notes'] });
});
afterAll(() => local.stop());
afterEach(() => local.cloud.faults.clear());

async function empty(): Promise<void> {
  await local.cloud.clear();
  await local.cloud.createCollection('notes');
}
const notes = () => local.cloud.documents('notes');

test('a function that writes is ended, and fails', async () => {
  const failed = failureOf(local.call('busy'));
  await eventually(() => notes().length > 0, 'a note');
  await empty();
  expect(await failed).toMatchObject(EMPTIED);
  await sleep(100);
  expect(notes()).toEqual([]);
  await local.call('add');
  expect(notes()).toHaveLength(1);
});

test('calls that wait for a thread, and calls that are held, fail', async () => {
  await empty();
  const failed = Array.from({ length: 20 }, () => failureOf(local.call('busy')));
  local.cloud.faults.delayFunction('add', 15_000, 1);
  failed.push(failureOf(local.call('add')));
  await eventually(() => notes().length > 0, 'a note');
  await empty();
  for (const failure of await Promise.all(failed)) expect(failure).toMatchObject(EMPTIED);
  await sleep(100);
  expect(notes()).toEqual([]);
});

test('a database call that is under way is not carried out', async () => {
  await empty();
  local.cloud.faults.delayDatabase(1_500, 1);
  const failed = failureOf(local.call('add'));
  await eventually(() => local.cloud.faults.armed.length === 0, 'the call to be held');
  await empty();
  expect(await failed).toMatchObject(EMPTIED);
  await sleep(1_600);
  expect(notes()).toEqual([]);
});

test('nor is what a function does after its answer', async () => {
  await empty();
  await local.call('late');
  await empty();
  await sleep(500);
  expect(notes()).toEqual([]);
});

test('URLs of files are worth nothing any more', async () => {
  const [file] = await local.cloud.files.temporaryUrls('oAnn', [
    await local.cloud.files.upload('oAnn', 'a.txt', Buffer.from('a')),
  ]);
  expect((await fetch(file?.tempFileURL ?? '')).status).toBe(200);
  await empty();
  expect((await fetch(file?.tempFileURL ?? '')).status).toBe(403);
});
