import { resolve } from 'node:path';
import { processEnvironment } from '../cloud/functions/environment';
import type { PhoneHost } from '../control/types';
import { ENV, startEmulator, type Emulator } from '../server/emulator';
import { Teardown } from '../server/teardown';
import { Child } from './child';
import { CommandLineError } from './command-line-error';
import { parseOptions } from './options';
import { showPhones } from './phone-windows';
import { withProgress } from './progress';
import { buildIfNeeded } from './project-scripts';
import { nextSignal } from './signals';

const HELP = `exec [options] -- COMMAND [ARGUMENTS]: runs a command against a project on free ports, then stops everything.
Exits with the command's code.

  --project DIR       folder of project.config.json (default: here)
  --host HOST         where phones run: browser (default), or node, without drawing
  --data DIR          where data is kept (default: nowhere)
  --setup FUNCTION    cloud function that prepares a new environment; called once, as the console
                      (default: "localWeChat": { "setup", "pushReceiver" } of the project's package.json)
  --push-receiver F   cloud function that WeChat's pushes go to (verdicts of media checks)
  --build 'COMMAND'   builds the project (default: npm run build), where its output is missing or old

The command finds EMULATOR_URL (control API), AUTOMATOR_ENDPOINT (miniprogram-automator), and what wx-server-sdk reads.
A second phone: connectControl(EMULATOR_URL).phones.open({ openid }) answers its own \`automator\` endpoint.`;

const OPTIONS = {
  project: { type: 'string', default: '.' },
  host: { type: 'string', default: 'browser' },
  data: { type: 'string' },
  setup: { type: 'string' },
  'push-receiver': { type: 'string' },
  build: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Answers the command's exit code. */
export async function exec(args: readonly string[]): Promise<number> {
  const dashes = args.indexOf('--');
  const own = dashes < 0 ? args : args.slice(0, dashes);
  const { values } = parseOptions(own, OPTIONS, HELP);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [program, ...programArgs] = dashes < 0 ? [] : args.slice(dashes + 1);
  if (program === undefined) throw new CommandLineError('exec needs a command after --', HELP);
  const { host } = values;
  if (host !== 'browser' && host !== 'node')
    throw new CommandLineError(`--host is browser or node, got '${host}'`, HELP);

  const signal = nextSignal();
  const teardown = new Teardown();
  const projectDir = resolve(values.project);
  try {
    const ended = await Promise.race([run(host), signal]);
    return typeof ended === 'number' ? ended : ended.exitCode;
  } finally {
    await teardown.run();
  }

  async function run(on: PhoneHost): Promise<number> {
    await buildIfNeeded(projectDir, values.build, teardown);
    const emulator = await withProgress('starting', async () => {
      const started = await startEmulator({
        projectDir,
        host: on,
        ...(values.data !== undefined && { dataFolder: resolve(values.data) }),
        ...(values.setup !== undefined && { setup: values.setup }),
        ...(values['push-receiver'] !== undefined && { pushReceiver: values['push-receiver'] }),
      });
      await teardown.add(() => started.stop());
      if (on === 'browser') await teardown.add(await showPhones(started));
      return started;
    });
    const child = Child.program([program ?? '', ...programArgs], { stdio: 'inherit', env: environmentOf(emulator) });
    await teardown.add(() => child.end());
    return child.ended;
  }
}

function environmentOf(emulator: Emulator): Readonly<Record<string, string | undefined>> {
  return {
    ...processEnvironment(emulator.cloud.url, ENV),
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    EMULATOR_URL: emulator.url,
    AUTOMATOR_ENDPOINT: emulator.url.replace(/^http/, 'ws'),
  };
}
