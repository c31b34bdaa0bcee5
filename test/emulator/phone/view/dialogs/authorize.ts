import type { Dialog } from '../../parts';
import { h } from '../dom';
import { sheetHead, type DialogScene } from './scene';

/** Consent for a scope, from below: who asks, what for, 拒绝 and 允许. */
export function drawAuthorize(dialog: Extract<Dialog, { kind: 'authorize' }>, scene: DialogScene): HTMLElement {
  return h(
    'div',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': `${scene.appName} 申请 ${dialog.title}` },
    sheetHead(scene, '申请'),
    h('div', { class: 'sheet-title' }, dialog.title),
    h('div', { class: 'sheet-purpose' }, dialog.purpose),
    h(
      'div',
      { class: 'sheet-buttons' },
      h('button', { class: 'sheet-refuse', onclick: () => scene.answer({ accepted: false }) }, '拒绝'),
      h('button', { class: 'sheet-accept', onclick: () => scene.answer({ accepted: true }) }, '允许'),
    ),
  );
}
