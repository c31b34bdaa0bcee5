import type { PrivacyListener } from '../parts';
import type { ConsentParts } from './consent';
import { parseAgreement } from './privacy-agreement';

/**
 * Consent to the privacy guideline: by the app's own popup where it registered one, else by WeChat's
 * (framework/user-privacy/PrivacyAuthorize.md).
 */
export class PrivacyConsent {
  private listener: PrivacyListener | undefined;
  /** Buttons with open-type agreePrivacyAuthorization that the user tapped. */
  private readonly tappedButtons = new Set<string>();

  constructor(private readonly context: ConsentParts) {
    context.events.on('agreePrivacyAuthorization', (buttonId) => void this.tappedButtons.add(String(buttonId)));
  }

  /** The last registration wins. */
  register(listener: PrivacyListener): void {
    this.listener = listener;
  }

  /** Asks and sends the answer to the platform; `referrer` is the API that is waiting. */
  async ask(referrer: string, contractName: string): Promise<void> {
    const agreed = this.listener
      ? await this.askApp(this.listener, referrer)
      : (await this.context.native.ask({ kind: 'privacy', contractName })).accepted;
    await this.context.bridge.request('answerPrivacy', { agreed });
  }

  private askApp(listener: PrivacyListener, referrer: string): Promise<boolean> {
    return new Promise((settle) => {
      const resolve = (option: unknown): void => {
        try {
          const agreement = parseAgreement(option, this.tappedButtons);
          if (agreement !== 'exposed') settle(agreement === 'agreed');
        } catch (error) {
          this.context.reportError(error);
        }
      };
      setTimeout(() => {
        try {
          listener(resolve, { referrer });
        } catch (error) {
          this.context.reportError(error);
        }
      }, 0);
    });
  }
}
