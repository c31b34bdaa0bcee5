import type { PageJson } from '../app-package';
import { CompileError } from './compile-error';
import { parseJson, stringMap } from './json';
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

function resolveGenerics(resolver: ComponentResolver, file: string, owner: string, value: unknown) {
  if (value === undefined) return undefined;
  const defaults: string[] = [];
  const config = Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, generic]) => {
      if (typeof generic !== 'object' || generic === null || !('default' in generic)) return [name, true];
      const path = `/${resolver.resolve(file, owner, `componentGenerics.${name}`, String(generic.default))}`;
      defaults.push(path);
      return [name, { default: path }];
    }),
  );
  return { config, defaults };
}
