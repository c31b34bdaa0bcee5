/** How WeChat writes chats and messages. */
import type { Chat, Message } from '../../wechat/chats/types';
import type { User } from '../../wechat/types';

const TIME = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' });

export function nickName(users: readonly User[], openid: string): string {
  return users.find((user) => user.openid === openid)?.nickName ?? openid;
}

/** A single chat has the other's name. */
export function chatName({ kind, name, members }: Chat, openid: string, users: readonly User[]): string {
  const other = members.find((one) => one !== openid);
  return kind === 'group' || other === undefined ? name : nickName(users, other);
}

/** In the list of chats. */
export function summary(message: Message, users: readonly User[], openid: string): string {
  if (message.kind === 'reminder') return message.text;
  const sender = message.from === openid ? '' : `${nickName(users, message.from)}: `;
  return `${sender}[小程序] ${message.title}`;
}

/** `14:03` on the day of `now`, else `11月20日`; both ms, written in the developer's time zone as on the phone. */
export function shownTime(at: number, now: number): string {
  return DAY.format(at) === DAY.format(now) ? TIME.format(at) : DAY.format(at);
}
