import type { ConsentGate, PhoneContext, PrivacyListener } from '../parts';
import { ApiFailure } from './failure';
import { PrivacyConsent } from './privacy-consent';

/** The part of a phone that asking needs. */
export type ConsentParts = Pick<PhoneContext, 'bridge' | 'native' | 'events' | 'reportError'>;

/**
 * Asks the user what has to be asked before an API may touch personal data: first the privacy guideline, then the
 * scope. Which of the two, and every failure's text, is the platform's to say.
 */
export class Consent implements ConsentGate {
  /** One question at a time: a call made meanwhile waits, then sees the answer. */
  private turn: Promise<void> = Promise.resolve();

  private readonly privacy: PrivacyConsent;

  constructor(private readonly context: ConsentParts) {
    this.privacy = new PrivacyConsent(context);
  }

  onNeedPrivacy(listener: PrivacyListener): void {
    this.privacy.register(listener);
  }

  /** Resolves when `api` may run; rejects with WeChat's failure. */
  ensure(api: string, scope?: string, referrer = api): Promise<void> {
    const mine = this.turn.then(() => this.ask(api, scope, referrer));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async ask(api: string, scope: string | undefined, referrer: string): Promise<void> {
    // After each answer the platform is asked again: it says what a refusal fails with, and whether to ask once more.
    for (;;) {
      const access = await this.context.bridge.request('access', { api, ...(scope === undefined ? {} : { scope }) });
      if (access.state === 'granted') return;
      if (access.state === 'fail') throw new ApiFailure(access.failure);
      if (access.state === 'privacy') {
        await this.privacy.ask(referrer, access.contractName);
      } else {
        const { scope: wanted, title, purpose } = access;
        const { accepted } = await this.context.native.ask({ kind: 'authorize', scope: wanted, title, purpose });
        await this.context.bridge.request('answerScope', { scope: wanted, granted: accepted });
      }
    }
  }
}
