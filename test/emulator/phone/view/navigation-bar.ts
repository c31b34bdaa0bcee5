import { h, svg } from './dom';
import { icons } from './icons';
import type { WindowLook } from './window-look';

export interface NavigationActions {
  readonly back: () => void;
  readonly home: () => void;
}

/** Title and the button at its left. The capsule is the phone's: it stays where it is while pages slide. */
export class NavigationBar {
  readonly #back: HTMLButtonElement;
  readonly #home: HTMLButtonElement;
  readonly #title = h('span', { class: 'navigation-title' });
  readonly #loading = svg(icons.loading, { class: 'navigation-loading spin' });
  readonly element: HTMLElement;

  constructor(actions: NavigationActions) {
    this.#back = h(
      'button',
      { class: 'navigation-back', 'aria-label': '返回', onclick: actions.back },
      svg(icons.back),
    );
    this.#home = h(
      'button',
      { class: 'navigation-home', 'aria-label': '首页', onclick: actions.home },
      svg(icons.home),
    );
    this.element = h(
      'header',
      { class: 'navigation' },
      h('div', { class: 'navigation-left' }, this.#back, this.#home),
      h('div', { class: 'navigation-middle' }, this.#loading, this.#title),
    );
  }

  draw(look: WindowLook, canGoBack: boolean, canGoHome: boolean): void {
    this.element.hidden = look.custom;
    this.element.dataset['text'] = look.text;
    this.element.style.background = look.background;
    this.#title.textContent = look.title;
    this.#back.hidden = !canGoBack;
    this.#home.hidden = !canGoHome;
    this.#loading.style.display = look.loading ? '' : 'none';
  }
}
