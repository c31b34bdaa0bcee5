import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { Hover, hoverProperties } from './hover';

const properties = { ...hoverProperties('none', 50, 400) };

class View extends BuiltIn<typeof properties> {
  readonly #hover = new Hover(this);

  override changed(name: string): void {
    if (name === 'hoverClass') this.#hover.update();
  }

  override detached(): void {
    this.#hover.stop();
  }
}

/** WeChat: component/view.md. */
export const view = builtIn({ tag: 'view', properties, part: View });
