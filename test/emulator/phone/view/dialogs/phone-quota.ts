import { h } from '../dom';
import { sheetHead, type DialogScene } from './scene';

/** What a user sees by default where the mini program has no calls of the phone component left. */
export function drawPhoneQuota(scene: DialogScene): HTMLElement {
  return h(
    'div',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': '暂时无法获取手机号' },
    sheetHead(scene, ''),
    h('div', { class: 'sheet-title' }, '暂时无法获取手机号'),
    h('div', { class: 'sheet-text' }, '该小程序的手机号验证次数已用完，请使用其他方式继续，或联系小程序的开发者。'),
    h(
      'div',
      { class: 'sheet-buttons' },
      h('button', { class: 'sheet-accept', onclick: () => scene.answer({ accepted: true }) }, '我知道了'),
    ),
  );
}
