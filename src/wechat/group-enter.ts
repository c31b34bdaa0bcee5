import type { CloudID, GroupData } from '../../cloud/contract/cloud-id';
import { cloudID } from './cloud-id';
import { readFailure } from './failure';
import { groupEnterFailureCode } from './group-enter-failure';
import { OpenDataError } from './open-data-error';
import { signIn } from './sign-in';

/**
 * Asks WeChat which group the person has come from, as a CloudID that lives five minutes. Shows nothing.
 * `wx.getGroupEnterInfo` (base library 2.17.3) needs no ticket; the older `wx.getShareInfo`, deprecated since, does.
 *
 * @throws {OpenDataError} `group-left`, `group-wrong-scene`, `group-ticket-expired`, `api-unsupported`, `network`,
 * `timeout`, `rate-limited`, `cloud-error`
 */
export async function getGroupData(shareTicket: string | undefined): Promise<CloudID<GroupData>> {
  const enterInfo = typeof wx.getGroupEnterInfo === 'function';
  if (!enterInfo && typeof wx.getShareInfo !== 'function') {
    throw new OpenDataError('api-unsupported', 'wx.getGroupEnterInfo and wx.getShareInfo are missing');
  }
  if (!enterInfo && shareTicket === undefined) {
    throw new OpenDataError('group-wrong-scene', 'wx.getShareInfo needs a ticket, and this card has none');
  }
  await signIn();
  return new Promise((resolve, reject) => {
    const callbacks = {
      // Typed as always present; it is not without Cloud Base, or below base library 2.7.0.
      success: ({ cloudID: id }: { readonly cloudID?: string }) => {
        if (id) resolve(cloudID<GroupData>(id));
        else reject(new OpenDataError('cloud-error', 'WeChat gave the group no cloudID: is Cloud Base opened?'));
      },
      fail: (reason: unknown) => {
        const failure = readFailure(reason);
        const { errCode } = Object(reason) as Record<string, unknown>;
        reject(new OpenDataError(groupEnterFailureCode(failure, errCode), failure.text, { cause: reason }));
      },
    };
    if (enterInfo) wx.getGroupEnterInfo(callbacks);
    else wx.getShareInfo({ shareTicket: shareTicket ?? '', ...callbacks });
  });
}
