import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { partsBelow, type FormField, type FormPart } from './form-field';
import { boolean, number, string, unheeded } from './properties';

const properties = {
  reportSubmit: boolean(),
  reportSubmitTimeout: unheeded(number()),
  name: unheeded(string()),
};

const isField = (part: BuiltIn): part is BuiltIn & FormField => 'fieldName' in part;

class Form extends BuiltIn<typeof properties> implements FormPart {
  /** `detail.value` is name -> value; fields without a name are left out. */
  submit(): void {
    const named = this.#fields().filter(({ fieldName }) => fieldName !== '');
    const value = Object.fromEntries(named.map(({ fieldName, fieldValue }) => [fieldName, fieldValue]));
    this.emit('submit', { value, formId: this.prop('reportSubmit') ? 'the formId is a mock one' : undefined });
  }

  reset(): void {
    for (const field of this.#fields()) field.resetField();
    this.emit('reset');
  }

  #fields() {
    return partsBelow(this.element).filter(isField);
  }
}

/** WeChat: component/form.md. */
export const form = builtIn({ tag: 'form', properties, part: Form });
