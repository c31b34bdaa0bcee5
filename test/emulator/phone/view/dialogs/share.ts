import type { Dialog } from '../../parts';
import { h } from '../dom';
import type { DialogScene } from './scene';

type Share = Extract<Dialog, { kind: 'share' }>;

/** WeChat's list of chats, and what is about to be sent: one chat is chosen from the start, the first. */
export function drawShare(dialog: Share, scene: DialogScene): HTMLElement {
  let chosen = dialog.chats[0]?.id;
  const send = () => scene.answer({ accepted: true, ...(chosen === undefined ? {} : { chatId: chosen }) });
  const row = ({ id, name, kind }: Share['chats'][number]) =>
    h(
      'label',
      { class: 'chat-row' },
      h('span', { class: 'chat-mark', 'data-kind': kind, 'aria-hidden': 'true' }, [...name][0] ?? ''),
      h('span', { class: 'chat-name' }, name),
      h('input', {
        type: 'radio',
        name: 'chat',
        value: id,
        checked: id === chosen,
        'aria-label': name,
        onchange: () => (chosen = id),
      }),
    );
  const none = h('p', { class: 'share-none' }, '还没有聊天');
  return h(
    'div',
    { class: 'share', role: 'dialog', 'aria-modal': 'true', 'aria-label': '发送给' },
    h('div', { class: 'share-title' }, '发送给'),
    h(
      'div',
      { class: 'share-chats', role: 'radiogroup', 'aria-label': '聊天' },
      ...(dialog.chats.length === 0 ? [none] : dialog.chats.map(row)),
    ),
    drawCard(dialog.card, scene.appName),
    h(
      'div',
      { class: 'sheet-buttons' },
      h('button', { class: 'sheet-refuse', onclick: () => scene.answer({ accepted: false }) }, '取消'),
      h('button', { class: 'sheet-accept', disabled: chosen === undefined, onclick: send }, '发送'),
    ),
  );
}

/** As it will stand in the chat. */
function drawCard({ title, imageUrl }: Share['card'], appName: string): HTMLElement {
  return h(
    'div',
    { class: 'card', role: 'group', 'aria-label': '卡片预览' },
    h(
      'div',
      { class: 'card-app' },
      h('span', { class: 'card-mark', 'aria-hidden': 'true' }, [...appName][0] ?? ''),
      appName,
    ),
    h('div', { class: 'card-title' }, title),
    h('img', { class: 'card-picture', src: imageUrl, alt: '' }),
    h('div', { class: 'card-foot' }, '小程序'),
  );
}
