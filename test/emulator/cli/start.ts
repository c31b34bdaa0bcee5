import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startEmulator } from '../server/emulator';
import type { PortChoice } from '../server/listen';
import { Teardown } from '../server/teardown';
import { Child } from './child';
import { parseOptions, parsePort } from './options';
import { withProgress } from './progress';
import { buildIfNeeded, npmRun } from './project-scripts';
import { nextSignal } from './signals';
import { watchProject } from './watch';

const DEFAULT_PORT = 8420;

const HELP = `start: runs a project and prints the address of its page. Ctrl-C ends all of it.

  --project DIR       folder of project.config.json (default: here)
  --port N            exactly this port (default: ${DEFAULT_PORT}, or the next free one)
  --data DIR          where data is kept (default: <project>/.emulator)
  --in-memory         keep nothing
  --setup FUNCTION    cloud function that prepares a new environment; called once, as the console
                      (default: "localWeChat": { "setup", "pushReceiver" } of the project's package.json)
  --push-receiver F   cloud function that WeChat's pushes go to (verdicts of media checks)
  --build 'COMMAND'   builds the project (default: npm run build), where its output is missing or old
  --watch             put edits on the phones and into the functions
  --dev-command 'C'   with --watch: the build that watches (default: npm run dev:weapp, where there is one)
  --open              open the page in the browser`;

const OPTIONS = {
  project: { type: 'string', default: '.' },
  port: { type: 'string' },
  data: { type: 'string' },
  'in-memory': { type: 'boolean', default: false },
  setup: { type: 'string' },
  'push-receiver': { type: 'string' },
  build: { type: 'string' },
  watch: { type: 'boolean', default: false },
  'dev-command': { type: 'string' },
  open: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs until a signal; answers the exit code. */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = parseOptions(args, OPTIONS, HELP);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const projectDir = resolve(values.project);
  const port: PortChoice =
    values.port === undefined ? { from: DEFAULT_PORT } : { exactly: parsePort(values.port, HELP) };
  const dataFolder = values['in-memory'] ? undefined : resolve(values.data ?? join(projectDir, '.emulator'));
  const signal = nextSignal();
  const teardown = new Teardown();
  try {
    await Promise.race([run(), signal]);
    const { exitCode } = await signal;
    return exitCode === 130 ? 0 : exitCode;
  } finally {
    await teardown.run();
  }

  async function run(): Promise<void> {
    await buildIfNeeded(projectDir, values.build, teardown);
    const emulator = await withProgress('starting', () =>
      startEmulator({
        projectDir,
        port,
        ...(dataFolder !== undefined && { dataFolder }),
        ...(values.setup !== undefined && { setup: values.setup }),
        ...(values['push-receiver'] !== undefined && { pushReceiver: values['push-receiver'] }),
      }),
    );
    await teardown.add(() => emulator.stop());
    if (values.watch) await teardown.add(await watchProject(emulator));
    const { port: taken } = new URL(emulator.url);
    if (values.port === undefined && taken !== String(DEFAULT_PORT)) {
      console.error(`port ${DEFAULT_PORT} is taken, so it is ${taken}`);
    }
    console.log(`\n  ${emulator.url}/\n`);
    if (values.open) openInBrowser(emulator.url);
    if (!values.watch) return;
    const devCommand = values['dev-command'] ?? (await npmRun(projectDir, 'dev:weapp'));
    if (devCommand === undefined) return;
    const child = Child.shell(devCommand, { cwd: projectDir, stdio: ['ignore', 'inherit', 'inherit'] });
    await teardown.add(() => child.end());
    void child.ended.then((code) => {
      if (!teardown.begun) console.error(`${devCommand} ended with code ${code}: edits are not built any more`);
    });
  }
}

function openInBrowser(url: string): void {
  const [program = '', ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[
    process.platform as string
  ] ?? ['xdg-open'];
  const browser = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  browser.on('error', () => console.error(`no browser could be opened: visit ${url}`));
  browser.unref();
}
