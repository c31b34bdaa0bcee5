/** Which pages share, read from their sources: what they import decides, and their config has to say so. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** A page, and what is wrong with how it shares; empty: nothing. */
export interface SharingPage {
  readonly page: string;
  readonly shares: boolean;
  readonly faults: readonly string[];
}

/** Every page of the app whose sources are in `src`. */
export function sharingPages(src: string): readonly SharingPage[] {
  const configs = ['pages', 'packages'].flatMap((folder) => below(join(src, folder))).filter(isConfig);
  return configs.map((config) => judge(src, config));
}

const isConfig = (file: string): boolean => file.endsWith('.config.ts');

const below = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? below(path) : [path];
      });

function judge(src: string, config: string): SharingPage {
  const entry = config.replace(/\.config\.ts$/, '.tsx');
  const sources = [...imported(entry)].filter((file) => !file.includes('/hooks/useShare/')).map(parse);
  const uses = sources.reduce((sum, source) => sum + calls(source, 'useShare'), 0);
  const owners = sources.reduce((sum, source) => sum + calls(source, 'useShareAppMessage'), 0);
  const enabled = isSet(parse(config), 'enableShareAppMessage');
  return {
    page: relative(src, entry),
    shares: uses > 0,
    faults: [
      ...(uses > 0 && !enabled ? ['useShare stays dead: set enableShareAppMessage: true in its config'] : []),
      ...(enabled && uses === 0 ? ['enableShareAppMessage is set, and nothing says what the card is'] : []),
      ...(uses > 1 ? [`useShare is called ${uses} times: WeChat hears the first one only`] : []),
      ...(owners > 0 ? ['useShareAppMessage belongs to useShare'] : []),
    ],
  };
}

/** The file, and all that it imports by relative paths, types aside. */
function imported(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const statement of parse(file).statements) {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.') || isTypeOnly(statement)) continue;
    const target = resolve(dirname(file), from.text);
    const found = [`${target}.tsx`, `${target}.ts`, join(target, 'index.ts'), join(target, 'index.tsx')].find(
      existsSync,
    );
    if (found) imported(found, seen);
  }
  return seen;
}

const isTypeOnly = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement)
    ? statement.importClause?.isTypeOnly === true
    : ts.isExportDeclaration(statement) && statement.isTypeOnly;

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

/** Whether an object of this file has the property, and it is `true`. */
function isSet(source: ts.SourceFile, name: string): boolean {
  const isThere = (node: ts.Node): boolean =>
    (ts.isPropertyAssignment(node) &&
      node.name.getText(source) === name &&
      node.initializer.kind === ts.SyntaxKind.TrueKeyword) ||
    node.getChildren(source).some(isThere);
  return isThere(source);
}

function calls(source: ts.SourceFile, name: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === name) count += 1;
    node.forEachChild(visit);
  };
  visit(source);
  return count;
}
