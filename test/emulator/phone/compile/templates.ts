import { TmplGroup } from 'glass-easel-template-compiler';
import { CompileError } from './compile-error';
import { resolveFrom, withoutSuffix } from './path';
import type { Sources } from './source-folder';
import { checkWxs } from './wxs';

interface TemplateProblem {
  readonly isError: boolean;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** What glass-easel's compiler warns of and WeChat's refuses ("expect end-tag", "get tag end without start"). */
const REFUSED: ReadonlySet<string> = new Set(['missing end tag', 'invalid end tag']);

/**
 * The expression that `engine/templates.ts` evaluates is given these two functions: every event, also one whose handler
 * is WXS, goes through the first, every `change:prop` through the second.
 */
const EXTRA_RUNTIME = ';Q.C=onTemplateEvent;Q.A=onPropertyChange;';

/** WXML and WXS of a project in one group of glass-easel's compiler, which is kept: only what changed is compiled. */
export class TemplateGroup {
  readonly #group = new TmplGroup();
  readonly #added = new Map<string, string>();

  constructor() {
    this.#group.setExtraRuntimeScript(EXTRA_RUNTIME);
  }

  /** Compiles the wxml of `paths` (without suffix) with all that it imports and includes; answers the expression. */
  async compile(source: Sources, paths: readonly string[]): Promise<string> {
    const needed = new Set<string>();
    for (const path of paths) await this.#template(source, path, `${path}.wxml`, needed);
    for (const name of this.#added.keys()) if (!needed.has(name)) this.#remove(name);
    return this.#group.getTmplGenObjectGroups();
  }

  async #template(source: Sources, path: string, importer: string, needed: Set<string>): Promise<void> {
    const file = `${path}.wxml`;
    if (needed.has(file)) return;
    needed.add(file);
    if (!source.has(file)) throw new CompileError({ file: importer }, `imports "${file}", which is not found`);
    const text = await source.read(file);
    if (this.#added.get(file) !== text) {
      this.#check(file, this.#group.addTmpl(path, text) as readonly TemplateProblem[]);
      await this.#checkInlineScripts(path);
      this.#added.set(file, text);
    }
    for (const dependency of this.#group.getDirectDependencies(path) as string[]) {
      await this.#template(source, withoutSuffix(dependency, '.wxml'), file, needed);
    }
    for (const script of this.#group.getScriptDependencies(path) as string[]) {
      await this.#script(source, withoutSuffix(script, '.wxs'), file, needed);
    }
  }

  /** WXS requires other WXS by relative path (WeChat: framework/view/wxs/01wxs-module.md). */
  async #script(source: Sources, path: string, importer: string, needed: Set<string>): Promise<void> {
    const file = `${path}.wxs`;
    if (needed.has(file)) return;
    needed.add(file);
    if (!source.has(file)) throw new CompileError({ file: importer }, `uses "${file}", which is not found`);
    const text = await source.read(file);
    if (this.#added.get(file) !== text) {
      await checkWxs(file, text);
      this.#group.addScript(path, text.replace(/(require\(\s*['"][^'"]+?)\.wxs(['"]\s*\))/g, '$1$2'));
      this.#added.set(file, text);
    }
    for (const match of text.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      await this.#script(source, withoutSuffix(resolveFrom(path, match[1] ?? ''), '.wxs'), file, needed);
    }
  }

  #check(file: string, problems: readonly TemplateProblem[]): void {
    const error = problems.find(({ isError, message }) => isError || REFUSED.has(message));
    if (!error) return;
    this.#added.delete(file);
    throw new CompileError({ file, line: error.startLine + 1, column: error.startColumn + 1 }, error.message);
  }

  async #checkInlineScripts(path: string): Promise<void> {
    for (const name of this.#group.getInlineScriptModuleNames(path) as string[]) {
      await checkWxs(`${path}.wxml <wxs module="${name}">`, this.#group.getInlineScript(path, name));
    }
  }

  #remove(file: string): void {
    if (file.endsWith('.wxs')) this.#group.removeScript(withoutSuffix(file, '.wxs'));
    else this.#group.removeTmpl(withoutSuffix(file, '.wxml'));
    this.#added.delete(file);
  }
}
