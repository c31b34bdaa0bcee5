import type { Dialog } from '../../parts';
import { h } from '../dom';
import { pictureItem } from './picture-item';
import type { DialogScene } from './scene';

/** The sheet of chooseAvatar: 用微信头像, or a picture that the browser lets a person choose or take. */
export function drawAvatar(dialog: Extract<Dialog, { kind: 'avatar' }>, scene: DialogScene): HTMLElement {
  const answer = ([picture]: readonly string[]) =>
    scene.answer({ accepted: true, ...(picture === undefined ? {} : { picture }) });
  return h(
    'div',
    { class: 'actions', role: 'dialog', 'aria-modal': 'true', 'aria-label': '选择头像' },
    h(
      'button',
      { class: 'actions-item actions-avatar', onclick: () => scene.answer({ accepted: true }) },
      h('img', { src: dialog.avatarUrl, alt: '' }),
      '用微信头像',
    ),
    ...pictureItem({ text: '从相册选择' }, answer, scene.failed),
    ...pictureItem({ text: '拍照', capture: 'user' }, answer, scene.failed),
    h('button', { class: 'actions-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
  );
}
