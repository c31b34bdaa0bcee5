import { LATE, within } from '../within';
import { requireString } from './calling';
import { fail } from './failure';
import { typeName } from './json';
import { requireOnline } from './network';
import type { ApiPart } from './part';

/**
 * Which group this entry came from, encrypted: whether there is one, and who may know, is the platform's to say. Neither
 * answers with a Promise: the typings of getGroupEnterInfo return void, the page of getShareInfo says "not supported".
 */
export function createGroup({ context, calling }: ApiPart) {
  const { bridge } = context;
  return {
    /** WeChat: api/open-api/group/wx.getGroupEnterInfo.html. 40097 wrong scene, 65206 not in the group any more. */
    getGroupEnterInfo: calling.callbackOnly<GetGroupEnterInfoOption>('getGroupEnterInfo', (options) => {
      requireOnline(context, 'getGroupEnterInfo');
      const { shareTicket } = context.enterOptions;
      return bridge.request('getGroupEnterInfo', {
        ...(shareTicket === undefined ? {} : { shareTicket }),
        ...(options.needGroupOpenID === true ? { needGroupOpenID: true } : {}),
        ...(options.allowSingleChat === true ? { allowSingleChat: true } : {}),
      });
    }),

    /** WeChat: api/share/wx.getShareInfo.html; `timeout` in ms. */
    getShareInfo: calling.callbackOnly<GetShareInfoOption>('getShareInfo', async (options) => {
      const shareTicket = requireString('getShareInfo', options, 'shareTicket');
      const { timeout } = options;
      if (timeout !== undefined && typeof timeout !== 'number') {
        const type = typeName(timeout);
        throw fail('getShareInfo', `parameter error: parameter.timeout should be Number instead of ${type};`);
      }
      requireOnline(context, 'getShareInfo');
      const asked = bridge.request('getShareInfo', { shareTicket });
      const answer = timeout === undefined ? await asked : await within(timeout, asked);
      if (answer === LATE) throw fail('getShareInfo', 'timeout');
      return answer;
    }),
  };
}

interface GroupData {
  errMsg: string;
  encryptedData: string;
  iv: string;
  cloudID?: string;
}

/** The typings require `cloudID`, which is absent where the mini program has no cloud environment. */
interface GetGroupEnterInfoOption extends Omit<WechatMiniprogram.GetGroupEnterInfoOption, 'success'> {
  success?: (result: GroupData) => void;
}

interface GetShareInfoOption extends Omit<WechatMiniprogram.GetShareInfoOption, 'success'> {
  success?: (result: GroupData) => void;
}
