import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

/** wx.showActionSheet; a tap beside it cancels, too. */
export function drawActionSheet(dialog: Extract<Dialog, { kind: 'action-sheet' }>, scene: DialogScene): HTMLElement {
  const item = (text: string, tapIndex: number) =>
    h('button', { class: 'actions-item', onclick: () => scene.answer({ accepted: true, tapIndex }) }, text);
  return h(
    'div',
    { class: 'actions', role: 'dialog', 'aria-modal': 'true', 'aria-label': dialog.alertText ?? '菜单' },
    dialog.alertText !== undefined && h('div', { class: 'actions-alert' }, dialog.alertText),
    ...dialog.itemList.map(item),
    h('button', { class: 'actions-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
  );
}
