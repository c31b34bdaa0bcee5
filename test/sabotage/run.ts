/**
 * `npm run sabotage`: applies each patch of this folder to a copy of the project, alone, and runs the tests that the
 * patch names. A patch that no test notices fails the run: that test only looked as if it guarded the rule.
 *
 * The first lines of a patch say what it breaks and where it should be noticed:
 *
 *     # breaks: an expired CloudID is replaced all the same
 *     # tests: --testPathPatterns test/unit/wechat
 *
 * `npm run sabotage -- WORD` takes those whose name has the word. `--minutes N` begins none after that, and says how many
 * were not reached: those that were changed last come first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Child } from '../emulator/cli/child';
import { copyProject, projectRoot as root } from '../project-copy';

const copies = '.sabotage';
/** A copy each. More would wait for the processor, and a test that waits too long fails whatever the patch. */
const atOnce = Math.min(2, availableParallelism());
const jest = createRequire(__filename).resolve('jest/bin/jest');
const reporter = join(__dirname, 'first-failure.cjs');
/** How a line that names a failed test begins. */
const FAILED = 'failed: ';

function header(patch: string, field: string): string {
  const line = new RegExp(`^# ${field}: (.+)$`, 'm').exec(patch);
  if (line?.[1] === undefined) throw new Error(`the patch has no line "# ${field}: ..."`);
  return line[1].trim();
}

/** The first test that fails in a copy, or undefined if all pass. Nobody asks what else fails: that one ends the run. */
async function firstFailure(copy: string, tests: string): Promise<string | undefined> {
  const run = Child.program([process.execPath, jest, ...tests.split(/\s+/), `--reporters=${reporter}`], {
    cwd: join(root, copy),
    env: { MARK: FAILED },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = run;
  if (stdout === null || stderr === null) throw new Error('jest cannot be listened to');
  const said = text(stderr);
  for await (const line of createInterface({ input: stdout })) {
    if (!line.startsWith(FAILED)) continue;
    await run.end();
    return line.slice(FAILED.length);
  }
  if ((await run.ended) === 0) return undefined;
  throw new Error(`no test ran to its end:\n${(await said).slice(-2000)}`);
}

async function sabotage(copy: string, file: string): Promise<boolean> {
  const path = join(__dirname, file);
  const patch = readFileSync(path, 'utf8');
  try {
    execFileSync('git', ['apply', `--directory=${copy}`, path], { cwd: root, stdio: 'pipe' });
    const noticedBy = await firstFailure(copy, header(patch, 'tests'));
    console.log(
      noticedBy === undefined
        ? `NOT NOTICED  ${file}: ${header(patch, 'breaks')}`
        : `noticed  ${file}\n         by "${noticedBy}"`,
    );
    return noticedBy !== undefined;
  } catch (error) {
    console.log(`BROKEN  ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    const touched = [...patch.matchAll(/^\+\+\+ b\/(.+)$/gm)].map((match) => match[1] ?? '');
    for (const name of touched) cpSync(join(root, name), join(root, copy, name));
  }
}

/** The one that was changed last first; one that git does not know yet before all others. */
function newestFirst(patches: readonly string[]): readonly string[] {
  const log = execFileSync('git', ['log', '--format=', '--name-only', '--', 'test/sabotage'], { cwd: root });
  const changed = [...new Set(log.toString().split('\n'))].map((path) => path.replace(/^.*\//, ''));
  const age = new Map(changed.map((name, index) => [name, index]));
  return [...patches].sort((one, other) => (age.get(one) ?? -1) - (age.get(other) ?? -1));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { minutes: { type: 'string' } }, allowPositionals: true });
  const until = Date.now() + Number(values.minutes ?? Infinity) * 60_000;
  if (Number.isNaN(until)) throw new RangeError('--minutes must be a number');
  const patches = readdirSync(__dirname).filter(
    (name) => name.endsWith('.patch') && name.includes(positionals[0] ?? ''),
  );
  const left = [...newestFirst(patches)];
  const unnoticed: string[] = [];
  const work = async (copy: string): Promise<void> => {
    copyProject(copy);
    while (Date.now() < until) {
      const next = left.shift();
      if (next === undefined) return;
      if (!(await sabotage(copy, next))) unnoticed.push(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_none, index) => work(join(copies, String(index)))));
  rmSync(join(root, copies), { recursive: true, force: true });
  const tried = patches.length - left.length;
  console.log(`${tried - unnoticed.length} of ${tried} acts of sabotage were noticed`);
  if (left.length > 0) console.log(`not reached within ${values.minutes} minutes: ${left.length} of ${patches.length}`);
  for (const file of unnoticed) console.log(`not noticed, or broken: ${file}`);
  return unnoticed.length === 0 && tried > 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
