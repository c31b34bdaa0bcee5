import { useLayoutEffect, useRef } from 'react';
import type { PhoneInfo } from '../../control/types';
import type { CardMessage, Message, ReminderMessage } from '../../wechat/chats/types';
import { act } from '../actions';
import { control } from '../control';
import { useWorkbench, type Talk } from '../store';
import { Card } from './card';
import { Face } from './face';
import { chatName, nickName, shownTime } from './seen';

interface ChatProps {
  readonly phone: PhoneInfo;
  readonly talk: Talk;
  readonly onBack: () => void;
  readonly onMembers: () => void;
  readonly onForward: (card: CardMessage) => void;
}

/** One chat, its newest message in sight. */
export function Chat({ phone, talk: { chat, messages }, onBack, onMembers, onForward }: ChatProps) {
  const users = useWorkbench((state) => state.users);
  const list = useNewestInSight(messages.at(-1)?.id);
  const name = chatName(chat, phone.openid, users);
  return (
    <>
      <header className="wx-bar">
        <button className="wx-icon" aria-label="返回" onClick={onBack}>
          ‹
        </button>
        <h3>{chat.kind === 'group' ? `${name}(${chat.members.length})` : name}</h3>
        <button className="wx-icon" aria-label="聊天信息" onClick={onMembers}>
          ⋯
        </button>
      </header>
      <ol className="wx-messages" aria-label={name} aria-live="polite" ref={list}>
        {messages.length === 0 && <li className="wx-empty">在手机上转发小程序，卡片会出现在这里</li>}
        {messages.map((message, index) => (
          <li key={message.id}>
            {apart(messages[index - 1], message) && <SentAt at={message.at} />}
            <Line phone={phone} message={message} inGroup={chat.kind === 'group'} onForward={onForward} />
          </li>
        ))}
      </ol>
    </>
  );
}

function useNewestInSight(newest: string | undefined) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  return list;
}

const PAUSE_MS = 5 * 60_000;

/** WeChat says when, after a pause. */
function apart(before: Message | undefined, { at }: Message): boolean {
  return before === undefined || at - before.at > PAUSE_MS;
}

function SentAt({ at }: { readonly at: number }) {
  const offset = useWorkbench((state) => state.clock?.offset ?? 0);
  return <time className="wx-time">{shownTime(at, Date.now() + offset)}</time>;
}

interface LineProps {
  readonly phone: PhoneInfo;
  readonly message: Message;
  readonly inGroup: boolean;
  readonly onForward: (card: CardMessage) => void;
}

function Line({ phone, message, inGroup, onForward }: LineProps) {
  const users = useWorkbench((state) => state.users);
  const open = (how?: { readonly cold: boolean }) => act(control.chats.open(phone.id, message.id, how));
  if (message.kind === 'reminder') return <Reminder reminder={message} onOpen={() => open()} />;
  const mine = message.from === phone.openid;
  return (
    <div className={mine ? 'wx-line wx-mine' : 'wx-line'}>
      <Face openid={message.from} />
      <div className="wx-said">
        <span className={inGroup && !mine ? 'wx-sender' : 'unseen'}>{nickName(users, message.from)}</span>
        <Card
          card={message}
          openid={phone.openid}
          onOpen={open}
          onForward={() => onForward(message)}
          onSubscribe={() => act(control.chats.subscribe(message.id, phone.openid))}
        />
      </div>
    </div>
  );
}

interface ReminderProps {
  readonly reminder: ReminderMessage;
  readonly onOpen: () => void;
}

/** WeChat's own line; what leads into the mini program is blue. */
function Reminder({ reminder: { text, path }, onOpen }: ReminderProps) {
  const [before, link] = parted(text);
  return (
    <p className="wx-system">
      {before}
      <button className="wx-link" title={path} onClick={onOpen}>
        {link}
      </button>
    </p>
  );
}

/** `已开始，进入「小程序」`: what follows the last comma is the link; without one, all of it. */
function parted(text: string): readonly [before: string, link: string] {
  const end = text.lastIndexOf('，') + 1;
  return [text.slice(0, end), text.slice(end)];
}
