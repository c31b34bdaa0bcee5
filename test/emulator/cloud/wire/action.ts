/** One request of the SDK: `{ action, ... }` in, `{ data }` or a CloudError out. */
import type { Invocation } from '../functions/invocation';
import { invalidParameter } from '../cloud-error';
import { isRecord } from '../record';

export interface WireRequest {
  readonly body: WireBody;
  /** Whose request it is, by the token that the SDK sends back; undefined: a client outside the function workers. */
  readonly invocation: Invocation | undefined;
}

/** The JSON answer, without `requestId`. */
export type WireAnswer = Readonly<Record<string, unknown>>;

export type Action = (request: WireRequest) => Promise<WireAnswer> | WireAnswer;
export type Actions = Readonly<Record<string, Action>>;

/** The untyped body, read field by field. */
export class WireBody {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    if (!isRecord(body)) throw invalidParameter('the request body must be a JSON object');
    this.#fields = body;
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw invalidParameter(`${name} must be a string`);
    return value;
  }

  /** An empty string counts as absent: the SDK sends one where it has no query. */
  optionalText(name: string): string | undefined {
    const value = this.#fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean {
    return this.#fields[name] === true;
  }

  list(name: string): readonly unknown[] {
    const value = this.#fields[name];
    if (!Array.isArray(value)) throw invalidParameter(`${name} must be an array`);
    return value;
  }
}
