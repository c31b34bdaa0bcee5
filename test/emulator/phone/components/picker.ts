import { BuiltIn } from './built-in';
import { builtIn } from './define';
import type { FormField } from './form-field';
import { picksOf } from './picker-columns';
import { any, boolean, string, unheeded } from './properties';
import { warnOnce } from './warn';

const properties = {
  headerText: string(),
  mode: string('selector'),
  disabled: boolean(),
  range: any([]),
  rangeKey: string(),
  value: any(),
  start: string(),
  end: string(),
  fields: string('day'),
  customItem: unheeded(string()),
  level: unheeded(string('region')),
  name: string(),
};

export type PickerPart = BuiltIn<typeof properties>;

class Picker extends BuiltIn<typeof properties> implements FormField {
  override created(): void {
    this.listen('tap', () => void this.#open());
  }

  get fieldName(): string {
    return this.prop('name');
  }

  get fieldValue(): unknown {
    return this.prop('value');
  }

  resetField(): void {
    this.set('value', undefined);
  }

  async #open(): Promise<void> {
    if (this.prop('disabled')) return;
    const picks = picksOf(this);
    if (!picks) {
      warnOnce(this.context, `<picker mode="${this.prop('mode')}">: the local WeChat does not offer this mode`);
      return;
    }
    const { columns, picked } = picks;
    const title = this.prop('headerText');
    const answer = await this.context.native.ask({ kind: 'picker', title, columns, picked });
    if (!answer.accepted) {
      this.emit('cancel');
      return;
    }
    const value = picks.value(answer.picked ?? picked);
    this.set('value', value);
    this.emit('change', { value });
  }
}

/** WeChat: component/picker.md; modes selector, multiSelector, time and date. */
export const picker = builtIn({ tag: 'picker', properties, part: Picker });
