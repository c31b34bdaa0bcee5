import { fail } from './failure';
import type { ApiPart } from './part';

/** Items that an action sheet may have (api/ui/interaction/wx.showActionSheet.html). */
const MAX_ITEMS = 6;
/** Characters of a button's text in a modal (api/ui/interaction/wx.showModal.html). */
const MAX_BUTTON_TEXT = 4;

export function createDialogs({ context, calling }: ApiPart) {
  const { native } = context;
  return {
    showModal: calling.promised<WechatMiniprogram.ShowModalOption>('showModal', async (options) => {
      const { title = '', content = '', showCancel = true, editable = false, placeholderText = '' } = options;
      const cancelText = buttonText('cancelText', options.cancelText ?? '取消');
      const confirmText = buttonText('confirmText', options.confirmText ?? '确定');
      const answer = await native.ask({
        kind: 'modal',
        ...{ title, content, showCancel, cancelText, confirmText, editable, placeholderText },
      });
      const text = editable && answer.accepted ? (answer.content ?? content) : '';
      return { confirm: answer.accepted, cancel: !answer.accepted, content: text };
    }),
    showActionSheet: calling.promised<WechatMiniprogram.ShowActionSheetOption>('showActionSheet', async (options) => {
      const { itemList, alertText } = options;
      if (!Array.isArray(itemList) || itemList.length === 0) {
        throw fail('showActionSheet', 'parameter error: parameter.itemList should have at least 1 item;');
      }
      if (itemList.length > MAX_ITEMS) {
        throw fail('showActionSheet', `parameter error: itemList should not be larger than ${MAX_ITEMS}`);
      }
      const answer = await native.ask({ kind: 'action-sheet', itemList, ...(alertText ? { alertText } : {}) });
      if (!answer.accepted || answer.tapIndex === undefined) throw fail('showActionSheet', 'cancel');
      return { tapIndex: answer.tapIndex };
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;
}

function buttonText(name: 'cancelText' | 'confirmText', text: string): string {
  if (text.length <= MAX_BUTTON_TEXT) return text;
  throw fail('showModal', `${name} length should not large then ${MAX_BUTTON_TEXT}`);
}
