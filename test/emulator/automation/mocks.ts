import { apiKind, type Calling } from '../phone/api/calling';
import { ApiFailure, isFailure } from '../phone/api/failure';
import type { AutomationHooks } from './hooks';

type Fn = (this: unknown, ...args: unknown[]) => unknown;

/** `mockWxMethod` and `restoreWxMethod`: replaces functions of `wx`, and knows what was there. */
export class Mocks {
  private readonly originals = new Map<string, unknown>();

  constructor(
    private readonly hooks: AutomationHooks,
    private readonly calling: Calling,
  ) {}

  /** Every call of `wx[name]` gives `result`: to `success`, to the Promise, or at once where the API is synchronous. */
  withResult(name: string, result: unknown): void {
    this.replace(name, () => result);
  }

  /** Every call gives what the function returns; it gets the call's arguments, then `args`, and `this.origin`. */
  withFunction(name: string, declaration: string, args: readonly unknown[]): void {
    const self = { origin: this.original(name) };
    this.replace(name, (callArgs) => this.hooks.evaluate(declaration, [...callArgs, ...args], self));
  }

  restore(name: string): void {
    if (!this.originals.has(name)) return;
    const original = this.originals.get(name);
    if (original === undefined) Reflect.deleteProperty(this.hooks.wx, name);
    else Reflect.set(this.hooks.wx, name, original);
    this.originals.delete(name);
  }

  private original(name: string): unknown {
    return this.originals.has(name) ? this.originals.get(name) : Reflect.get(this.hooks.wx, name);
  }

  private replace(name: string, answer: (callArgs: readonly unknown[]) => unknown): void {
    const original = this.original(name);
    this.originals.set(name, original);
    const mock = isSynchronous(name, original) ? (...args: unknown[]) => answer(args) : this.asynchronous(name, answer);
    Reflect.set(this.hooks.wx, name, mock);
  }

  /** By WeChat's calling convention; a result whose errMsg says `:fail` goes to `fail`. */
  private asynchronous(name: string, answer: (callArgs: readonly unknown[]) => unknown): Fn {
    return this.calling.promised<WechatMiniprogram.LoginOption>(name, async (options) => {
      const result: unknown = await answer([options]);
      if (isFailure(result) && result.errMsg.includes(':fail')) throw new ApiFailure(result);
      return result as { code: string };
    }) as Fn;
  }
}

/** What is not there at all is taken as asynchronous unless its name says otherwise. */
function isSynchronous(name: string, original: unknown): boolean {
  return name.endsWith('Sync') || (typeof original === 'function' && apiKind(original) === undefined);
}
