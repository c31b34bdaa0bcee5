import { useState } from 'react';
import type { PhoneInfo } from '../../control/types';
import type { CardMessage } from '../../wechat/chats/types';
import { useHolderOf, useTalks } from '../store';
import { Chat } from './chat';
import { ChatList } from './chat-list';
import { Forward } from './forward';
import { Members } from './members';
import { NewChat } from './new-chat';

type Place =
  | { readonly at: 'list' | 'new' }
  | { readonly at: 'chat' | 'members'; readonly chatId: string }
  | { readonly at: 'forward'; readonly chatId: string; readonly card: CardMessage };

const LIST: Place = { at: 'list' };

/** WeChat itself on this phone: the chats of whoever holds it. */
export function WeChat({ phone }: { readonly phone: PhoneInfo }) {
  const holder = useHolderOf(phone);
  return (
    <section className="wx" lang="zh-CN" aria-label={`WeChat of ${holder?.nickName ?? phone.id}`}>
      <Pages key={phone.openid} phone={phone} />
    </section>
  );
}

function Pages({ phone }: { readonly phone: PhoneInfo }) {
  const talks = useTalks(phone.id);
  const [place, go] = useState(LIST);
  const { openid } = phone;
  const back = () => go(LIST);
  if (place.at === 'new')
    return <NewChat openid={openid} onBack={back} onMade={(chatId) => go({ at: 'chat', chatId })} />;
  const talk = 'chatId' in place ? talks.find(({ chat }) => chat.id === place.chatId) : undefined;
  // Also where they left the chat.
  if (!('chatId' in place) || talk === undefined)
    return (
      <ChatList
        openid={openid}
        talks={talks}
        onOpen={(id) => go({ at: 'chat', chatId: id })}
        onNew={() => go({ at: 'new' })}
      />
    );
  const { chat } = talk;
  const toChat = () => go({ at: 'chat', chatId: chat.id });
  switch (place.at) {
    case 'chat':
      return (
        <Chat
          phone={phone}
          talk={talk}
          onBack={back}
          onMembers={() => go({ at: 'members', chatId: chat.id })}
          onForward={(card) => go({ at: 'forward', chatId: chat.id, card })}
        />
      );
    case 'members':
      return <Members chat={chat} openid={openid} onBack={toChat} />;
    case 'forward':
      return <Forward openid={openid} card={place.card} talks={talks} onBack={toChat} />;
  }
}
