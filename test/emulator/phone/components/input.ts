import { builtIn } from './define';
import { Nickname } from './nickname';
import { any, boolean, number, string, unheeded } from './properties';
import { TextEntry, textEntryProperties } from './text-entry';

const properties = {
  ...textEntryProperties('input-placeholder', 'done'),
  confirmType: unheeded(string('done')),
  type: string('text'),
  password: boolean(),
  alwaysEmbed: unheeded(boolean()),
  autoFill: unheeded(string()),
  safePasswordCertPath: unheeded(string()),
  safePasswordLength: unheeded(any()),
  safePasswordTimeStamp: unheeded(any()),
  safePasswordNonce: unheeded(string()),
  safePasswordSalt: unheeded(string()),
  safePasswordCustomHash: unheeded(string()),
  randomNumber: unheeded(boolean()),
  clueType: unheeded(number()),
};

const keyboards: Readonly<Record<string, string>> = { number: 'numeric', idcard: 'text', digit: 'decimal' };

class Input extends TextEntry<typeof properties> {
  protected override readonly enterConfirms = true;

  readonly #nickname = new Nickname(this, () => this.write(''));

  override detached(): void {
    this.#nickname.forget();
  }

  protected override focusChanged(focused: boolean): void {
    if (this.prop('type') !== 'nickname') return;
    if (focused) this.#nickname.enter();
    else this.#nickname.left();
  }

  protected override createControl(document: Document): HTMLInputElement {
    return document.createElement('input');
  }

  protected override styleControl(control: HTMLInputElement): void {
    const secret = this.prop('password') || this.prop('type') === 'safe-password';
    control.type = secret ? 'password' : 'text';
    control.inputMode = keyboards[this.prop('type')] ?? 'text';
    control.autocomplete = 'off';
  }
}

/** WeChat: component/input.md. */
export const input = builtIn({
  tag: 'input',
  properties,
  reflect: ['disabled'],
  part: Input,
});
