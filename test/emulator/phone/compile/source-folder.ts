import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files that a compilation reads, by path relative to the mini program's root, with forward slashes. */
export interface Sources {
  readonly root: string;
  readonly paths: readonly string[];
  has(path: string): boolean;
  read(path: string): Promise<string>;
}

interface Source {
  readonly version: string;
  readonly text: string;
}

/** The files of a mini program, read again only when their size or time of change differs. */
export class SourceFolder implements Sources {
  #files: ReadonlyMap<string, string> = new Map();
  readonly #texts = new Map<string, Source>();

  constructor(
    readonly root: string,
    /** Absolute folders under `root` that are no part of the mini program. */
    readonly exclude: readonly string[] = [],
  ) {}

  /** Looks which files there are now. */
  async scan(): Promise<void> {
    const files = new Map<string, string>();
    const visit = async (folder: string): Promise<void> => {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.') || entry.name === 'node_modules' || this.exclude.includes(path)) continue;
        if (entry.isDirectory()) await visit(path);
        else {
          const { mtimeMs, size } = await stat(path);
          files.set(relative(this.root, path).split(sep).join('/'), `${mtimeMs}:${size}`);
        }
      }
    };
    await visit(this.root);
    this.#files = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Sorted. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  async read(path: string): Promise<string> {
    const version = this.#files.get(path);
    if (version === undefined) throw new Error(`no file ${path} in ${this.root}`);
    const known = this.#texts.get(path);
    if (known?.version === version) return known.text;
    const text = (await readFile(join(this.root, path), 'utf8')).replace(/^\uFEFF/, '');
    this.#texts.set(path, { version, text });
    return text;
  }
}
