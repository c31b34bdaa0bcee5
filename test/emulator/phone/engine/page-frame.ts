import type { PhoneView } from '../parts';

/**
 * The DOM around one page: a frame that stands for WeChat's WebView (what is `fixed` stays in it, `vh` and `rpx` are
 * its measures) and, in it, the element that scrolls.
 */
export class PageFrame {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  /** Where the page's tree is put. */
  readonly placeholder: HTMLElement;

  constructor(readonly view: PhoneView) {
    const { ownerDocument } = view.root;
    this.element = ownerDocument.createElement('div');
    this.element.className = 'page-frame';
    this.element.style.cssText = 'position:absolute;inset:0;overflow:hidden;contain:layout paint;';
    this.scroller = ownerDocument.createElement('div');
    this.scroller.className = 'page-scroller';
    this.scroller.style.cssText = 'position:absolute;inset:0;overflow:hidden auto;-webkit-overflow-scrolling:touch;';
    this.placeholder = ownerDocument.createElement('div');
    this.scroller.append(this.placeholder);
    this.element.append(this.scroller);
    this.#measure();
    view.root.append(this.element);
  }

  /** The units of the window; the view writes them again when the window changes. */
  #measure(): void {
    const { windowWidth, windowHeight } = this.view;
    this.element.style.setProperty('--rpx', `${windowWidth / 750}px`);
    this.element.style.setProperty('--vw', `${windowWidth / 100}px`);
    this.element.style.setProperty('--vh', `${windowHeight / 100}px`);
  }

  remove(): void {
    this.element.remove();
  }
}
