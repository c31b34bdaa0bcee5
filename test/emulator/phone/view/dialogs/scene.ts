import type { DialogAnswer } from '../../parts';
import { h } from '../dom';

/** What a dialog is drawn with. */
export interface DialogScene {
  readonly appName: string;
  readonly answer: (answer: DialogAnswer) => void;
  /** Shows the privacy guideline; the dialog waits unseen until it has been left. */
  readonly openContract: () => void;
  /** Something of the machine went wrong (a picture that cannot be read): recorded, the dialog stays. */
  readonly failed: (error: unknown) => void;
}

/** The mini program's mark and name, then what it does. */
export function sheetHead(scene: DialogScene, verb: string): HTMLElement {
  return h(
    'div',
    { class: 'sheet-head' },
    h('span', { class: 'sheet-mark', 'aria-hidden': 'true' }, [...scene.appName][0] ?? ''),
    h('span', { class: 'sheet-name' }, scene.appName),
    h('span', { class: 'sheet-verb' }, verb),
  );
}
