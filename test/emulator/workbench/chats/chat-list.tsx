import { useWorkbench, type Talk } from '../store';
import { Face } from './face';
import { chatName, shownTime, summary } from './seen';

interface ChatListProps {
  readonly openid: string;
  readonly talks: readonly Talk[];
  readonly onOpen: (chatId: string) => void;
  readonly onNew: () => void;
}

/** WeChat's first page: the newest talk first. */
export function ChatList({ openid, talks, onOpen, onNew }: ChatListProps) {
  const byAge = [...talks].sort((a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0));
  return (
    <>
      <header className="wx-bar">
        <h3>微信</h3>
        <button className="wx-icon" aria-label="发起聊天" title="发起聊天" onClick={onNew}>
          ＋
        </button>
      </header>
      {talks.length === 0 && (
        <p className="wx-empty">
          还没有聊天，
          <button className="wx-link" onClick={onNew}>
            发起一个
          </button>
        </p>
      )}
      <ul className="wx-list" aria-label="聊天">
        {byAge.map((talk) => (
          <li key={talk.chat.id}>
            <ChatRow openid={openid} talk={talk} onOpen={() => onOpen(talk.chat.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChatRowProps {
  readonly openid: string;
  readonly talk: Talk;
  readonly onOpen: () => void;
}

function ChatRow({ openid, talk: { chat, messages }, onOpen }: ChatRowProps) {
  const users = useWorkbench((state) => state.users);
  const offset = useWorkbench((state) => state.clock?.offset ?? 0);
  const last = messages.at(-1);
  return (
    <button className="wx-row" onClick={onOpen}>
      <ChatFace chat={chat} openid={openid} />
      <span className="wx-row-text">
        <span className="wx-row-name">{chatName(chat, openid, users)}</span>
        <span className="wx-row-last">{last && summary(last, users, openid)}</span>
      </span>
      {last && <time className="wx-time">{shownTime(last.at, Date.now() + offset)}</time>}
    </button>
  );
}

const FACES = 4;

/** The other's face, or those of the first members. */
export function ChatFace({ chat, openid }: { readonly chat: Talk['chat']; readonly openid: string }) {
  if (chat.kind === 'single') return <Face openid={chat.members.find((one) => one !== openid) ?? openid} />;
  return (
    <span className="wx-faces" aria-hidden="true">
      {chat.members.slice(0, FACES).map((member) => (
        <Face key={member} openid={member} />
      ))}
    </span>
  );
}
