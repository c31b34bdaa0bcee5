import type { CloudID, WeRunData } from '../../../cloud/contract/cloud-id';
import { createWeRunStore, type WeRunPorts, type WeRunStore } from '../../../src/hooks/useWeRun/store';
import { OpenDataError } from '../../../src/wechat/open-data-error';
import { last, settle, type Pending } from './pending';

export const friday = [{ date: '2026-11-20', steps: 8532 }];
export const thursday = [{ date: '2026-11-19', steps: 4000 }];

/** A world in which the test decides when WeChat and the cloud answer. */
export class World {
  time = Date.parse('2026-11-20T12:00:00+08:00');
  readonly weRunData: Pending<CloudID<WeRunData>>[] = [];
  readonly calls: ({ route: string; cloudID: unknown } & Pending<{ days: typeof friday }>)[] = [];
  readonly recoveries: ({ code: OpenDataError['code'] } & Pending<boolean>)[] = [];
  seen = false;
  readonly store: WeRunStore;

  constructor() {
    this.store = createWeRunStore({
      getWeRunData: () => new Promise((resolve, reject) => this.weRunData.push({ resolve, reject })),
      callFunction: ((_name: string, route: string, input: { werun?: unknown }) =>
        new Promise<{ days: typeof friday }>((resolve, reject) =>
          this.calls.push({ route, cloudID: input.werun, resolve, reject }),
        )) as unknown as WeRunPorts['callFunction'],
      recoverConsent: ({ code }) => new Promise((resolve, reject) => this.recoveries.push({ code, resolve, reject })),
      memory: {
        recall: () => this.seen,
        remember: () => void (this.seen = true),
        forget: () => void (this.seen = false),
      },
      now: () => this.time,
    });
  }

  /** WeChat gives its `n`th CloudID. */
  async give(n: number): Promise<void> {
    last(this.weRunData).resolve(`cloud-id-${n}` as unknown as CloudID<WeRunData>);
    await settle();
  }

  async answer(days: typeof friday): Promise<void> {
    last(this.calls).resolve({ days });
    await settle();
  }

  async fail(code: OpenDataError['code']): Promise<void> {
    last(this.calls).reject(new OpenDataError(code, code));
    await settle();
  }

  get sent(): unknown[] {
    return this.calls.map(({ cloudID }) => cloudID);
  }
}
