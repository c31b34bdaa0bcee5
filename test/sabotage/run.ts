/**
 * `npm run sabotage`: applies each patch of this folder to a copy of the project, alone, and runs the tests that the
 * patch names. A patch that no test notices fails the run: that test only looked as if it guarded the rule.
 *
 * The first lines of a patch say what it breaks and where it should be noticed:
 *
 *     # breaks: an expired CloudID is replaced all the same
 *     # tests: --testPathPatterns test/unit/wechat
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { copyProject, projectRoot as root } from '../project-copy';

const copy = join(root, '.sabotage');
const jest = createRequire(__filename).resolve('jest/bin/jest');

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function header(patch: string, field: string): string {
  const line = new RegExp(`^# ${field}: (.+)$`, 'm').exec(patch);
  if (line?.[1] === undefined) throw new Error(`the patch has no line "# ${field}: ..."`);
  return line[1].trim();
}

/** The first test that failed in the copy, or undefined if all passed. */
function firstFailure(tests: string): string | undefined {
  const report = join(copy, 'report.json');
  const run = spawnSync(process.execPath, [jest, ...tests.split(/\s+/), '--json', `--outputFile=${report}`], {
    cwd: copy,
    encoding: 'utf8',
  });
  if (run.status === 0) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const failed = testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  if (failed === undefined) throw new Error(`no test ran to its end:\n${run.stderr.slice(-2000)}`);
  return failed.fullName;
}

function sabotage(file: string): boolean {
  const path = join(__dirname, file);
  const patch = readFileSync(path, 'utf8');
  try {
    execFileSync('git', ['apply', `--directory=.sabotage`, path], { cwd: root, stdio: 'pipe' });
    const noticedBy = firstFailure(header(patch, 'tests'));
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
    for (const name of touched) cpSync(join(root, name), join(copy, name));
  }
}

function main(): number {
  const only = process.argv[2];
  const patches = readdirSync(__dirname).filter(
    (name) => name.endsWith('.patch') && (only === undefined || name.includes(only)),
  );
  copyProject('.sabotage');
  const noticed = patches.filter(sabotage);
  rmSync(copy, { recursive: true, force: true });
  console.log(`${noticed.length} of ${patches.length} acts of sabotage were noticed`);
  return noticed.length === patches.length && patches.length > 0 ? 0 : 1;
}

process.exit(main());
