import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { any, boolean, string } from './properties';
import { TextDecoder } from './text-decoder';

const properties = {
  selectable: boolean(),
  userSelect: boolean(),
  space: string(),
  decode: boolean(),
  overflow: string('visible'),
  maxLines: any(),
};

class Text extends BuiltIn<typeof properties> {
  #decoder: TextDecoder | undefined;

  override changed(name: string): void {
    if (name === 'maxLines') this.#limitLines(Number(this.prop('maxLines')) || 0);
    if (name !== 'decode') return;
    this.#decoder?.stop();
    this.#decoder = this.prop('decode') ? new TextDecoder(this.element) : undefined;
  }

  #limitLines(lines: number): void {
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
