import { h, svg } from './dom';
import { icons } from './icons';

/** The two buttons at the top right that every mini program has. The phone has nothing beside it to go to on 关闭. */
export function createCapsule(onMore: () => void): HTMLElement {
  return h(
    'div',
    { class: 'capsule' },
    h('button', { 'aria-label': '更多', onclick: onMore }, svg(icons.more)),
    h('button', { 'aria-label': '关闭', disabled: true }, svg(icons.close)),
  );
}
