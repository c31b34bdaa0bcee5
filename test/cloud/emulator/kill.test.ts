/** The process is killed, as by `kill -9`, in the middle of many writes: what it said is written is there, whole. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../emulator/cloud/database/database';
import { openStorage } from '../../emulator/storage';
import { BOARD, LANES, MONEY, type Step } from './durable-writer';

const KILLS = 6;

/** Runs the writer, kills it at some moment after its first acknowledgement, and answers its lines. */
async function killedWriter(folder: string, run: number): Promise<readonly string[]> {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'durable-writer.ts'), folder, String(run)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  let text = '';
  const writing = new Promise<void>((resolve, reject) => {
    writer.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n=')) resolve();
    });
    writer.once('exit', (code) => reject(new Error(`the writer ended by itself with exit code ${code}`)));
  });
  await writing;
  const closed = new Promise((resolve) => writer.once('close', resolve));
  await sleep(20 + Math.random() * 300);
  writer.kill('SIGKILL');
  await closed;
  expect(writer.signalCode).toBe('SIGKILL');
  return text.split('\n').slice(0, -1);
}

/** Values that a lane may have now: the last that was acknowledged, or that of the one write under way. */
function possible(lines: readonly string[], before: ReadonlyMap<string, string | undefined>) {
  const states = new Map<string, (string | undefined)[]>([...before].map(([lane, value]) => [lane, [value]]));
  for (const line of lines) {
    const { lane, value } = JSON.parse(line.slice(1)) as Step;
    states.set(lane, line.startsWith('=') ? [value] : [...(states.get(lane) ?? [undefined]), value]);
  }
  return states;
}

async function stored(folder: string) {
  const storage = await openStorage(folder);
  try {
    const database = await Database.open(storage);
    const read = (name: string) => [...database.documents(name).values()];
    return { lanes: read('lanes'), board: read('board'), accounts: read('accounts') };
  } finally {
    await storage.close();
  }
}

test(`${KILLS} kills lose nothing that was acknowledged, and leave nothing half written`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  try {
    // As the writer lays them out before its first step: a kill may come before the first step of either.
    let state: ReadonlyMap<string, string | undefined> = new Map([
      ['board', '0'],
      ['accounts', '0'],
    ]);
    let acknowledged = 0;
    for (let run = 0; run < KILLS; run += 1) {
      const lines = await killedWriter(folder, run);
      acknowledged += lines.filter((line) => line.startsWith('=')).length;
      const states = possible(lines, state);
      const { lanes, board, accounts } = await stored(folder);

      const valueOf = (lane: string) => lanes.find(({ _id }) => _id === lane)?.['value'] as string | undefined;
      for (const lane of LANES) expect(states.get(lane) ?? [undefined]).toContain(valueOf(lane));
      expect(lanes.every(({ pad }) => String(pad).length === 2000)).toBe(true);

      const rounds = new Set(board.map(({ round }) => String(round)));
      expect(board).toHaveLength(BOARD.length);
      expect(rounds.size).toBe(1);
      const [round] = rounds;
      expect(states.get('board')).toContain(round);

      const [a, b] = ['a', 'b'].map((id) => Number(accounts.find(({ _id }) => _id === id)?.['n']));
      expect(Number(a) + Number(b)).toBe(MONEY);
      expect(states.get('accounts')).toContain(String(b));

      state = new Map([
        ...LANES.map((lane) => [lane, valueOf(lane)] as const),
        ['board', round],
        ['accounts', String(b)],
      ]);
    }
    expect(acknowledged).toBeGreaterThan(KILLS * 20);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
