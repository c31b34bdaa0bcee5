/** `npm run check:weapp`: would WeChat's own compilers take what was built? */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GateFailure } from './failure';
import { runGate } from './gate';
import { ensureInstalled } from './install';
import { openProject } from './project';
import { selfTest } from './self-test';

const HELP = `Compiles a built mini program with WeChat's own compilers, offline.

Usage: npm run check:weapp [-- options]

  --project DIR  folder with a project.config.json (default: this repository)
  --self-test    also break copies of it and see that each is refused
  --help

The compilers (miniprogram-ci, wcc) are installed into test/weapp-gate when first needed.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      project: { type: 'string', default: resolve(__dirname, '../..') },
      'self-test': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const project = openProject(resolve(values.project));
  ensureInstalled();
  const { sizes, expressionsSkipped, compiledFiles } = await runGate(project);
  if (expressionsSkipped !== undefined) console.warn(`WXML expressions were not checked: ${expressionsSkipped}`);
  for (const [name, bytes] of sizes) console.log(`${name}: ${bytes.toLocaleString('en')} bytes`);
  console.log(`miniprogram-ci compiled ${project.root} into ${compiledFiles} files`);
  if (values['self-test']) for (const line of await selfTest(project)) console.log(line);
}

main().catch((error: unknown) => {
  console.error(error instanceof GateFailure ? error.message : error);
  process.exitCode = 1;
});
