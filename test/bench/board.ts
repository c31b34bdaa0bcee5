/**
 * Opening a group's board by its card: the calls, their documents and bytes, what they put on the screen, faces
 * included; for 10, 100 and 500 members, against a board that draws all of its rows (the same project with a window
 * that shows everything).
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { processEnvironment } from '../emulator/cloud/functions/environment';
import { connectControl } from '../emulator/control/client';
import type { Control, PhoneInfo } from '../emulator/control/types';
import { ENV, startEmulator } from '../emulator/server/emulator';
import { putMembers } from '../e2e/group-members';
import { Person } from '../e2e/person';
import { png } from '../pictures';
import { copyProject, projectRoot } from '../project-copy';
import { quiet } from './quiet';
import type { Row } from './row';

const SIZES = [10, 100, 500];
const BOUND_BYTES = 16 * 1024;
const BOUND_NODES = 300;
/** The board; the group's walks; the faces on the screen, in batches of 30. */
const BOUND_CALLS = 3;
/** After this a page reads its walks anew. */
const A_WHILE_MS = 2_000;

interface Opening {
  readonly calls: number;
  readonly databaseCalls: number;
  readonly examined: number;
  readonly answer: number;
  readonly setDataCount: number;
  readonly setDataBytes: number;
  readonly nodes: number;
}

export async function boardOpening(): Promise<Row[]> {
  const rows: Row[] = [];
  const ours = await openings(projectRoot);
  const all = await openings(drawingAll());
  for (const [index, size] of SIZES.entries()) {
    const [mine, plain] = [ours[index], all[index]];
    if (mine === undefined || plain === undefined) throw new Error('a board was not opened');
    rows.push(
      {
        what: `board of ${size}: calls of functions (the board, the group's walks, the faces on the screen)`,
        measured: `${mine.calls}`,
        reference: `all rows: ${plain.calls}`,
        value: mine.calls,
        bound: BOUND_CALLS,
      },
      {
        what: `board of ${size}: the board's database calls and documents examined`,
        measured: `${mine.databaseCalls}, ${mine.examined}`,
        reference: 'documents: members + 1',
        value: mine.examined,
        bound: size + 1,
      },
      {
        what: `board of ${size}: answer`,
        measured: bytes(mine.answer),
        reference: 'bound 64 KB',
        value: mine.answer,
        bound: 64 * 1024,
      },
      {
        what: `board of ${size}: setData, nodes`,
        measured: `${mine.setDataCount} times, ${bytes(mine.setDataBytes)}; ${mine.nodes} nodes`,
        reference: `all rows: ${plain.setDataCount} times, ${bytes(plain.setDataBytes)}; ${plain.nodes} nodes`,
        ratio: mine.setDataBytes / plain.setDataBytes,
        ...(size === 500 && { bound: Number((BOUND_BYTES / plain.setDataBytes).toFixed(3)) }),
      },
    );
    if (mine.nodes >= BOUND_NODES) rows.push(missed(size, mine.nodes));
  }
  return rows;
}

const missed = (size: number, nodes: number): Row => ({
  what: `board of ${size}: nodes`,
  measured: `${nodes}`,
  reference: `bound ${BOUND_NODES}`,
  value: nodes,
  bound: BOUND_NODES,
});

const bytes = (n: number): string => `${n.toLocaleString('en')} B`;

/** The same project, whose board draws every row. */
function drawingAll(): string {
  const project = copyProject('.bench/all-rows');
  const file = join(project, 'src/pages/group/use-window.ts');
  const source = readFileSync(file, 'utf8');
  const changed = source.replace(/return \[start, .*\];/, 'return [0, count];');
  if (changed === source) throw new Error('the window of the board is not where it was: src/pages/group/use-window.ts');
  writeFileSync(file, changed);
  const taro = createRequire(__filename).resolve('@tarojs/cli/bin/taro');
  execFileSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return project;
}

async function openings(projectDir: string): Promise<Opening[]> {
  const emulator = await startEmulator({ projectDir, host: 'node' });
  try {
    Object.assign(process.env, processEnvironment(emulator.cloud.url, ENV));
    const control = connectControl(emulator.url);
    const measured: Opening[] = [];
    const { fileID } = await emulator.cloud.files.upload('oBench', 'avatars/bench.png', png(8, 8));
    for (const size of SIZES) measured.push(await opening(control, { size, avatar: fileID }));
    return measured;
  } finally {
    await emulator.stop();
  }
}

/** Somebody of a group of `size` opens a friend's card while the mini program runs. */
async function opening(
  control: Control,
  { size, avatar }: { readonly size: number; readonly avatar: string },
): Promise<Opening> {
  const [friend, me] = [await control.users.create({}), await control.users.create({})];
  const chat = await control.chats.create({ kind: 'group', name: `${size}`, members: [friend.openid, me.openid] });
  const theirs = await control.phones.open({ host: 'node', openid: friend.openid });
  const card = await shareTo(control, theirs, chat.id);
  await control.phones.close(theirs.id);
  const phone = await control.phones.open({ host: 'node', openid: me.openid });
  const person = await Person.withPhone(phone.automator);
  // Known by the group already: what is measured is an ordinary opening.
  await control.chats.open(phone.id, card);
  await person.find('.group__name');
  const { group } = (await boardCall(control, me.openid)).data;
  await putMembers(group, { count: size - 1, now: (await control.clock.get()).now, avatar });
  await setTimeout(A_WHILE_MS);
  await person.goHome();
  await person.find('.home__share');
  await quiet(control);
  const before = (await control.functions.calls()).length;
  await control.phones.clearRecords(phone.id);
  await control.chats.open(phone.id, card);
  await person.sees(`${size} 人`);
  await quiet(control);
  const { setData } = await control.phones.records(phone.id);
  const nodes = await person.count('*');
  const calls = (await control.functions.calls()).slice(before).filter(({ openid }) => openid === me.openid);
  const { record, data } = await boardCall(control, me.openid);
  person.leave();
  await control.phones.close(phone.id);
  return {
    calls: calls.length,
    databaseCalls: record.databaseCalls,
    examined: record.examined,
    answer: Buffer.byteLength(JSON.stringify(data)),
    setDataCount: setData.count,
    setDataBytes: setData.bytes,
    nodes,
  };
}

async function shareTo(control: Control, phone: PhoneInfo, chatId: string): Promise<string> {
  const person = await Person.withPhone(phone.automator);
  await person.tap('.home__share');
  await person.shareTo(chatId);
  person.leave();
  const [card] = await control.chats.messages(chatId);
  if (card === undefined) throw new Error('no card has come');
  return card.id;
}

/** The newest answer of `share/enter` for this person. */
async function boardCall(control: Control, openid: string) {
  const calls = (await control.functions.calls()).filter((call) => call.openid === openid && call.name === 'share');
  const record = calls.findLast(({ event }) => (event as { $url: string }).$url === 'enter');
  if (record === undefined) throw new Error('no board was asked for');
  return { record, data: (record.result as { data: { group: string } }).data };
}
