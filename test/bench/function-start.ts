/** Load to first answer of a function in a fresh process, against the same function as tutorials write it. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median, type Row } from './row';
import { sizeOfFile } from './sizes';

const root = resolve(__dirname, '../..');
const RUNS = 20;

const run = promisify(execFile);

/** The local CloudBase runs in this process, so the child must not block it. */
async function firstAnswer(folder: string, env: NodeJS.ProcessEnv): Promise<number> {
  const script = join(__dirname, 'first-answer.cjs');
  const { stdout } = await run(process.execPath, [script, folder, '{"$url":"steps"}'], { env });
  const { ms, answer } = JSON.parse(stdout) as { ms: number; answer: { ok?: boolean; code?: number } };
  if (answer.ok !== true && answer.code !== 0) throw new Error(`${folder} answered ${JSON.stringify(answer)}`);
  return ms;
}

/** `sdkEnvironment`: what the genuine SDK reads to find the local CloudBase, with a caller's WX_OPENID. */
export async function functionStart(sdkEnvironment: NodeJS.ProcessEnv): Promise<Row[]> {
  const ours = join(root, 'cloud/dist/opendata');
  const tutorial = join(__dirname, 'tutorial-function');
  const env = { ...process.env, ...sdkEnvironment };
  await firstAnswer(ours, env);
  await firstAnswer(tutorial, env);
  const pairs: { readonly ours: number; readonly tutorial: number }[] = [];
  for (let n = 0; n < RUNS; n += 1) {
    pairs.push({ ours: await firstAnswer(ours, env), tutorial: await firstAnswer(tutorial, env) });
  }
  const mine = median(pairs.map((pair) => pair.ours));
  const theirs = median(pairs.map((pair) => pair.tutorial));
  return [
    {
      what: 'function, load to first answer',
      measured: `${mine.toFixed(0)} ms`,
      reference: `with node_modules ${theirs.toFixed(0)} ms`,
      ratio: mine / theirs,
      bound: 0.65,
    },
    {
      what: 'function artifact',
      measured: `one file, ${sizeOfFile(join(ours, 'index.js')).raw.toLocaleString('en')} B`,
      reference: 'bound 1,300,000 B',
      value: sizeOfFile(join(ours, 'index.js')).raw,
      bound: 1_300_000,
    },
  ];
}
