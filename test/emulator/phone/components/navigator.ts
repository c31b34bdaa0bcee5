import { BuiltIn } from './built-in';
import { builtIn } from './define';
import { Hover, hoverProperties } from './hover';
import { any, number, string, unheeded } from './properties';
import { warnOnce } from './warn';

const properties = {
  ...hoverProperties('navigator-hover', 50, 600),
  url: string(),
  openType: string('navigate'),
  delta: number(1),
  target: string('self'),
  appId: unheeded(string()),
  path: unheeded(string()),
  extraData: unheeded(any()),
  version: unheeded(string('release')),
  shortLink: unheeded(string()),
};

class Navigator extends BuiltIn<typeof properties> {
  readonly #hover = new Hover(this);

  override created(): void {
    this.#hover.update();
    this.listen('tap', () => void this.#go());
  }

  override changed(name: string): void {
    if (name === 'hoverClass') this.#hover.update();
  }

  override detached(): void {
    this.#hover.stop();
  }

  async #go(): Promise<void> {
    try {
      await this.#open();
      this.emit('success', { errMsg: `${this.prop('openType')}:ok` });
    } catch (failure) {
      this.emit('fail', failure);
    }
    this.emit('complete');
  }

  async #open(): Promise<unknown> {
    const { stack } = this.context;
    const url = this.prop('url');
    const openType = this.prop('openType');
    if (this.prop('target') === 'miniProgram' || openType === 'exit') {
      const errMsg = `navigator: the local WeChat has one mini program, ${openType} of another cannot be done`;
      warnOnce(this.context, errMsg);
      // WeChat's failures are plain objects.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw { errMsg };
    }
    if (openType === 'redirect') return stack.redirectTo(url);
    if (openType === 'switchTab') return stack.switchTab(url);
    if (openType === 'reLaunch') return stack.reLaunch(url);
    if (openType === 'navigateBack') return stack.navigateBack(this.prop('delta'));
    return stack.navigateTo(url);
  }
}

/** WeChat: component/navigator.md. */
export const navigator = builtIn({ tag: 'navigator', properties, part: Navigator });
