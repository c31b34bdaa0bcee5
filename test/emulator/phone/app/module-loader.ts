import type { AppPackage } from '../app-package';
import { folderOf, joinPath } from './module-path';
import type { AppModule, Sandbox } from './sandbox';

interface Require {
  (path: string): unknown;
  (path: string, done: (exports: unknown) => void, failed?: (error: unknown) => void): void;
  async(path: string): Promise<unknown>;
}

/** CommonJS of a package: main package and subpackages, each file run once (WeChat: framework/app-service/module.md). */
export class ModuleLoader {
  readonly #modules = new Map<string, AppModule>();
  readonly #loaded = new Set<string>(['']);

  constructor(
    readonly pkg: AppPackage,
    readonly sandbox: Sandbox,
  ) {}

  /** Makes the files of the subpackage that holds `path` available, as the first navigation into it does. */
  loadPackageOf(path: string): void {
    this.#loaded.add(this.packageOf(path));
  }

  /** Root of the subpackage, '' for the main package. */
  packageOf(path: string): string {
    const roots = (this.pkg.app.subPackages ?? []).map(({ root }) => root.replace(/^\/|\/$/g, ''));
    return roots.find((root) => path.startsWith(`${root}/`)) ?? '';
  }

  has(file: string): boolean {
    return file in this.pkg.modules;
  }

  /** Runs a file, unless it ran before, and answers its exports. */
  run(file: string): unknown {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const source = this.pkg.modules[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const module: AppModule = { exports: {} };
    const run = this.sandbox.compile(file, source);
    this.#modules.set(file, module);
    run.call(undefined, this.#require(file), module, module.exports);
    return module.exports;
  }

  #require(from: string): Require {
    const require = (path: string, done?: (exports: unknown) => void, failed?: (error: unknown) => void): unknown => {
      if (!done) return this.run(this.#resolve(from, path));
      const loading = this.#later(from, path);
      void (failed ? loading.then(done, failed) : loading.then(done));
      return undefined;
    };
    return Object.assign(require, { async: (path: string) => this.#later(from, path) });
  }

  /** Loads the subpackage first (WeChat: framework/subpackages/async.md). */
  async #later(from: string, path: string): Promise<unknown> {
    await Promise.resolve();
    const file = this.#find(from, path);
    if (file !== undefined) this.loadPackageOf(file);
    return this.run(this.#resolve(from, path));
  }

  #resolve(from: string, path: string): string {
    if (typeof path !== 'string') throw new TypeError(`require args must be a string, got ${typeof path}`);
    const file = this.#find(from, path);
    if (file === undefined) {
      const wanted = joinPath(folderOf(from), path);
      throw new Error(
        `module '${wanted.endsWith('.js') ? wanted : `${wanted}.js`}' is not defined, require args is '${path}'`,
      );
    }
    if (!this.#loaded.has(this.packageOf(file))) {
      throw new Error(`module '${file}' is not defined: its subpackage is not loaded, use require.async('${path}')`);
    }
    return file;
  }

  #find(from: string, path: string): string | undefined {
    const bases = /^\.{0,2}\//.test(path)
      ? [path.startsWith('/') ? path.slice(1) : joinPath(folderOf(from), path)]
      : npmFolders(from).map((folder) => joinPath(folder, path));
    return bases.flatMap((base) => [base, `${base}.js`, `${base}/index.js`]).find((file) => this.has(file));
  }
}

/** Where packages may lie, nearest first. */
function npmFolders(from: string): readonly string[] {
  const parts = from.split('/').slice(0, -1);
  return [...parts.keys(), parts.length]
    .reverse()
    .map((depth) => joinPath(...parts.slice(0, depth), 'miniprogram_npm'));
}
