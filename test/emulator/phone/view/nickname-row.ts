import type { NicknameOffer } from '../parts';
import { h } from './dom';

/** Above the keyboard of `<input type="nickname">`: 用微信昵称. */
export class NicknameRow {
  readonly #name = h('span', { class: 'nickname-name' });
  readonly element = h(
    'button',
    { class: 'nickname-row', hidden: true },
    h('span', { class: 'nickname-label' }, '用微信昵称'),
    this.#name,
  );
  #offer: NicknameOffer | undefined;

  constructor() {
    // A press must not take the focus from the field before the row is tapped.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', () => this.#offer?.use());
  }

  draw(offer: NicknameOffer | undefined): void {
    this.#offer = offer;
    this.element.hidden = offer === undefined;
    this.#name.textContent = offer?.nickName ?? '';
    this.element.ariaLabel = offer ? `用微信昵称 ${offer.nickName}` : null;
  }
}
