import type { Toast } from '../parts';
import { h, svg } from './dom';
import { icons } from './icons';

/** wx.showToast and wx.showLoading: two lines at most without an icon, seven characters a line with one. */
export class ToastLayer {
  readonly element = h('div', { class: 'toasts', hidden: true });
  #shown: Toast | undefined;

  draw(toast: Toast | undefined): void {
    if (toast === this.#shown) return;
    this.#shown = toast;
    this.element.hidden = toast === undefined;
    this.element.classList.toggle('is-mask', toast?.mask ?? false);
    this.element.replaceChildren(...(toast ? [drawToast(toast)] : []));
  }
}

function drawToast({ title, icon, image }: Toast): HTMLElement {
  const plain = icon === 'none' && image === undefined;
  const picture = icon === 'none' ? undefined : svg(icons[icon], { class: icon === 'loading' ? 'spin' : '' });
  return h(
    'div',
    { class: plain ? 'toast is-plain' : 'toast', role: 'status' },
    image === undefined ? picture : h('img', { src: image, alt: '' }),
    title !== '' && h('div', { class: 'toast-title' }, title),
  );
}
