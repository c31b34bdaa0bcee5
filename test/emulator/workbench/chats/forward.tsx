import type { CardMessage } from '../../wechat/chats/types';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench, type Talk } from '../store';
import { ChatFace } from './chat-list';
import { chatName } from './seen';

interface ForwardProps {
  readonly openid: string;
  readonly card: CardMessage;
  readonly talks: readonly Talk[];
  readonly onBack: () => void;
}

/** To which chat a card is sent on; WeChat refuses one that was shared with a ticket. */
export function Forward({ openid, card, talks, onBack }: ForwardProps) {
  const users = useWorkbench((state) => state.users);
  async function send(chatId: string): Promise<void> {
    await control.chats.forward(card.id, openid, chatId);
    onBack();
  }
  return (
    <>
      <header className="wx-bar">
        <button className="wx-icon" aria-label="返回" onClick={onBack}>
          ‹
        </button>
        <h3>转发给</h3>
      </header>
      <p className="wx-note">{card.title}</p>
      <ul className="wx-list" aria-label="转发给">
        {talks.map(({ chat }) => (
          <li key={chat.id}>
            <button className="wx-row" onClick={() => act(send(chat.id), '已转发')}>
              <ChatFace chat={chat} openid={openid} />
              <span className="wx-row-name">{chatName(chat, openid, users)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
