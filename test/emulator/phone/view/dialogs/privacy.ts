import type { Dialog } from '../../parts';
import { h } from '../dom';
import { sheetHead, type DialogScene } from './scene';

/** WeChat's own privacy popup, for apps without one (WeChat: framework/user-privacy/PrivacyAuthorize.md). */
export function drawPrivacy(dialog: Extract<Dialog, { kind: 'privacy' }>, scene: DialogScene): HTMLElement {
  const contract = () => h('a', { role: 'link', tabindex: '0', onclick: scene.openContract }, dialog.contractName);
  return h(
    'div',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': '用户隐私保护提示' },
    sheetHead(scene, ''),
    h('div', { class: 'sheet-title' }, '用户隐私保护提示'),
    h(
      'div',
      { class: 'sheet-text' },
      '在使用当前小程序服务之前，请仔细阅读',
      contract(),
      '。如你同意',
      contract(),
      '，请点击“同意”开始使用。',
    ),
    h(
      'div',
      { class: 'sheet-buttons' },
      h('button', { class: 'sheet-refuse', onclick: () => scene.answer({ accepted: false }) }, '拒绝'),
      h('button', { class: 'sheet-accept', onclick: () => scene.answer({ accepted: true }) }, '同意'),
    ),
  );
}
