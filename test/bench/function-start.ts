/** Load to first answer of a function in a fresh process, against the same function as tutorials write it. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { median, type Row } from './row';
import { sizeOfFile } from './sizes';

const root = resolve(__dirname, '../..');
const RUNS = 20;

function firstAnswer(folder: string, env: NodeJS.ProcessEnv): number {
  const output = execFileSync(process.execPath, [join(__dirname, 'first-answer.cjs'), folder, '{"$url":"steps"}'], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { ms, answer } = JSON.parse(output) as { ms: number; answer: { ok?: boolean; code?: number } };
  if (answer.ok !== true && answer.code !== 0) throw new Error(`${folder} answered ${JSON.stringify(answer)}`);
  return ms;
}

/** `sdkEnvironment`: what the genuine SDK reads to find the local CloudBase, with a caller's WX_OPENID. */
export function functionStart(sdkEnvironment: NodeJS.ProcessEnv): Row[] {
  const ours = join(root, 'cloud/dist/opendata');
  const tutorial = join(__dirname, 'tutorial-function');
  const env = { ...process.env, ...sdkEnvironment };
  firstAnswer(ours, env);
  firstAnswer(tutorial, env);
  const pairs = Array.from({ length: RUNS }, () => ({ ours: firstAnswer(ours, env), tutorial: firstAnswer(tutorial, env) }));
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
