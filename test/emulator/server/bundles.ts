import { join, relative, sep } from 'node:path';
import { build, type BuildFailure, type BuildOptions, type OutputFile } from 'esbuild';

export interface Bundle {
  readonly script: string;
  readonly style: string | undefined;
}

/** The two pages' code: entry by name, beside this folder. */
const ENTRIES = {
  phone: join(__dirname, '../phone/browser.ts'),
  workbench: join(__dirname, '../workbench/main.tsx'),
} as const;
export type BundleName = keyof typeof ENTRIES;

const OUT = join(__dirname, 'bundles');
const OPTIONS = {
  bundle: true,
  write: false,
  outdir: OUT,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  sourcemap: 'linked',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.woff2': 'file', '.woff': 'file', '.png': 'file', '.svg': 'dataurl' },
} as const satisfies BuildOptions;

/** Code of the browser's pages, bundled in memory when first asked for. */
export class Bundles {
  readonly #built = new Map<BundleName, Promise<Bundle>>();
  readonly #files = new Map<string, OutputFile>();

  /** Paths under /bundles/. Rejects with esbuild's messages; the next call tries again. */
  get(name: BundleName): Promise<Bundle> {
    const known = this.#built.get(name);
    if (known !== undefined) return known;
    const building = this.#build(name);
    this.#built.set(name, building);
    building.catch(() => this.#built.delete(name));
    return building;
  }

  /** A file by its name: the hash in it says that it never changes. */
  file(name: string): Uint8Array | undefined {
    return this.#files.get(name)?.contents;
  }

  async #build(name: BundleName): Promise<Bundle> {
    let outputs: readonly OutputFile[];
    try {
      ({ outputFiles: outputs } = await build({ ...OPTIONS, entryPoints: { [name]: ENTRIES[name] } }));
    } catch (error) {
      throw new Error(explain(name, error as BuildFailure), { cause: error });
    }
    const nameOf = (file: OutputFile) => relative(OUT, file.path).split(sep).join('/');
    for (const file of outputs) this.#files.set(nameOf(file), file);
    const names = outputs.map(nameOf);
    const script = names.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
    if (script === undefined) throw new Error(`the ${name} page has no script`);
    return { script, style: names.find((file) => file.startsWith(`${name}-`) && file.endsWith('.css')) };
  }
}

function explain(name: BundleName, { errors, message }: BuildFailure): string {
  const lines = errors?.map(({ text, location }) => `${location?.file ?? ''}:${location?.line ?? ''} ${text}`);
  return `the ${name} page could not be bundled:\n${lines?.join('\n') ?? message}`;
}
