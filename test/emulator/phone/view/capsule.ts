import { h, svg } from './dom';
import { icons } from './icons';

export interface CapsuleActions {
  readonly more: () => void;
  readonly close: () => void;
}

/** The two buttons at the top right that every mini program has. */
export function createCapsule(actions: CapsuleActions): HTMLElement {
  return h(
    'div',
    { class: 'capsule' },
    h('button', { 'aria-label': '更多', onclick: actions.more }, svg(icons.more)),
    h('button', { 'aria-label': '关闭', onclick: actions.close }, svg(icons.close)),
  );
}
