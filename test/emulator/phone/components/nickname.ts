import { ApiFailure } from '../api/failure';
import type { TextEntry } from './text-entry';
import { warnOnce } from './warn';

/**
 * What `<input type="nickname">` has beside other fields: the user's nickname in a row above the keyboard, and WeChat's
 * look at the text when the keyboard goes; what it refuses is cleared, without an `input` event
 * (open-ability/userProfile.md, component/input.md: `nicknamereview`).
 */
export class Nickname {
  #focused = false;
  #withdraw: (() => void) | undefined;

  constructor(
    private readonly field: TextEntry,
    private readonly clear: () => void,
  ) {}

  enter(): void {
    this.#focused = true;
    this.#offer().catch((error: unknown) => this.field.context.reportError(error));
  }

  left(): void {
    this.forget();
    this.#review().catch((error: unknown) => this.field.context.reportError(error));
  }

  /** The field is gone: so is the row. */
  forget(): void {
    this.#focused = false;
    this.#withdraw?.();
    this.#withdraw = undefined;
  }

  /** A privacy component as well: without consent the keyboard is a plain one. */
  async #offer(): Promise<void> {
    const { context } = this.field;
    try {
      await context.consent.ensure('nickname', undefined, 'input.nickname');
    } catch (thrown) {
      if (!(thrown instanceof ApiFailure)) throw thrown;
      warnOnce(context, `<input type="nickname"> offers no nickname: ${thrown.failure.errMsg}`);
      return;
    }
    if (!this.#focused || this.#withdraw) return;
    const { nickName } = context.user;
    this.#withdraw = context.native.offerNickname({ nickName, use: () => this.#use(nickName) });
  }

  #use(nickName: string): void {
    this.field.input(nickName);
    this.field.blur();
  }

  async #review(): Promise<void> {
    const { context, fieldValue: nickname } = this.field;
    if (nickname === '') return;
    if (!context.online) return this.field.emit('nicknamereview', { pass: false, timeout: true });
    const { pass } = await context.bridge.request('checkNickname', { nickname });
    if (!pass && this.field.fieldValue === nickname) this.clear();
    this.field.emit('nicknamereview', { pass, timeout: false });
  }
}
