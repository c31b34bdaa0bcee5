import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { formOf } from './form-field';
import { Hover, hoverProperties } from './hover';
import { openTypeNames, openTypes } from './open-type';
import { any, boolean, string, unheeded } from './properties';
import { warnOnce } from './warn';

const properties = {
  ...hoverProperties('button-hover', 20, 70),
  size: string('default'),
  type: string('default'),
  plain: boolean(),
  disabled: boolean(),
  loading: boolean(),
  formType: string(),
  openType: string(),
  name: unheeded(string()),
  lang: unheeded(string('en')),
  sessionFrom: unheeded(string()),
  sendMessageTitle: unheeded(string()),
  sendMessagePath: unheeded(string()),
  sendMessageImg: unheeded(string()),
  appParameter: unheeded(string()),
  showMessageCard: unheeded(boolean()),
  businessId: unheeded(string()),
  phoneNumberNoQuotaToast: unheeded(boolean(true)),
  needShowEntrance: unheeded(boolean(true)),
  entrancePath: unheeded(string()),
  customStyle: unheeded(any()),
};

export type ButtonPart = BuiltIn<typeof properties>;

class Button extends BuiltIn<typeof properties> {
  readonly #hover = new Hover(this, () => this.prop('disabled'));
  /** A second tap while WeChat's sheet is coming up, or open, does nothing. */
  #opening = false;

  override created(): void {
    this.dom?.setAttribute('role', 'button');
    this.#hover.update();
    // In the capture phase, so that neither the button nor what is in it answers a tap while it is disabled.
    this.listen('tap', (event) => (this.prop('disabled') ? event.stopPropagation() : undefined), { capture: true });
    this.listen('tap', () => this.#tapped());
  }

  override changed(name: string): void {
    if (name === 'hoverClass') this.#hover.update();
  }

  override detached(): void {
    this.#hover.stop();
  }

  #tapped(): void {
    if (this.prop('disabled')) return;
    const form = formOf(this.element);
    if (this.prop('formType') === 'submit') form?.submit();
    if (this.prop('formType') === 'reset') form?.reset();
    this.#open().catch((error: unknown) => this.context.reportError(error));
  }

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      for (const name of openTypeNames(this.prop('openType'))) {
        const open = openTypes[name];
        if (open) await open(this);
        else warnOnce(this.context, `<button open-type="${name}">: the local WeChat does not offer this open-type`);
      }
    } finally {
      this.#opening = false;
    }
  }
}

/** WeChat: component/button.md. */
export const button = builtIn({
  tag: 'button',
  properties,
  reflect: ['type', 'size', 'plain', 'disabled', 'loading'],
  part: Button,
});
