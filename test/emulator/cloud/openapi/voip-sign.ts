import { createHmac } from 'node:crypto';

export interface VoipRoom {
  readonly appId: string;
  readonly groupId: string;
  readonly nonceStr: string;
  /** Unix seconds. */
  readonly timeStamp: number;
}

/**
 * The signature that `wx.joinVoIPChat` needs (WeChat: framework/open-ability/voip-chat.md). The key is the base64 text
 * of session_key, not the bytes behind it.
 */
export function voipSignature({ appId, groupId, nonceStr, timeStamp }: VoipRoom, sessionKey: string): string {
  const text = [appId, groupId, nonceStr, String(timeStamp)].sort().join('');
  return createHmac('sha256', sessionKey).update(text).digest('hex');
}
