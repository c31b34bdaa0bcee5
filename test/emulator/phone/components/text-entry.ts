import { BuiltIn } from './built-in';
import type { FormField } from './form-field';
import { any, boolean, number, string, unheeded } from './properties';
import { scopedClass } from './scoped-class';

/** What `input` and `textarea` have in common. */
export const textEntryProperties = (placeholderClass: string, confirmType: string) => ({
  value: string(),
  placeholder: string(),
  placeholderStyle: string(),
  placeholderClass: string(placeholderClass),
  disabled: boolean(),
  maxlength: number(140),
  cursorSpacing: unheeded(number()),
  autoFocus: boolean(),
  focus: boolean(),
  cursor: unheeded(number(-1)),
  cursorColor: string(),
  selectionStart: unheeded(number(-1)),
  selectionEnd: unheeded(number(-1)),
  adjustPosition: unheeded(boolean(true)),
  holdKeyboard: unheeded(boolean()),
  confirmType: string(confirmType),
  confirmHold: boolean(),
  name: string(),
  controlled: unheeded(any()),
});

type TextControl = HTMLInputElement | HTMLTextAreaElement;
type EntryProperties = ReturnType<typeof textEntryProperties>;

/**
 * A field that a person types into. It writes its own `value` while typing, as WeChat's does: an app that sets the
 * same value again changes nothing, one that sets another (or '') replaces what was typed.
 */
export abstract class TextEntry<P extends EntryProperties = EntryProperties> extends BuiltIn<P> implements FormField {
  protected control: TextControl | undefined;
  #placeholder: HTMLElement | undefined;
  #focused = false;

  /** The real control inside the host; only in a browser. */
  protected abstract createControl(document: Document): TextControl;
  protected abstract styleControl(control: TextControl): void;
  /** The keyboard came up for this field, or went; events of it have been told. */
  protected focusChanged(_focused: boolean): void {}
  /** Whether Enter confirms instead of starting a line. */
  protected abstract readonly enterConfirms: boolean;

  override created(): void {
    const host = this.dom;
    if (!host) return;
    this.#placeholder = host.ownerDocument.createElement('div');
    this.control = this.createControl(host.ownerDocument);
    host.append(this.#placeholder, this.control);
    this.control.addEventListener('input', () => this.#typed());
    this.control.addEventListener('focus', () => this.#setFocused(true));
    this.control.addEventListener('blur', () => this.#setFocused(false));
    this.control.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing || !this.enterConfirms)
        return;
      event.preventDefault();
      this.confirm();
    });
    this.draw();
  }

  override attached(): void {
    this.draw();
    if (this.text('focus') || this.text('autoFocus')) this.focus();
  }

  override changed(name: string): void {
    this.draw();
    if (name !== 'focus') return;
    if (this.text('focus')) this.focus();
    else this.blur();
  }

  get fieldName(): string {
    return this.text('name');
  }

  get fieldValue(): string {
    return this.text('value');
  }

  resetField(): void {
    this.write('');
  }

  /** A person types: the whole new text of the field. `keyCode` is that of the last key. */
  input(text: string, cursor = text.length, keyCode = text.charCodeAt(cursor - 1) || 0): void {
    if (this.text('disabled')) return;
    const limit = this.text('maxlength');
    const value = limit < 0 ? text : text.slice(0, limit);
    this.write(value);
    const replace = (answer: unknown): void => this.#replace(answer);
    this.emit('input', { value, cursor: Math.min(cursor, value.length), keyCode }, { handleListenerReturn: replace });
  }

  focus(): void {
    if (this.text('disabled')) return;
    if (this.control) queueMicrotask(() => this.control?.focus());
    else this.#setFocused(true);
  }

  blur(): void {
    if (this.control) this.control.blur();
    else this.#setFocused(false);
  }

  /** The key at the keyboard's lower right. */
  confirm(): void {
    this.emit('confirm', { value: this.fieldValue });
    if (!this.text('confirmHold')) this.blur();
  }

  /** `prop` by the names that every text entry has. */
  protected text<K extends keyof EntryProperties>(name: K) {
    return (this as unknown as BuiltIn<EntryProperties>).prop(name);
  }

  protected write(value: string): void {
    (this as unknown as BuiltIn<EntryProperties>).set('value', value);
    this.draw();
  }

  protected draw(): void {
    const { control } = this;
    const placeholder = this.#placeholder;
    if (!control || !placeholder) return;
    if (control.value !== this.fieldValue) control.value = this.fieldValue;
    control.disabled = this.text('disabled');
    control.maxLength = this.text('maxlength');
    control.ariaLabel = this.text('placeholder');
    control.style.caretColor = this.text('cursorColor');
    this.styleControl(control);
    placeholder.textContent = this.text('placeholder');
    placeholder.hidden = this.fieldValue !== '';
    placeholder.style.cssText = this.text('placeholderStyle');
    placeholder.className = `wx-placeholder ${scopedClass(this.element, this.text('placeholderClass'))}`;
  }

  #typed(): void {
    const { control } = this;
    if (control) this.input(control.value, control.selectionStart ?? control.value.length);
  }

  /** What a handler of `input` returns replaces the text: a string, or `{ value, cursor }`. */
  #replace(answer: unknown): void {
    if (typeof answer === 'string') this.write(answer);
    const { value, cursor } = Object(answer) as { value?: unknown; cursor?: unknown };
    if (typeof value !== 'string') return;
    this.write(value);
    if (typeof cursor === 'number') this.control?.setSelectionRange(cursor, cursor);
  }

  #setFocused(focused: boolean): void {
    if (focused === this.#focused) return;
    this.#focused = focused;
    const value = this.fieldValue;
    if (focused) this.emit('focus', { value, height: 0 });
    else this.emit('blur', { value, cursor: this.control?.selectionStart ?? value.length });
    this.focusChanged(focused);
  }
}
