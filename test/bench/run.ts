/**
 * `npm run bench`: the figures of README, measured here and now; ratios compare two things of the same run.
 * `npm run bench -- --write` puts the table into README.md. A missed bound is printed as missed; nothing fails by it.
 * `npm run bench -- NAME...` runs only those parts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processEnvironment } from '../emulator/cloud/functions/environment';
import { ENV, startEmulator, type Emulator } from '../emulator/server/emulator';
import { projectRoot } from '../project-copy';
import { boardOpening } from './board';
import { functionStart } from './function-start';
import { joining } from './join';
import { packageSize } from './package-size';
import { table, type Row } from './row';
import { startTime } from './start-time';
import { tapToChart } from './tap-to-chart';
import { warmCall } from './warm-call';

async function withEmulator(measure: (emulator: Emulator) => Promise<Row[]> | Row[]): Promise<Row[]> {
  const emulator = await startEmulator({ projectDir: projectRoot, host: 'node' });
  try {
    return await measure(emulator);
  } finally {
    await emulator.stop();
  }
}

/** The first one builds what the others need. */
const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  package: packageSize,
  function: () =>
    withEmulator(({ cloud }) =>
      functionStart({
        ...processEnvironment(cloud.url, ENV),
        WX_OPENID: 'oBench',
        WX_APPID: 'wxbench',
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      }),
    ),
  tap: () => withEmulator(tapToChart),
  call: () => withEmulator(warmCall),
  board: boardOpening,
  join: joining,
  start: startTime,
};

function writeIntoReadme(text: string): void {
  const readme = join(projectRoot, 'README.md');
  const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(marked, `$1\n${text}\n\n$2`));
}

const HELP = `npm run bench -- [--write] [PART...]

  PART      one or more of: ${Object.keys(parts).join(', ')} (default: all)
  --write   puts the table into README.md`;

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.find((name) => !(name in parts));
  if (unknown !== undefined) throw new Error(`no part is called ${unknown}: ${Object.keys(parts).join(', ')}`);
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.error(`measuring: ${name} ...`);
    rows.push(...(await measure()));
  }
  const text = table(rows);
  console.log(text);
  if (args.includes('--write')) writeIntoReadme(text);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
