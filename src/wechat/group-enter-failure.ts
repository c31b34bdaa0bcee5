import type { ErrorCode } from '../../cloud/contract/errors';
import { callFailureCode } from './call-failure';
import type { Failure } from './failure';

/** "Wrong scene" and "the user is no longer in the group" (api/open-api/group/wx.getGroupEnterInfo.html). */
const WRONG_SCENE = 40097;
const LEFT = 65206;

/** The code of a failed `wx.getGroupEnterInfo` or `wx.getShareInfo`; the latter's messages are not published. */
export function groupEnterFailureCode(failure: Failure, errCode?: unknown): ErrorCode {
  // The page lists errCodes, and a newer library may give an errno beside them, or put the number into the text.
  const says = (number: number) =>
    errCode === number || failure.number === number || failure.text.includes(String(number));
  if (says(LEFT)) return 'group-left';
  if (says(WRONG_SCENE)) return 'group-wrong-scene';
  if (/ticket/i.test(failure.text)) return 'group-ticket-expired';
  return /not support/i.test(failure.text) ? 'api-unsupported' : callFailureCode(failure);
}
