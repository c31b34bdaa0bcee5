import { CallError } from '../../contract/call-error';
import type { Avatar, AvatarParts } from './profile-stores';

export interface CheckedParts extends AvatarParts {
  /** Asks WeChat to check the picture behind a URL and answers the trace_id. Rejects with a CallError. */
  readonly askForCheck: (url: string, openid: string) => Promise<string>;
  /** A name for a file, of letters and digits. */
  readonly newName: () => string;
  /** Unix seconds. */
  readonly now: () => number;
}

/** Begins the check of a file. Throws a CallError: those of `askForCheck`, and `file-missing`. */
export async function beginCheck(parts: CheckedParts, openid: string, fileID: string): Promise<Avatar> {
  const url = await parts.files.url(fileID);
  if (url === undefined) throw new CallError('file-missing', 'There is no such file: upload it first.');
  const traceId = await parts.askForCheck(url, openid);
  await parts.checks.begin(traceId, { openid, fileID });
  return { fileID, traceId, askedAt: parts.now(), state: 'pending' };
}

/** Seconds. WeChat pushes within half an hour; a verdict that is not there by now is not coming. */
const overdue = 3_600;

/**
 * Asks again where WeChat's verdict did not come. Answers the avatar as it is now; where WeChat cannot be asked either,
 * it stays as it is until the next look.
 */
export async function askAgain(parts: CheckedParts, openid: string, avatar: Avatar): Promise<Avatar> {
  if (avatar.state === 'passed' || parts.now() - avatar.askedAt < overdue) return avatar;
  try {
    const again = await beginCheck(parts, openid, avatar.fileID);
    const replaced = await parts.profiles.replaceAvatar(openid, avatar, again);
    await parts.checks.end(replaced ? avatar.traceId : again.traceId);
    return replaced ? again : avatar;
  } catch (error) {
    if (error instanceof CallError) return avatar;
    throw error;
  }
}
