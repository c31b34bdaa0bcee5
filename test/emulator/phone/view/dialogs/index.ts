import type { Dialog, PhoneContext } from '../../parts';
import { appName } from '../app-name';
import { h } from '../dom';
import { drawActionSheet } from './action-sheet';
import { drawAuthorize } from './authorize';
import { drawAvatar } from './avatar';
import { drawMedia } from './media';
import { drawMenu } from './menu';
import { drawModal } from './modal';
import { drawPhoneNumber } from './phone-number';
import { drawPhoneQuota } from './phone-quota';
import { drawPicker } from './picker';
import { drawPreview } from './preview';
import { drawPrivacy } from './privacy';
import type { DialogScene } from './scene';
import { drawShare } from './share';

const LEFT_BY_A_TAP_BESIDE: ReadonlySet<Dialog['kind']> = new Set([
  'action-sheet',
  'picker',
  'avatar',
  'phone-quota',
  'menu',
  'media',
]);

/** Draws the dialog on top, over everything; the others wait. */
export class DialogLayer {
  readonly element = h('div', { class: 'dialogs', hidden: true, onclick: (event) => this.#tapped(event) });
  #shown: Dialog | undefined;
  #scene: DialogScene | undefined;

  draw(context: PhoneContext): void {
    const [dialog] = context.native.dialogs;
    if (dialog === this.#shown) return;
    this.#shown = dialog;
    this.element.hidden = dialog === undefined;
    this.element.dataset['kind'] = dialog?.kind ?? '';
    this.#scene = dialog && this.#sceneOf(context, dialog);
    this.element.replaceChildren(...(dialog && this.#scene ? [drawDialog(dialog, this.#scene)] : []));
    this.element.querySelector<HTMLElement>('textarea')?.focus();
  }

  #sceneOf(context: PhoneContext, dialog: Dialog): DialogScene {
    return {
      appName: appName(context),
      answer: (answer) => {
        if (context.native.dialogs[0] === dialog) context.native.answer([dialog.kind], answer);
      },
      failed: (error) => context.reportError(error),
      openContract: () => {
        this.element.hidden = true;
        const back = (): void => void (this.element.hidden = this.#shown === undefined);
        context.stack.openNative('privacy-contract', {}).then(back, (error: unknown) => {
          back();
          context.reportError(error);
        });
      },
    };
  }

  #tapped(event: Event): void {
    const leaves = this.#shown && LEFT_BY_A_TAP_BESIDE.has(this.#shown.kind);
    if (leaves && event.target === this.element) this.#scene?.answer({ accepted: false });
  }
}

function drawDialog(dialog: Dialog, scene: DialogScene): HTMLElement {
  switch (dialog.kind) {
    case 'authorize':
      return drawAuthorize(dialog, scene);
    case 'privacy':
      return drawPrivacy(dialog, scene);
    case 'modal':
      return drawModal(dialog, scene);
    case 'action-sheet':
      return drawActionSheet(dialog, scene);
    case 'picker':
      return drawPicker(dialog, scene);
    case 'phone-number':
      return drawPhoneNumber(dialog, scene);
    case 'phone-quota':
      return drawPhoneQuota(scene);
    case 'avatar':
      return drawAvatar(dialog, scene);
    case 'menu':
      return drawMenu(dialog, scene);
    case 'share':
      return drawShare(dialog, scene);
    case 'media':
      return drawMedia(dialog, scene);
    case 'preview':
      return drawPreview(dialog, scene);
  }
}
