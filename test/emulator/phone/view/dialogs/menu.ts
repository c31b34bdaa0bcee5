import type { Dialog } from '../../parts';
import { h, svg } from '../dom';
import { icons } from '../icons';
import { sheetHead, type DialogScene } from './scene';

/** The capsule's menu: tiles under the mini program's name. */
export function drawMenu(dialog: Extract<Dialog, { kind: 'menu' }>, scene: DialogScene): HTMLElement {
  const tile = ({ icon, text }: (typeof dialog.items)[number], tapIndex: number) =>
    h(
      'button',
      { class: 'menu-tile', onclick: () => scene.answer({ accepted: true, tapIndex }) },
      h('span', { class: 'menu-icon', 'data-icon': icon }, svg(icons[icon])),
      h('span', { class: 'menu-text' }, text),
    );
  return h(
    'div',
    { class: 'menu', role: 'dialog', 'aria-modal': 'true', 'aria-label': '菜单' },
    h('div', { class: 'menu-head' }, sheetHead(scene, '')),
    h('div', { class: 'menu-tiles' }, ...dialog.items.map(tile)),
    h('button', { class: 'menu-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
  );
}
