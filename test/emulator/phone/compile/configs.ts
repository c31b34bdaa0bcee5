import type { PageJson } from '../app-package';
import { CompileError } from './compile-error';
import { isObject, parseJson, stringMap } from './json';
import { resolveFrom, withoutSuffix } from './path';
import type { Sources } from './source-folder';

/**
 * JSON of every page and of every component that they use, found through `usingComponents`. Paths in it are made
 * absolute; components of app.json are added to all (WeChat: framework/custom-component/, 全局声明).
 */
export async function readConfigs(
  source: Sources,
  pages: readonly string[],
  appUsing: unknown,
): Promise<Record<string, PageJson>> {
  const configs: Record<string, PageJson> = {};
  const resolver = new ComponentResolver(source);
  const global = resolver.resolveAll('app.json', 'app', stringMap('app.json', 'usingComponents', appUsing));
  const waiting = [...pages, ...Object.values(global).map((path) => path.slice(1))];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (configs[path]) continue;
    const file = `${path}.json`;
    const json = source.has(file) ? parseJson(file, await source.read(file)) : {};
    const own = resolver.resolveAll(file, path, stringMap(file, 'usingComponents', json['usingComponents']));
    const generics = resolveGenerics(resolver, file, path, json['componentGenerics']);
    configs[path] = {
      ...json,
      ...(generics ? { componentGenerics: generics.config } : {}),
      usingComponents: { ...global, ...own },
    };
    waiting.push(...[...Object.values(own), ...(generics?.defaults ?? [])].map((component) => component.slice(1)));
  }
  return configs;
}

class ComponentResolver {
  constructor(readonly source: Sources) {}

  resolveAll(file: string, owner: string, using: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(using).map(([tag, target]) => [
        tag,
        `/${this.resolve(file, owner, `usingComponents.${tag}`, target)}`,
      ]),
    );
  }

  /** Path without suffix and leading slash. */
  resolve(file: string, owner: string, field: string, target: string): string {
    if (/^(plugin|ext):/.test(target)) {
      throw new CompileError({ file }, `"${field}": plugins cannot run here (${target})`);
    }
    const candidates = [resolveFrom(owner, target), `miniprogram_npm/${target}`].flatMap((path) => [
      path,
      `${path}/index`,
    ]);
    const found = candidates.find((path) => this.source.has(`${withoutSuffix(path, '.js')}.wxml`));
    if (found === undefined) throw new CompileError({ file }, `"${field}": component "${target}" not found`);
    return withoutSuffix(found, '.js');
  }
}

interface Generics {
  readonly config: Readonly<Record<string, unknown>>;
  /** Components that stand in where nothing is given. */
  readonly defaults: readonly string[];
}

function resolveGenerics(
  resolver: ComponentResolver,
  file: string,
  owner: string,
  value: unknown,
): Generics | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) throw new CompileError({ file }, '"componentGenerics" must be an object');
  const defaults: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, generic] of Object.entries(value)) {
    const given = isObject(generic) ? generic['default'] : undefined;
    if (typeof given !== 'string') {
      config[name] = true;
      continue;
    }
    const path = `/${resolver.resolve(file, owner, `componentGenerics.${name}`, given)}`;
    defaults.push(path);
    config[name] = { default: path };
  }
  return { config, defaults };
}
