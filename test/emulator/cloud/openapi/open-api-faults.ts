interface Failing {
  readonly errcode: number;
  left: number;
}

/** Cloud calls that fail on purpose. */
export class OpenApiFaults {
  readonly #failing = new Map<string, Failing>();

  failOpenApi(name: string, errcode: number, times: number): void {
    this.#failing.set(name, { errcode, left: times });
  }

  clear(): void {
    this.#failing.clear();
  }

  /** WeChat's answer where this call fails. Counts it. */
  take(name: string): Readonly<Record<string, unknown>> | undefined {
    const failing = this.#failing.get(name);
    if (failing === undefined || failing.left <= 0) return undefined;
    failing.left -= 1;
    return { errcode: failing.errcode, errmsg: TEXTS[failing.errcode] ?? 'failed on purpose' };
  }
}

/** WeChat's texts. Source: server/API/user-info/phone-number/api_getphonenumber.md, general return codes */
const TEXTS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40013: 'invalid appid',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  48001: 'api unauthorized',
};
