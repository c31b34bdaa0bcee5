/** What README tells people to copy compiles as it stands. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/** The `tsx` blocks of a document, by the path that their first line names. */
function snippets(document: string): [path: string, code: string][] {
  const blocks = readFileSync(join(root, document), 'utf8').matchAll(/```tsx\n\/\/ (\S+)\n([\s\S]*?)```/g);
  return [...blocks].map(([, path = '', code = '']) => [join(root, path), code]);
}

function errorsIn(path: string, code: string): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => name === path || fileExists(name);
  host.readFile = (name) => (name === path ? code : readFile(name));
  host.getSourceFile = (name, target) =>
    name === path ? ts.createSourceFile(name, code, target) : getSourceFile(name, target);
  const program = ts.createProgram([path, ...ts.sys.readDirectory(join(root, 'types'), ['.d.ts'])], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it.each([
  'README.md',
  'README.zh-CN.md',
  'src/hooks/useWeRun/README.md',
  'src/hooks/usePhoneNumber/README.md',
  'src/hooks/useConsent/README.md',
])('%s: the code to copy compiles', (document) => {
  const found = snippets(document);
  expect(found).not.toHaveLength(0);
  for (const [path, code] of found) expect(errorsIn(path, code)).toEqual([]);
});

it('a mistake in it would be found', () => {
  const [[path, code] = ['', '']] = snippets('README.md');
  expect(errorsIn(path, code.replace('state.data.today', 'state.data.tomorrow'))).not.toEqual([]);
});
