import { h, svg } from './dom';
import { icons } from './icons';

/** Time of the phone, which can be moved, and what else stands there. */
export class StatusBar {
  readonly #time = h('time', { class: 'status-time' });
  readonly #network = h('span', { class: 'status-network' });
  readonly element = h(
    'div',
    { class: 'status', 'aria-hidden': 'true' },
    this.#time,
    h('span', { class: 'status-right' }, svg(icons.signal), this.#network, svg(icons.battery)),
  );
  #online: boolean | undefined;

  draw(now: number, online: boolean): void {
    const date = new Date(now);
    const text = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
    if (this.#time.textContent !== text) this.#time.textContent = text;
    if (online === this.#online) return;
    this.#online = online;
    this.#network.replaceChildren(svg(online ? icons.wifi : icons.offline));
  }
}
