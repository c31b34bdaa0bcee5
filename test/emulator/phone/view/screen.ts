import { DEVICE } from '../api/device';
import { h } from './dom';
import { NavigationBar, type NavigationActions } from './navigation-bar';
import { PullDown } from './pull-down';
import type { WindowLook } from './window-look';

/** One page on the phone: its navigation bar, its window, and in that the frame in which the stack attaches the page. */
export class Screen {
  readonly bar: NavigationBar;
  readonly window = h('div', { class: 'screen-window' });
  readonly section: HTMLElement;
  readonly pullDown: PullDown;
  readonly #scroller: HTMLElement;
  #scrollTop = 0;

  constructor(
    readonly frame: HTMLElement,
    actions: NavigationActions,
    onPull: () => void,
  ) {
    this.#scroller = frame.querySelector<HTMLElement>('.page-scroller') ?? frame;
    this.bar = new NavigationBar(actions);
    this.pullDown = new PullDown(frame, this.#scroller, onPull);
    this.section = h('section', { class: 'screen' }, this.bar.element, this.window);
    frame.replaceWith(this.section);
    this.window.append(this.pullDown.element, frame);
    this.#scroller.addEventListener('scroll', () => (this.#scrollTop = this.#scroller.scrollTop), { passive: true });
  }

  draw(look: WindowLook, canGoBack: boolean, canGoHome: boolean, theme: 'light' | 'dark', onTop: boolean): void {
    this.bar.draw(look, canGoBack, canGoHome);
    this.pullDown.draw(look);
    const { classList, style } = this.section;
    classList.toggle('is-under', !onTop);
    this.section.inert = !onTop;
    style.setProperty('--screen-bars', `${look.custom ? 0 : DEVICE.statusBarHeight + DEVICE.navigationBarHeight}px`);
    style.setProperty('--safe-area-inset-top', `${look.custom ? DEVICE.statusBarHeight : 0}px`);
    style.setProperty('--safe-area-inset-bottom', `${DEVICE.bottomInset}px`);
    this.window.style.background = look.behind;
    this.section.dataset['theme'] = theme;
    this.measure();
  }

  /** Lengths of WXSS, in px: the window may have another size than before. */
  measure(): void {
    const { clientWidth, clientHeight } = this.window;
    const { style } = this.frame;
    style.setProperty('--rpx', `${clientWidth / 750}px`);
    style.setProperty('--vw', `${clientWidth / 100}px`);
    style.setProperty('--vh', `${clientHeight / 100}px`);
  }

  enter(): void {
    this.section.classList.add('is-entering');
    this.section.addEventListener('animationend', () => this.section.classList.remove('is-entering'), { once: true });
  }

  /** Slides out what the stack has already removed; nobody can find or touch it any more. */
  leave(): void {
    this.section.inert = true;
    this.section.ariaHidden = 'true';
    this.window.append(this.frame);
    this.#scroller.scrollTop = this.#scrollTop;
    this.section.classList.add('is-leaving');
    this.section.addEventListener('animationend', () => this.section.remove(), { once: true });
  }
}
