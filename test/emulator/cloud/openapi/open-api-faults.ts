import { setTimeout as sleep } from 'node:timers/promises';
import { checkedMs, FaultCount } from '../fault-count';
import type { ArmedFault } from '../types';

type Answer = Readonly<Record<string, unknown>>;

/** Cloud calls that fail or take their time on purpose; each by the call's name. */
export class OpenApiFaults {
  readonly #failing = new FaultCount<string, number>();
  readonly #slow = new FaultCount<string, { readonly ms: number; readonly when: 'before' | 'after' }>();

  failOpenApi(name: string, errcode: number, times: number): void {
    this.#failing.set(name, errcode, times);
  }

  delayOpenApi(name: string, ms: number, times: number, when: 'before' | 'after'): void {
    this.#slow.set(name, { ms: checkedMs(ms), when }, times);
  }

  get armed(): readonly ArmedFault[] {
    return [
      ...this.#failing.armed((name, errcode) => ({ kind: 'failOpenApi' as const, name, errcode })),
      ...this.#slow.armed((name, slow) => ({ kind: 'delayOpenApi' as const, name, ...slow })),
    ];
  }

  clear(): void {
    this.#failing.clear();
    this.#slow.clear();
  }

  /** WeChat's answer to a call that `carryOut` carries out, unless it fails on purpose. Counts it. */
  async around(name: string, carryOut: () => Answer | Promise<Answer>): Promise<Answer> {
    const slow = this.#slow.take(name);
    if (slow?.when === 'before') await sleep(slow.ms);
    const errcode = this.#failing.take(name);
    const answer = errcode === undefined ? await carryOut() : failure(errcode);
    if (slow?.when === 'after') await sleep(slow.ms);
    return answer;
  }
}

function failure(errcode: number): Answer {
  return { errcode, errmsg: TEXTS[errcode] ?? 'failed on purpose' };
}

/** WeChat's texts. Source: server/API/user-info/phone-number/api_getphonenumber.md, general return codes */
const TEXTS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  48001: 'api unauthorized',
};
