import { fail, WxError } from '../wechat/failure';
import type { Holder } from './holders';
import type { Handlers, ServiceParts } from './phone-service';
import type { PhoneLine } from './phone-line';

type ShareRequest = 'shareTargets' | 'sendCard' | 'getGroupEnterInfo' | 'getShareInfo' | 'groupName';

const ORDINARY =
  'the updatable card was sent as an ordinary one: WeChat has no such activityId or templateId, or its text lacks a parameter';

/** What a phone asks about chats and groups, answered for its `holder` and the entry that it is in. */
export function shareRequests(
  { platform, cloud, clock }: ServiceParts,
  phone: PhoneLine,
  holder: Holder,
): Pick<Handlers, ShareRequest> {
  const { chats } = platform;
  const { openid } = holder;
  const warn = (text: string): void =>
    phone.receive({ event: 'console', level: 'warn', args: [text], at: clock.now() });
  return {
    shareTargets() {
      const mine = chats.list(openid);
      const named = mine.map((chat) => ({ id: chat.id, kind: chat.kind, name: chats.nameFor(chat, openid) }));
      return Promise.resolve({ chats: named });
    },
    async sendCard({ chatId, card }) {
      const { imageUrl = '' } = card;
      if (imageUrl.startsWith('cloud://') && (await cloud.files.publicUrl(imageUrl)) === undefined)
        throw new WxError(fail('sendCard', `the picture of the card, ${imageUrl}, is not in this environment`));
      const { id } = await chats.send(openid, chatId, card);
      const changes = chats.messages(chatId).some((sent) => sent.id === id && sent.kind === 'card' && sent.look);
      if (card.updatable !== undefined && !changes) warn(ORDINARY);
      return { messageId: id };
    },
    getGroupEnterInfo: (ask) => platform.getGroupEnterInfo(holder, ask),
    getShareInfo: ({ shareTicket }) => platform.getShareInfo(holder, shareTicket),
    groupName: ({ openGid }) => Promise.resolve({ name: platform.groupName(openid, openGid) }),
  };
}
