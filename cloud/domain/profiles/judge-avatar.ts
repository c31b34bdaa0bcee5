import type { AvatarParts } from './profile-stores';
import { removePicture } from './save-avatar';

/**
 * Carries out WeChat's verdict on the picture of a check: one that passed is shown, any other is removed with its file.
 * The same verdict again, and one about a picture that is gone, change nothing.
 */
export async function judgeAvatar(parts: AvatarParts, traceId: string, passed: boolean): Promise<void> {
  const check = await parts.checks.find(traceId);
  if (check === undefined) return;
  if (passed) {
    await parts.profiles.passAvatar(check.openid, traceId);
    await parts.checks.end(traceId);
    return;
  }
  await parts.profiles.removeAvatar(check.openid, traceId);
  await removePicture(parts, check.openid, { fileID: check.fileID, traceId });
}
