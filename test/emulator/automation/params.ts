/** Parameters of one request, read once; what is missing or of another type is an error that the client sees. */
export class Params {
  constructor(
    private readonly method: string,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {}

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  any(name: string): unknown {
    return this.values[name];
  }

  string(name: string): string {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    throw this.wrong(name, 'a string');
  }

  optionalString(name: string): string | undefined {
    return this.has(name) ? this.string(name) : undefined;
  }

  number(name: string): number {
    const value = this.values[name];
    if (typeof value === 'number') return value;
    throw this.wrong(name, 'a number');
  }

  /** An absent list is empty. */
  list(name: string): readonly unknown[] {
    const value = this.values[name] ?? [];
    if (Array.isArray(value)) return value;
    throw this.wrong(name, 'an array');
  }

  strings(name: string): readonly string[] {
    return this.list(name).map(String);
  }

  record(name: string): Readonly<Record<string, unknown>> {
    const value = this.values[name] ?? {};
    if (typeof value === 'object') return value as Readonly<Record<string, unknown>>;
    throw this.wrong(name, 'an object');
  }

  private wrong(name: string, wanted: string): Error {
    return new TypeError(`${this.method}: ${name} should be ${wanted}, got ${JSON.stringify(this.values[name])}`);
  }
}
