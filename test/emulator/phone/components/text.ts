import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, boolean, string, unheeded } from './properties';

const properties = {
  selectable: boolean(),
  userSelect: boolean(),
  space: string(),
  decode: unheeded(boolean()),
  overflow: string('visible'),
  maxLines: any(),
};

class Text extends BuiltIn<typeof properties> {
  override changed(name: string): void {
    const lines = Number(this.prop('maxLines')) || 0;
    if (name !== 'maxLines') return;
    this.dom?.style.setProperty('--max-lines', String(lines));
    this.attribute('max-lines', lines > 0);
  }
}

/** WeChat: component/text.md. Inline; keeps line breaks; not selectable unless it says so. */
export const text = builtIn({
  tag: 'text',
  properties,
  reflect: ['selectable', 'userSelect', 'space', 'overflow'],
  part: Text,
});
