import { createHash } from 'node:crypto';

/** 28 characters of [A-Za-z0-9_-], as WeChat's. */
function idOf(prefix: string, ...parts: readonly string[]): string {
  return (
    prefix +
    createHash('sha256')
      .update(parts.join('\n'))
      .digest('base64url')
      .slice(0, 28 - prefix.length)
  );
}

/** A group's ids belong to one mini program: another one gets others, and the same group keeps them for ever. */
export interface GroupIds {
  /** Of wx.getGroupEnterInfo. */
  readonly opengid: string;
  /**
   * Of wx.getShareInfo. UNCONFIRMED whether it equals `opengid`. Here it differs: an app that takes one for the other
   * must not pass.
   */
  readonly openGId: string;
}

export const groupIds = (appId: string, chatId: string): GroupIds => ({
  opengid: idOf('G', 'opengid', appId, chatId),
  openGId: idOf('tG', 'openGId', appId, chatId),
});

/** `group_openid`: one person in one group of one mini program. */
export const groupOpenid = (appId: string, chatId: string, openid: string): string =>
  idOf('o', 'group_openid', appId, chatId, openid);
