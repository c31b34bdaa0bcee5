/** `npm start` as its user meets it: until the page in the browser can be used, and until an edit is on the phone. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { printedAddress } from '../e2e/printed-address';
import { launchBrowser } from '../emulator/browser';
import { copyProject } from '../project-copy';
import type { Row } from './row';

const FOLDER = '.bench/start';
const WAY_IN = '查看我的步数';
const EDITED = '看看我走了多远';
const PATIENCE_MS = 120_000;

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

/** `npm start` on a free port, until it has printed its address. */
async function npmStart(cwd: string): Promise<Started> {
  const child = spawn('npm', ['start'], { cwd, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  return { child, url: await printedAddress(child) };
}

async function stop({ child }: Started): Promise<void> {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  if (child.exitCode === null) await once(child, 'exit');
}

const phoneShows = (page: Page, text: string) =>
  page.frameLocator('iframe').getByText(text).first().waitFor({ timeout: PATIENCE_MS });

export async function startTime(): Promise<Row[]> {
  const project = copyProject(FOLDER);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const timed = async (): Promise<{ started: Started; ms: number }> => {
    const from = performance.now();
    const started = await npmStart(project);
    await page.goto(started.url);
    await phoneShows(page, WAY_IN);
    return { started, ms: performance.now() - from };
  };
  try {
    const cold = await timed();
    const source = join(project, 'src/pages/home/index.tsx');
    // The watching build is up when it has taken its first edit; the second one is measured.
    writeFileSync(source, readFileSync(source, 'utf8').replace(WAY_IN, `${WAY_IN}。`));
    await phoneShows(page, `${WAY_IN}。`);
    const from = performance.now();
    writeFileSync(source, readFileSync(source, 'utf8').replace(`${WAY_IN}。`, EDITED));
    await phoneShows(page, EDITED);
    const edit = performance.now() - from;
    writeFileSync(source, readFileSync(source, 'utf8').replace(EDITED, WAY_IN));
    await phoneShows(page, WAY_IN);
    await stop(cold.started);
    const warm = await timed();
    await stop(warm.started);
    const row = (what: string, ms: number, bound: number): Row => ({
      what,
      measured: `${(ms / 1000).toFixed(1)} s`,
      reference: `bound ${bound} s`,
      value: ms / 1000,
      bound,
    });
    return [
      row('`npm start` cold (nothing built) until the page can be used', cold.ms, 60),
      row('`npm start` warm until the page can be used', warm.ms, 10),
      row('an edit of a page until the phone shows it', edit, 5),
    ];
  } finally {
    await browser.close();
    rmSync(project, { recursive: true, force: true });
  }
}
