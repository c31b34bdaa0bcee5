import { builtIn } from './define';
import { boolean, string, unheeded } from './properties';
import { TextEntry, textEntryProperties } from './text-entry';

const properties = {
  ...textEntryProperties('textarea-placeholder', 'return'),
  autoHeight: boolean(),
  fixed: unheeded(boolean()),
  showConfirmBar: unheeded(boolean(true)),
  disableDefaultPadding: unheeded(boolean()),
  adjustKeyboardTo: unheeded(string('cursor')),
};

class Textarea extends TextEntry<typeof properties> {
  #lines = 0;

  protected override get enterConfirms(): boolean {
    return this.prop('confirmType') !== 'return';
  }

  protected override createControl(document: Document): HTMLTextAreaElement {
    const control = document.createElement('textarea');
    control.rows = 1;
    return control;
  }

  protected override styleControl(control: HTMLTextAreaElement): void {
    const host = this.dom;
    if (!host?.isConnected || !this.prop('autoHeight')) return;
    control.style.height = 'auto';
    host.style.height = `${control.scrollHeight}px`;
    control.style.height = '';
    this.#countLines(control);
  }

  #countLines(control: HTMLTextAreaElement): void {
    const lineHeight = Number.parseFloat(getComputedStyle(control).lineHeight) || 1;
    const lineCount = Math.max(1, Math.round(control.scrollHeight / lineHeight));
    if (lineCount === this.#lines) return;
    this.#lines = lineCount;
    const height = control.scrollHeight;
    this.emit('linechange', { height, heightRpx: (height * 750) / (this.context.view?.windowWidth ?? 375), lineCount });
  }
}

/** WeChat: component/textarea.md. 300 x 150 px unless styled or auto-height. */
export const textarea = builtIn({
  tag: 'textarea',
  properties,
  reflect: ['disabled', 'autoHeight'],
  part: Textarea,
});
