import { SDK_VERSION } from '../api/device';
import type { Boot, Client } from '../bridge';

/** What a phone is besides the mini program that runs on it; lasts over reloads, begins anew at a cold start. */
export class PhoneState {
  clockOffset: number;
  theme: 'light' | 'dark';
  online: boolean;
  readonly client: Required<Client>;
  readonly storage: Map<string, unknown>;

  constructor(readonly boot: Boot) {
    this.clockOffset = boot.clockOffset;
    this.theme = boot.theme;
    this.online = boot.online ?? true;
    const { platform = 'devtools', libraryVersion = SDK_VERSION } = boot.client ?? {};
    this.client = { platform, libraryVersion };
    this.storage = new Map(Object.entries(boot.storage));
  }

  now(): number {
    return Date.now() + this.clockOffset;
  }
}
