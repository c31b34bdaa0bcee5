import type { Dialog } from '../../parts';
import { h } from '../dom';
import { pictureItem } from './picture-item';
import type { DialogScene } from './scene';

const TEXTS = { album: '从手机相册选择', camera: '拍摄' } as const;

/** The sheet of wx.chooseMedia: pictures that the browser lets a person choose, or take. */
export function drawMedia(dialog: Extract<Dialog, { kind: 'media' }>, scene: DialogScene): HTMLElement {
  const { count, sources } = dialog;
  const answer = (all: readonly string[]) => scene.answer({ accepted: true, pictures: all.slice(0, count) });
  const items = [...new Set(sources)].reverse().flatMap((source) =>
    pictureItem(
      {
        text: TEXTS[source],
        ...(source === 'camera' ? { capture: 'environment' as const } : { multiple: count > 1 }),
      },
      answer,
      scene.failed,
    ),
  );
  return h(
    'div',
    { class: 'actions', role: 'dialog', 'aria-modal': 'true', 'aria-label': '选择图片' },
    ...items,
    h('button', { class: 'actions-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
  );
}
