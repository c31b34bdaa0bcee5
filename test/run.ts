/**
 * `npm test`: builds what ships, then runs every jest project; the end-to-end tests twice, on the phone without a
 * browser and in a real one. Ends with one line, `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

const load = createRequire(__filename);
const jest = load.resolve('jest/bin/jest');
const reports = mkdtempSync(join(tmpdir(), 'tongxing-test-'));

/** Node itself runs everything: no shell, and so no quoting, on any system. */
function run(title: string, args: readonly string[]): boolean {
  console.log(`\n> ${title}`);
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** Runs one stage of jest and reads what it counted; a stage that dies without a report counts as one failure. */
function stage(
  title: string,
  prefix: readonly string[],
  jestArgs: readonly string[],
): { passed: number; failed: number } {
  const report = join(reports, `${title.replace(/\W+/g, '-')}.json`);
  // A test that failed may have left something open: the run ends all the same.
  const ok = run(title, [...prefix, jest, ...jestArgs, '--forceExit', '--json', `--outputFile=${report}`]);
  try {
    const totals = JSON.parse(readFileSync(report, 'utf8')) as Totals;
    const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
    return { passed: totals.numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
  } catch (error) {
    console.error(`${title}: no report (${String(error)})`);
    return { passed: 0, failed: 1 };
  }
}

/** The end-to-end tests of a folder, on a phone of this kind. */
const e2e = (title: string, folder: string, ...options: string[]) =>
  stage(
    title,
    ['--import', 'tsx', 'test/emulator/cli.ts', 'exec', ...options, '--', process.execPath],
    ['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', `e2e/${folder}/`],
  );

function main(): number {
  if (!run('build', [load.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'])) {
    console.log('0 passed, 1 failed');
    return 1;
  }
  const results = [
    stage('unit, cloud and component tests', [], ['--selectProjects', 'unit', 'cloud', 'components']),
    e2e('end to end, without a browser', 'tongxing', '--host', 'node'),
    e2e('end to end, in a browser', 'tongxing', '--host', 'browser'),
    e2e('tutorial project, without a browser', 'tutorial', '--project', 'test/fixtures/tutorial', '--host', 'node'),
    e2e('tutorial project, in a browser', 'tutorial', '--project', 'test/fixtures/tutorial', '--host', 'browser'),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const code = main();
rmSync(reports, { recursive: true, force: true });
process.exit(code);
