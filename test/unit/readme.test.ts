/** What README tells people to copy compiles in a project that has nothing else; what it links to exists. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const hooks = [
  'useWeRun',
  'usePhoneNumber',
  'useConsent',
  'useShareTicket',
  'useShare',
  'useGroup',
  'useAlbum',
  'useActivity',
  'useActivities',
  'usePlan',
].map((hook) => `src/hooks/${hook}/README.md`);
/** Who says what to copy, and the documents whose code must compile then. */
const documents = [
  { document: 'README.md', code: ['README.md', ...hooks] },
  { document: 'README.zh-CN.md', code: ['README.zh-CN.md'] },
];
const read = (document: string): string => readFileSync(join(root, document), 'utf8');

/** The `tsx` blocks of a document, by the path that their first line names. */
function snippets(document: string): [path: string, code: string][] {
  const blocks = read(document).matchAll(/```tsx\n\/\/ ([\w./-]+)[^\n]*\n([\s\S]*?)```/g);
  return [...blocks].map(([, path = '', code = '']) => [path, code]);
}

/** The lines that copy files, as README has them. */
const copyCommands = (document: string): string[] => read(document).match(/^(?:mkdir|cp) .+$/gm) ?? [];

/** Somebody's own project: below the root, so that packages are found, with none of our files but those copied. */
function ownProject(document: string): string {
  mkdirSync(join(root, '.bench'), { recursive: true });
  const project = mkdtempSync(join(root, '.bench', 'own-'));
  for (const command of copyCommands(document)) {
    execFileSync('sh', ['-c', command], { cwd: project, env: { ...process.env, TONGXING: root } });
  }
  return project;
}

function errorsIn(project: string, path: string, code: string): string[] {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), code);
  const types = ts.sys.readDirectory(join(project, 'types'), ['.d.ts']);
  const program = ts.createProgram([join(project, path), ...withoutProps(project, path), ...types], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['miniprogram-api-typings', '@tarojs/taro'],
    typeRoots: [join(root, 'node_modules')],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Taro gives a page no props, so a page that takes one never gets it: a file that does not compile then. */
function withoutProps(project: string, path: string): readonly string[] {
  if (!/^src\/(pages|packages)\/.*\/index\.tsx$/.test(path)) return [];
  const file = join(project, dirname(path), 'props.ts');
  const page = `import type Page from './${basename(path, '.tsx')}';`;
  writeFileSync(file, `${page}\nexport const none: Parameters<typeof Page> extends [] ? true : never = true;\n`);
  return [file];
}

describe.each(documents)('$document', ({ document, code: sources }) => {
  let project: string;
  beforeAll(() => {
    project = ownProject(document);
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('what it says to copy is enough for its code to compile', () => {
    for (const source of sources) {
      const found = snippets(source);
      expect(found).not.toHaveLength(0);
      for (const [path, code] of found) expect([source, ...errorsIn(project, path, code)]).toEqual([source]);
    }
  }, 120_000);

  it('a page of its code that takes props would be found', () => {
    const [[path, code] = ['', '']] = snippets(document);
    const taking = code.replace(/(export default function \w+)\(\)/, '$1(_props?: { readonly id: string })');
    expect(taking).not.toBe(code);
    expect(errorsIn(project, path, taking)).not.toEqual([]);
  }, 60_000);

  it('a mistake in its code would be found', () => {
    const [[path, code] = ['', '']] = snippets(document);
    expect(errorsIn(project, path, code.replace('state.data.today', 'state.data.tomorrow'))).not.toEqual([]);
  }, 60_000);
});

it.each(execFileSync('git', ['ls-files', '*README*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n'))(
  '%s: what it links to exists',
  (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)|src="(?!https?:)([^"]+)"/g)];
    const missing = links
      .map(([, link, image]) => link ?? image ?? '')
      .filter((to) => !existsSync(join(root, dirname(document), to)));
    expect(missing).toEqual([]);
  },
);

it('README has the figures that `npm run bench -- --write` puts there', () => {
  expect(read('README.md')).toMatch(/<!-- bench -->\s+\| what/);
});
