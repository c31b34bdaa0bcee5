import type { PageHandle, PhoneContext } from '../parts';
import { DEVICE } from '../api/device';
import { Screen } from './screen';
import { windowLook } from './window-look';

/** The pages of the stack, one screen each: finds what the stack attaches and removes, and draws around it. */
export class Screens {
  readonly #screens = new Map<Element, Screen>();
  #context: PhoneContext | undefined;
  #depth = 0;

  constructor(readonly root: HTMLElement) {
    new MutationObserver(() => this.draw()).observe(root, { childList: true, subtree: false });
    window.addEventListener('resize', () => this.#screens.forEach((screen) => screen.measure()));
  }

  /** The screen of the page on top. */
  get top(): Screen | undefined {
    const page = this.#context?.stack.pages.at(-1);
    return page && this.#screenOf(page);
  }

  draw(context: PhoneContext | undefined = this.#context): void {
    this.#context = context;
    if (!context) return;
    const { pages } = context.stack;
    const grown = pages.length > this.#depth && this.#depth > 0;
    // None left: the mini program ended, to start anew. That is no way back.
    const shrunk = pages.length < this.#depth && pages.length > 0;
    this.#forgetRemoved(shrunk);
    this.#adoptNew(context, grown);
    this.#depth = pages.length;
    const theme = context.package.app.darkmode === true ? context.theme : 'light';
    pages.forEach((page, index) => this.#drawPage(context, page, index, theme));
  }

  #drawPage(context: PhoneContext, page: PageHandle, index: number, theme: 'light' | 'dark'): void {
    const screen = this.#screenOf(page);
    if (!screen) return;
    const { pages } = context.stack;
    const onTop = index === pages.length - 1;
    const look = windowLook(context, page, page.path.startsWith('wechat/') ? context.theme : theme);
    const isHome = page.path === context.package.pages[0];
    screen.draw(look, index > 0, index === 0 && !isHome, theme, onTop);
    if (!onTop) return;
    const bars = look.custom ? 0 : DEVICE.statusBarHeight + DEVICE.navigationBarHeight;
    this.root.parentElement?.style.setProperty('--window-top', `${bars}px`);
    this.root.parentElement?.setAttribute('data-text', look.text);
    screen.measure();
  }

  #adoptNew(context: PhoneContext, animate: boolean): void {
    for (const child of [...this.root.children]) {
      if (!(child instanceof HTMLElement) || child.classList.contains('screen')) continue;
      const screen = new Screen(
        child,
        {
          back: () => void context.stack.navigateBack(1).catch((error: unknown) => context.reportError(error)),
          home: () => void goHome(context),
        },
        () => pulled(context),
      );
      this.#screens.set(child, screen);
      if (animate) screen.enter();
      new MutationObserver(() => this.draw()).observe(screen.window, { childList: true });
    }
  }

  #forgetRemoved(animate: boolean): void {
    for (const [frame, screen] of this.#screens) {
      if (frame.isConnected) continue;
      this.#screens.delete(frame);
      const wasOnTop = !screen.section.classList.contains('is-under');
      if (animate && wasOnTop) screen.leave();
      else screen.section.remove();
    }
  }

  #screenOf(page: PageHandle): Screen | undefined {
    let node = page.component.getBackendElement() as unknown as Element | null;
    while (node && !this.#screens.has(node)) node = node.parentElement;
    return node ? this.#screens.get(node) : undefined;
  }
}

async function goHome(context: PhoneContext): Promise<void> {
  const [home] = context.package.pages;
  try {
    if (home !== undefined) await context.stack.reLaunch(`/${home}`);
  } catch (error) {
    context.reportError(error);
  }
}

/** A person pulled the page down: the dots, and the page's onPullDownRefresh. */
function pulled(context: PhoneContext): void {
  const page = context.stack.pages.at(-1);
  if (!page) return;
  context.events.emit('pullDownRefresh', { page, refreshing: true });
  page.call('onPullDownRefresh');
}
