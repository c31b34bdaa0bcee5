import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

/** px of one row of a wheel. */
const ROW = 48;

/** The wheels of `<picker>`, from below: each snaps to a row. */
export function drawPicker(dialog: Extract<Dialog, { kind: 'picker' }>, scene: DialogScene): HTMLElement {
  const wheels = dialog.columns.map((column, index) => drawWheel(column, dialog.picked[index] ?? 0));
  const picked = (): number[] => wheels.map((wheel) => Math.round(wheel.scrollTop / ROW));
  return h(
    'div',
    { class: 'picker', role: 'dialog', 'aria-modal': 'true', 'aria-label': dialog.title || '选择' },
    h(
      'div',
      { class: 'picker-head' },
      h('button', { class: 'picker-cancel', onclick: () => scene.answer({ accepted: false }) }, '取消'),
      h('span', { class: 'picker-title' }, dialog.title),
      h('button', { class: 'picker-done', onclick: () => scene.answer({ accepted: true, picked: picked() }) }, '确定'),
    ),
    h('div', { class: 'picker-wheels' }, ...wheels),
  );
}

function drawWheel(column: readonly string[], at: number): HTMLElement {
  const wheel = h('div', { class: 'picker-wheel', role: 'listbox', tabindex: '0' });
  column.forEach((text, index) => {
    const pick = (): void => wheel.scrollTo({ top: index * ROW, behavior: 'smooth' });
    wheel.append(h('div', { class: 'picker-row', role: 'option', onclick: pick }, text));
  });
  // Once it is on the screen.
  requestAnimationFrame(() => wheel.scrollTo({ top: at * ROW }));
  return wheel;
}
