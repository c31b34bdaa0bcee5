import { DEVICE } from '../api/device';
import { builtInStyles } from '../components/styles';
import { warnOnce } from '../components/warn';
import { openCapsuleMenu } from '../native/capsule-menu';
import type { PageHandle, PhoneContext, PhoneView } from '../parts';
import { createCapsule } from './capsule';
import { DialogLayer } from './dialogs';
import { h } from './dom';
import { NicknameRow } from './nickname-row';
import { Screens } from './screens';
import { StatusBar } from './status-bar';
import { viewStyles } from './styles';
import { ToastLayer } from './toast-layer';

/** Draws a phone around the pages of one context; `draw` again when the phone restarts with another. */
class BrowserView implements PhoneView {
  readonly root = h('main', { class: 'phone-root' });
  readonly #statusBar = new StatusBar();
  readonly #dialogs = new DialogLayer();
  readonly #toasts = new ToastLayer();
  readonly #nickname = new NicknameRow();
  readonly #screens = new Screens(this.root);
  readonly #phone: HTMLElement;
  #context: PhoneContext | undefined;
  #stop: (() => void) | undefined;

  constructor(mount: HTMLElement) {
    const { head } = mount.ownerDocument;
    head.prepend(
      h('style', { 'data-wechat': 'built-in' }, builtInStyles),
      h('style', { 'data-wechat': 'view' }, viewStyles),
    );
    const capsule = createCapsule(() => void (this.#context && openCapsuleMenu(this.#context)));
    this.#phone = h(
      'div',
      { class: 'phone' },
      this.root,
      this.#statusBar.element,
      capsule,
      this.#nickname.element,
      this.#toasts.element,
      this.#dialogs.element,
      h('div', { class: 'home-indicator', 'aria-hidden': 'true' }),
    );
    for (const [name, px] of Object.entries({
      status: DEVICE.statusBarHeight,
      navigation: DEVICE.navigationBarHeight,
    })) {
      this.#phone.style.setProperty(`--${name}-height`, `${px}px`);
    }
    mount.append(this.#phone);
  }

  get windowWidth(): number {
    return this.root.clientWidth;
  }

  get windowHeight(): number {
    return this.root.clientHeight;
  }

  get pixelRatio(): number {
    return DEVICE.pixelRatio;
  }

  draw(context: PhoneContext): void {
    this.#stop?.();
    this.#context = context;
    const update = (): void => this.#update(context);
    const dots = (value: unknown): void => this.#showDots(context, value);
    context.events.on('themeChange', update);
    context.events.on('networkStatusChange', update);
    context.events.on('pullDownRefresh', dots);
    const ends = [context.stack.subscribe(update), context.native.subscribe(update)];
    const clock = setInterval(() => this.#statusBar.draw(context.now(), context.online), 1000);
    this.#stop = () => {
      clearInterval(clock);
      for (const end of ends) end();
      context.events.off('themeChange', update);
      context.events.off('networkStatusChange', update);
      context.events.off('pullDownRefresh', dots);
    };
    update();
  }

  #update(context: PhoneContext): void {
    if (context.package.app.tabBar !== undefined)
      warnOnce(context, 'app.json: the local WeChat does not draw a tabBar yet');
    this.#phone.dataset['theme'] = context.theme;
    this.#phone.dataset['style'] = context.package.app['style'] === 'v2' ? 'v2' : 'v1';
    this.#statusBar.draw(context.now(), context.online);
    this.#screens.draw(context);
    this.#dialogs.draw(context);
    this.#nickname.draw(context.native.nickname);
    this.#toasts.draw(context.native.toast);
  }

  #showDots(context: PhoneContext, value: unknown): void {
    const { page, refreshing } = value as { page: PageHandle; refreshing: boolean };
    const { top } = this.#screens;
    if (top && page === context.stack.pages.at(-1)) top.pullDown.refreshing = refreshing;
  }
}

/** The phone's screen in `mount`, which it fills: bars, pages, dialogs, toast. Only in a browser. */
export function createView(mount: HTMLElement): PhoneView & { draw(context: PhoneContext): void } {
  return new BrowserView(mount);
}
