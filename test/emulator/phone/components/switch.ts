import { BuiltIn } from './built-in';
import { builtIn } from './define';
import type { FormField } from './form-field';
import { boolean, string } from './properties';

const properties = {
  checked: boolean(),
  disabled: boolean(),
  type: string('switch'),
  color: string('#04BE02'),
  name: string(),
};

class Switch extends BuiltIn<typeof properties> implements FormField {
  override created(): void {
    this.attribute('role', 'switch');
    this.#draw();
    this.listen('tap', () => this.toggle());
  }

  override changed(): void {
    this.#draw();
  }

  get fieldName(): string {
    return this.prop('name');
  }

  get fieldValue(): boolean {
    return this.prop('checked');
  }

  resetField(): void {
    this.set('checked', false);
  }

  toggle(): void {
    if (this.prop('disabled')) return;
    this.set('checked', !this.prop('checked'));
    this.emit('change', { value: this.prop('checked') });
  }

  #draw(): void {
    this.attribute('aria-checked', String(this.prop('checked')));
    this.dom?.style.setProperty('--switch-color', this.prop('color'));
  }
}

/** WeChat: component/switch.md. Without layout it toggles just the same. */
export const switchComponent = builtIn({
  tag: 'switch',
  properties,
  reflect: ['checked', 'disabled', 'type'],
  part: Switch,
});
