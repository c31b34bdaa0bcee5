/**
 * Which group a card was opened in. Source: api/open-api/group/wx.getGroupEnterInfo.html,
 * api/share/wx.getShareInfo.html, component/open-data.html.
 */
import type { EncryptedOpenData } from '../../phone/bridge';
import { fail, WxError } from '../failure';
import type { Platform } from '../types';
import type { ChatList } from './chat-list';
import { groupIds, groupOpenid } from './group-ids';
import type { Tickets } from './tickets';
import type { Chat } from './types';

export interface GroupInfoParts {
  readonly appId: string;
  readonly chats: ChatList;
  readonly tickets: Tickets;
  readonly deliver: (openid: string, fields: Readonly<Record<string, unknown>>) => Promise<EncryptedOpenData>;
}

const GROUP_CHAT_TYPE = 3;
const WRONG_SCENE = 40097;
const LEFT = 65206;

export function createGroupInfo({
  appId,
  chats,
  tickets,
  deliver,
}: GroupInfoParts): Pick<Platform, 'getGroupEnterInfo' | 'getShareInfo' | 'groupName'> {
  /** UNCONFIRMED for getShareInfo, whose page has no errors: who left the group does not learn its id either. */
  const refuseStranger = (api: string, chat: Chat, openid: string) => {
    if (chat.members.includes(openid)) return;
    throw new WxError({ ...fail(api, 'the user is not in the group'), errCode: LEFT });
  };

  return {
    async getGroupEnterInfo({ openid, life }, ask) {
      const api = 'getGroupEnterInfo';
      const { shareTicket, needGroupOpenID = false, allowSingleChat = false } = ask;
      if (allowSingleChat)
        throw new WxError(fail(api, 'allowSingleChat: the local WeChat has no ids of single chats yet'));
      // UNCONFIRMED for a group's card without a ticket, whose scene is 1008: the stricter reading.
      const chatId = shareTicket === undefined ? undefined : tickets.chatOf(life, shareTicket);
      if (chatId === undefined)
        throw new WxError({ ...fail(api, 'not entered from a group card with a ticket'), errCode: WRONG_SCENE });
      const chat = chats.get(chatId);
      refuseStranger(api, chat, openid);
      return deliver(openid, {
        opengid: groupIds(appId, chatId).opengid,
        open_single_roomid: '',
        chat_type: GROUP_CHAT_TYPE,
        ...(needGroupOpenID && { group_openid: groupOpenid(appId, chatId, openid) }),
      });
    },

    async getShareInfo({ openid, life }, shareTicket) {
      const api = 'getShareInfo';
      const chatId = tickets.chatOf(life, shareTicket);
      if (chatId === undefined) throw new WxError(fail(api, 'invalid shareTicket'));
      refuseStranger(api, chats.get(chatId), openid);
      return deliver(openid, { openGId: groupIds(appId, chatId).openGId });
    },

    groupName(openid, openGid) {
      const found = chats.all.find(({ id, kind, members }) => {
        const { opengid, openGId } = groupIds(appId, id);
        return kind === 'group' && members.includes(openid) && (opengid === openGid || openGId === openGid);
      });
      return found?.name ?? null;
    },
  };
}
