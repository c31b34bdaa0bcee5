import type { Day } from '../../../cloud/contract/contract';

/** A failure in WeChat's words. */
export interface WxFailure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;
}

interface Callbacks<T> {
  readonly success?: (result: T) => void;
  readonly fail?: (failure: unknown) => void;
  readonly complete?: () => void;
}

/** What WeChat and the cloud do when they are asked; a rejection is a failure. Tests replace what they are about. */
export interface Script {
  login: () => Promise<{ code: string }>;
  getWeRunData: () => Promise<{ cloudID?: string }>;
  /** What `wx.openSetting` reports when the person is back. */
  openSetting: () => Promise<{ authSetting: Record<string, boolean> }>;
  weRun: (data: Record<string, unknown>) => Promise<unknown>;
  steps: () => Promise<unknown>;
}

export interface Call {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

class CloudID {
  constructor(readonly cloudID: string) {}
}

/** `wx` as far as the app uses it: functions that Taro can list, callbacks that come later. */
export class FakeWechat {
  /** APIs that may show the person something, in the order in which they were called. */
  readonly asked: string[] = [];
  readonly calls: Call[] = [];
  readonly stored = new Map<string, unknown>();
  pullDownStops = 0;
  readonly script: Script;
  readonly wx: Record<string, unknown>;

  constructor(days: readonly Day[]) {
    let ids = 0;
    this.script = {
      login: () => Promise.resolve({ code: 'code' }),
      getWeRunData: () => Promise.resolve({ cloudID: `cloud-id-${(ids += 1)}` }),
      openSetting: () => Promise.resolve({ authSetting: {} }),
      weRun: () => Promise.resolve({ ok: true, data: { days } }),
      steps: () => Promise.resolve({ ok: true, data: { days: [] } }),
    };
    this.wx = {
      login: (callbacks: Callbacks<unknown>) => answer(this.script.login(), callbacks),
      getWeRunData: (callbacks: Callbacks<unknown>) => this.ask('getWeRunData', callbacks),
      openSetting: (callbacks: Callbacks<unknown>) => this.ask('openSetting', callbacks),
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorage: ({ key, data }: { key: string; data: unknown }) => this.stored.set(key, data),
      stopPullDownRefresh: () => (this.pullDownStops += 1),
      cloud: {
        init: () => undefined,
        CloudID: (id: string) => new CloudID(id),
        callFunction: (call: Call) => this.call(call),
      },
    };
  }

  /** The routes that were called, in order. */
  get routes(): unknown[] {
    return this.calls.map(({ data }) => data['$url']);
  }

  /** The CloudIDs that were sent to the cloud, in order. */
  get sentCloudIDs(): unknown[] {
    return this.calls.flatMap(({ data }) => (data['werun'] instanceof CloudID ? [data['werun'].cloudID] : []));
  }

  private ask(api: 'getWeRunData' | 'openSetting', callbacks: Callbacks<unknown>): void {
    this.asked.push(api);
    answer<unknown>(this.script[api](), callbacks);
  }

  private async call(call: Call): Promise<{ result: unknown }> {
    this.calls.push(call);
    const { $url: route } = call.data;
    return { result: route === 'weRun' ? await this.script.weRun(call.data) : await this.script.steps() };
  }
}

function answer<T>(outcome: Promise<T>, { success, fail, complete }: Callbacks<T>): void {
  void outcome.then(success, fail).then(complete);
}

/** A failed answer of a function. */
export const refusal = (code: string, retryable = false) => ({ ok: false, error: { code, message: code, retryable } });

/** WeChat fails with a plain object, not with an Error. */
export const fails = (failure: WxFailure) => (): Promise<never> =>
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  Promise.reject(failure);
