import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

/** wx.showModal. A tap beside it does nothing. */
export function drawModal(dialog: Extract<Dialog, { kind: 'modal' }>, scene: DialogScene): HTMLElement {
  const field = h('textarea', { class: 'modal-field', rows: '3', placeholder: dialog.placeholderText });
  field.value = dialog.content;
  const confirm = () => scene.answer({ accepted: true, ...(dialog.editable ? { content: field.value } : {}) });
  const label = dialog.title || dialog.content;
  return h(
    'div',
    { class: 'modal', role: 'dialog', 'aria-modal': 'true', 'aria-label': label },
    dialog.title !== '' && h('div', { class: 'modal-title' }, dialog.title),
    dialog.editable ? field : dialog.content !== '' && h('div', { class: 'modal-content' }, dialog.content),
    h(
      'div',
      { class: 'modal-buttons' },
      dialog.showCancel &&
        h('button', { class: 'modal-cancel', onclick: () => scene.answer({ accepted: false }) }, dialog.cancelText),
      h('button', { class: 'modal-confirm', onclick: confirm }, dialog.confirmText),
    ),
  );
}
