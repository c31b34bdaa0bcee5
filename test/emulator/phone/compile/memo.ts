/** Remembers what was made from an input, for each path, until the input changes: unchanged files are not compiled again. */
export class Memo<T> {
  readonly #made = new Map<string, { readonly input: string; readonly output: T }>();

  get(path: string, input: string, make: () => T): T {
    const known = this.#made.get(path);
    if (known && known.input === input) return known.output;
    const output = make();
    this.#made.set(path, { input, output });
    return output;
  }
}
