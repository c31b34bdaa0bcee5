import postcss, { CssSyntaxError, type AtRule, type Root, type Rule } from 'postcss';
import { CompileError } from './compile-error';
import { translateColorScheme } from './dark-mode';
import { translateLengths } from '../engine/lengths';
import { resolveFrom } from './path';
import { translateSelector, type SheetScope } from './selectors';
import type { Sources } from './source-folder';

/** WXSS with its imports inlined, still WXSS. */
export async function readSheet(source: Sources, file: string, importers: readonly string[] = []): Promise<Root> {
  const root = parse(file, await source.read(file));
  const imports: AtRule[] = [];
  root.walkAtRules('import', (rule) => void imports.push(rule));
  for (const rule of imports) {
    const target = importedFile(file, rule);
    if (target === undefined) continue;
    const imported = resolveFrom(file, target);
    if (!source.has(imported))
      throw new CompileError(positionOf(file, rule), `imports "${target}", which is not found`);
    if (imported === file || importers.includes(imported)) rule.remove();
    else rule.replaceWith((await readSheet(source, imported, [...importers, file])).nodes);
  }
  return root;
}

/** CSS for the DOM of the phone. */
export function translateSheet(root: Root, scope: SheetScope): string {
  const css = root.clone();
  css.walkAtRules('media', translateColorScheme);
  css.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = translateSelector(rule.selector, scope);
  });
  css.walkDecls((declaration) => {
    declaration.value = translateLengths(declaration.value);
  });
  return css.toString();
}

function parse(file: string, text: string): Root {
  try {
    return postcss.parse(text, { from: file });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line, column, reason } = error;
    throw new CompileError({ file, ...(line ? { line } : {}), ...(column ? { column } : {}) }, reason, {
      cause: error,
    });
  }
}

/** Undefined for a sheet from the network, which the browser imports itself. */
function importedFile(file: string, rule: AtRule): string | undefined {
  const target = /^(?:url\()?\s*['"]?([^'")]+)['"]?\s*\)?/.exec(rule.params)?.[1];
  if (target === undefined) throw new CompileError(positionOf(file, rule), '@import names no file');
  return /^(https?:)?\/\//.test(target) ? undefined : target;
}

const positionOf = (file: string, rule: AtRule) => {
  const start = rule.source?.start;
  return start ? { file, line: start.line, column: start.column } : { file };
};

const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as AtRule).name);
