import type { Dialog } from '../../parts';
import { h } from '../dom';
import { sheetHead, type DialogScene } from './scene';

/** The sheet of a phone button: one of the user's numbers, WeChat's page of numbers, 不允许 and 允许. */
export function drawPhoneNumber(dialog: Extract<Dialog, { kind: 'phone-number' }>, scene: DialogScene): HTMLElement {
  const [first] = dialog.numbers;
  let chosen = first?.id;
  const row = ({ id, masked }: { readonly id: string; readonly masked: string }) =>
    h(
      'label',
      { class: 'number-row' },
      h('span', { class: 'number-text' }, h('span', {}, masked), h('span', { class: 'number-hint' }, '微信绑定号码')),
      h('input', {
        type: 'radio',
        name: 'number',
        value: id,
        checked: id === chosen,
        'aria-label': masked,
        onchange: () => (chosen = id),
      }),
    );
  const accept = () => scene.answer({ accepted: true, ...(chosen === undefined ? {} : { numberId: chosen }) });
  return h(
    'div',
    {
      class: 'sheet',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': `${scene.appName} 申请 获取并验证你的手机号`,
    },
    sheetHead(scene, '申请'),
    h('div', { class: 'sheet-title' }, '获取并验证你的手机号'),
    h('div', { class: 'number-rows', role: 'radiogroup', 'aria-label': '手机号' }, ...dialog.numbers.map(row)),
    h(
      'button',
      { class: 'sheet-link', onclick: () => scene.answer({ accepted: false, manage: true }) },
      '使用其它号码',
    ),
    h(
      'div',
      { class: 'sheet-buttons' },
      h('button', { class: 'sheet-refuse', onclick: () => scene.answer({ accepted: false }) }, '不允许'),
      h('button', { class: 'sheet-accept', onclick: accept }, '允许'),
    ),
  );
}
