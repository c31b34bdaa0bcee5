import type { Check } from '../pictures/picture-stores';
import { removePictures } from '../pictures/remove-pictures';
import type { AvatarParts } from './profile-stores';
import { spreadProfile } from './shown-profile';

/**
 * Carries out WeChat's verdict on the avatar of a check: one that passed is shown, also in the person's
 * groups, any other is removed with its file.
 * One about a picture that is gone changes nothing.
 */
export async function judgeAvatar(
  parts: AvatarParts,
  traceId: string,
  { openid, fileID }: Check,
  passed: boolean,
): Promise<void> {
  if (passed) {
    await parts.profiles.passAvatar(openid, traceId);
    await spreadProfile(parts, openid);
    await parts.checks.end([traceId]);
    return;
  }
  await parts.profiles.removeAvatar(openid, traceId);
  await spreadProfile(parts, openid);
  await removePictures(parts, openid, [{ fileID, traceId }]);
}
