import type { Access } from '../bridge';
import type { ConsentGate, PhoneContext, PrivacyListener } from '../parts';
import { ApiFailure, fail } from './failure';
import { PrivacyConsent } from './privacy-consent';

/** The part of a phone that asking needs. */
export type ConsentParts = Pick<PhoneContext, 'bridge' | 'native' | 'events' | 'reportError'>;

/** Errno of a refused privacy guideline (framework/user-privacy/PrivacyAuthorize.md). */
const PRIVACY_REFUSED = 104;
/** Errno `jsapi user authorize denied` (framework/usability/PublicErrno.md). */
const SCOPE_REFUSED = 103;

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
    const asked = new Set<Access['state']>();
    for (;;) {
      const access = await this.context.bridge.request('access', { api, ...(scope === undefined ? {} : { scope }) });
      if (access.state === 'granted') return;
      if (access.state === 'fail') throw new ApiFailure(access.failure);
      if (asked.has(access.state)) throw refused(api, access.state);
      asked.add(access.state);
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

function refused(api: string, state: 'privacy' | 'ask') {
  const name = api.split(':')[0] ?? api;
  return state === 'privacy'
    ? fail(name, 'privacy permission is not authorized', PRIVACY_REFUSED)
    : fail(name, 'auth deny', SCOPE_REFUSED);
}
