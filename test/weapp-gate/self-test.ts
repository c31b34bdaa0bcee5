/** Proves that the gate can fail: breaks copies of a project that passes, one way each. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { GateFailure } from './failure';
import { runGate } from './gate';
import { openProject, type BuiltProject } from './project';

interface Breakage {
  readonly what: string;
  /** What the message must name; `page` is the first page's path. */
  names(page: string): string;
  apply(root: string, page: string): void;
}

const BREAKAGES: readonly Breakage[] = [
  {
    what: 'WXML that is not closed',
    names: (page) => `${page}.wxml`,
    apply: (root, page) => writeFileSync(join(root, `${page}.wxml`), '<view><text></view>'),
  },
  {
    what: 'a WXML expression that does not parse',
    names: (page) => `${page}.wxml`,
    apply: (root, page) => writeFileSync(join(root, `${page}.wxml`), '<view>{{steps +}}</view>'),
  },
  {
    what: 'JSON that does not parse',
    names: (page) => `${page}.json`,
    apply: (root, page) => writeFileSync(join(root, `${page}.json`), '{ "usingComponents": '),
  },
  {
    what: 'JavaScript that does not parse',
    names: (page) => `${page}.js`,
    apply: (root, page) => writeFileSync(join(root, `${page}.js`), 'const = 1'),
  },
  {
    what: 'WXSS that is not closed',
    names: () => 'app.wxss',
    apply: (root) => writeFileSync(join(root, 'app.wxss'), '.steps { color: red;'),
  },
  {
    what: 'a page without its WXML',
    names: (page) => `${page}.wxml`,
    apply: (root, page) => rmSync(join(root, `${page}.wxml`)),
  },
  {
    what: 'a component that does not exist',
    names: (page) => `${page}.json`,
    apply: (root, page) =>
      writeFileSync(join(root, `${page}.json`), JSON.stringify({ usingComponents: { chart: '/components/chart' } })),
  },
  {
    what: 'a main package over 2 MB',
    names: () => 'main package',
    apply: (root) => writeFileSync(join(root, 'large.js'), `/* ${'x'.repeat(2 * 1024 * 1024)} */`),
  },
];

/** Returns a line for each breakage; throws if one goes unnoticed, or is blamed on something else. */
export async function selfTest(project: BuiltProject): Promise<readonly string[]> {
  const report = await runGate(project);
  const lines: string[] = [];
  for (const breakage of BREAKAGES) {
    if (breakage.what.includes('expression') && report.expressionsSkipped !== undefined) {
      lines.push(`skipped: ${breakage.what}: ${report.expressionsSkipped}`);
      continue;
    }
    lines.push(`refused: ${breakage.what}: ${await refusalOf(breakage, project)}`);
  }
  return lines;
}

async function refusalOf(breakage: Breakage, project: BuiltProject): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'weapp-gate-'));
  try {
    const miniprogramRoot = relative(project.dir, project.root);
    cpSync(join(project.dir, 'project.config.json'), join(copy, 'project.config.json'));
    cpSync(project.root, join(copy, miniprogramRoot), { recursive: true });
    const broken = openProject(copy);
    const page = firstPage(broken.root);
    breakage.apply(broken.root, page);

    const message = await runGate(broken).then(() => undefined, refusal);
    if (message === undefined) throw new GateFailure(`${breakage.what} went unnoticed`);
    if (message.includes(breakage.names(page))) return message.split('\n', 1).join('');
    throw new GateFailure(`${breakage.what}: the message does not name ${breakage.names(page)}:\n${message}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function refusal(error: unknown): string {
  if (error instanceof GateFailure) return error.message;
  throw error;
}

function firstPage(root: string): string {
  const { pages } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { pages: readonly string[] };
  const [page] = pages;
  if (page === undefined) throw new GateFailure(`${join(root, 'app.json')} lists no page`);
  return page;
}
