import type { CallFunction } from '../../../src/wechat/call-function';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import { settle, type Pending } from './pending';

export interface Called extends Pending<unknown> {
  readonly route: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A cloud whose answers the test gives, in any order. */
export class Cloud {
  readonly calls: Called[] = [];

  readonly callFunction = ((_name: string, route: string, input: Called['input']) =>
    new Promise((resolve, reject) => this.calls.push({ route, input, resolve, reject }))) as unknown as CallFunction;

  get routes(): string[] {
    return this.calls.map(({ route }) => route);
  }

  /** Answers the `n`th call, from 0. */
  async answer(n: number, data: unknown): Promise<void> {
    this.at(n).resolve(data);
    await settle();
  }

  async fail(n: number, code: OpenDataError['code']): Promise<void> {
    this.at(n).reject(new OpenDataError(code, code));
    await settle();
  }

  private at(n: number): Called {
    const call = this.calls[n];
    if (call === undefined) throw new Error(`there was no call ${n}: ${this.routes.join(', ')}`);
    return call;
  }
}
