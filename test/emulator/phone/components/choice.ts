import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { closestPart, partsBelow, type FormField } from './form-field';
import { boolean, string } from './properties';

const properties = {
  value: string(),
  checked: boolean(),
  disabled: boolean(),
  color: string('#09BB07'),
  name: string(),
};

const groupProperties = { name: string() };

/** A box of `checkbox-group`, or a button of `radio-group`. */
abstract class Choice extends BuiltIn<typeof properties> {
  protected abstract readonly role: string;
  protected abstract toggle(): void;

  override created(): void {
    this.attribute('role', this.role);
    this.#draw();
    this.listen('tap', () => this.press());
  }

  override changed(name: string): void {
    this.#draw();
    if (name === 'checked' && this.prop('checked')) this.became();
  }

  /** A tap on it, or on its label. */
  press(): void {
    if (!this.prop('disabled')) this.toggle();
  }

  protected became(): void {}

  protected group(): Group | undefined {
    return closestPart(this.element, (part): part is Group => part instanceof Group);
  }

  #draw(): void {
    this.attribute('aria-checked', String(this.prop('checked')));
    this.dom?.style.setProperty('--field-color', this.prop('color'));
  }
}

class Checkbox extends Choice {
  protected override readonly role = 'checkbox';

  protected override toggle(): void {
    this.set('checked', !this.prop('checked'));
    this.group()?.picked();
  }
}

class Radio extends Choice {
  protected override readonly role = 'radio';

  protected override toggle(): void {
    if (this.prop('checked')) return;
    this.set('checked', true);
    this.group()?.picked();
  }

  /** At most one of a group is on. */
  protected override became(): void {
    for (const other of this.group()?.choices() ?? []) if (other !== this) other.set('checked', false);
  }
}

abstract class Group extends BuiltIn<typeof groupProperties> implements FormField {
  abstract get fieldValue(): unknown;

  get fieldName(): string {
    return this.prop('name');
  }

  choices(): Choice[] {
    return partsBelow(this.element).filter((part): part is Choice & BuiltIn => part instanceof Choice);
  }

  picked(): void {
    this.emit('change', { value: this.fieldValue });
  }

  resetField(): void {
    for (const choice of this.choices()) choice.set('checked', false);
  }

  protected values(): string[] {
    return this.choices()
      .filter((choice) => choice.prop('checked'))
      .map((choice) => choice.prop('value'));
  }
}

class CheckboxGroup extends Group {
  override get fieldValue(): string[] {
    return this.values();
  }
}

class RadioGroup extends Group {
  override get fieldValue(): string {
    return this.values()[0] ?? '';
  }
}

const reflect = ['checked', 'disabled'] as const;

/** WeChat: component/checkbox.md. */
export const checkbox = builtIn({ tag: 'checkbox', properties, reflect, part: Checkbox });
/** WeChat: component/radio.md. */
export const radio = builtIn({ tag: 'radio', properties, reflect, part: Radio });
/** WeChat: component/checkbox-group.md; `change` has the values of all checked boxes, in their order. */
export const checkboxGroup = builtIn({
  tag: 'checkbox-group',
  properties: groupProperties,
  part: CheckboxGroup,
});
/** WeChat: component/radio-group.md. */
export const radioGroup = builtIn({
  tag: 'radio-group',
  properties: groupProperties,
  part: RadioGroup,
});
