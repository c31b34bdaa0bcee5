import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

/** wx.previewImage: one picture a screen, swiped or moved by the arrow keys; a tap closes. */
export function drawPreview({ urls, current }: Extract<Dialog, { kind: 'preview' }>, scene: DialogScene): HTMLElement {
  const count = h('div', { class: 'preview-count', role: 'status' });
  const row = h(
    'div',
    { class: 'preview-row' },
    ...urls.map((src, at) =>
      h(
        'div',
        { class: 'preview-slide' },
        src === '' ? h('span', {}, '图片无法显示') : h('img', { src, alt: `图片 ${at + 1}`, draggable: 'false' }),
      ),
    ),
  );
  const shown = (): number => Math.round(row.scrollLeft / Math.max(1, row.clientWidth));
  const say = (at: number): void => void (count.textContent = urls.length > 1 ? `${at + 1}/${urls.length}` : '');
  const move = (by: number): void => row.scrollTo({ left: (shown() + by) * row.clientWidth, behavior: 'smooth' });
  const close = (): void => scene.answer({ accepted: false });
  row.addEventListener('scroll', () => say(shown()));
  say(current);
  const layer = h(
    'div',
    {
      class: 'preview',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': '图片预览',
      tabindex: '-1',
      onclick: close,
    },
    row,
    count,
  );
  layer.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') move(-1);
    if (key === 'ArrowRight') move(1);
    if (key === 'Escape') close();
  });
  // Once it is on the screen.
  requestAnimationFrame(() => {
    row.scrollTo({ left: current * row.clientWidth });
    layer.focus();
  });
  return layer;
}
