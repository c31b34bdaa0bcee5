import { toBase64 } from '../../files/base64';
import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

/** The sheet of chooseAvatar: 用微信头像, or a picture that the browser lets a person choose or take. */
export function drawAvatar(dialog: Extract<Dialog, { kind: 'avatar' }>, scene: DialogScene): HTMLElement {
  return h(
    'div',
    { class: 'actions', role: 'dialog', 'aria-modal': 'true', 'aria-label': '选择头像' },
    h(
      'button',
      { class: 'actions-item actions-avatar', onclick: () => scene.answer({ accepted: true }) },
      h('img', { src: dialog.avatarUrl, alt: '' }),
      '用微信头像',
    ),
    ...pictureItem('从相册选择', {}, scene),
    ...pictureItem('拍照', { capture: 'user' }, scene),
    h('button', { class: 'actions-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
  );
}

function pictureItem(text: string, source: Readonly<Record<string, string>>, scene: DialogScene): HTMLElement[] {
  const file = h('input', { type: 'file', accept: 'image/*', hidden: true, 'aria-label': text, ...source });
  file.addEventListener('change', () => {
    const [picture] = file.files ?? [];
    if (picture) dataUrlOf(picture).then((url) => scene.answer({ accepted: true, picture: url }), scene.failed);
  });
  return [h('button', { class: 'actions-item', onclick: () => file.click() }, text), file];
}

async function dataUrlOf(file: Blob): Promise<string> {
  return `data:${file.type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
}
