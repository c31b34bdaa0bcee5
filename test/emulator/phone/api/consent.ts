import type { PhoneContext } from '../parts';
import { ApiFailure } from './failure';
import type { PrivacyConsent } from './privacy-consent';

/**
 * Asks the user what has to be asked before an API may touch personal data: first the privacy guideline, then the
 * scope. Which of the two, and every failure's text, is the platform's to say.
 */
export class Consent {
  /** One question at a time: a call made meanwhile waits, then sees the answer. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: PhoneContext,
    private readonly privacy: PrivacyConsent,
  ) {}

  /** Resolves when `api` may run; rejects with WeChat's failure. */
  ensure(api: string, scope?: string): Promise<void> {
    const mine = this.turn.then(() => this.ask(api, scope));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async ask(api: string, scope: string | undefined): Promise<void> {
    // After each answer the platform is asked again: it says what a refusal fails with, and whether to ask once more.
    for (;;) {
      const access = await this.context.bridge.request('access', { api, ...(scope === undefined ? {} : { scope }) });
      if (access.state === 'granted') return;
      if (access.state === 'fail') throw new ApiFailure(access.failure);
      if (access.state === 'privacy') {
        await this.privacy.ask(api, access.contractName);
      } else {
        const { scope: wanted, title, purpose } = access;
        const { accepted } = await this.context.native.ask({ kind: 'authorize', scope: wanted, title, purpose });
        await this.context.bridge.request('answerScope', { scope: wanted, granted: accepted });
      }
    }
  }
}
