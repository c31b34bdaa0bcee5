import { CallError } from '../../contract/call-error';
import type { Check, Checking, PictureParts } from './picture-stores';

/** A picture, as far as WeChat has judged it. */
export interface Judged {
  /** Of the content check that decides about it. */
  readonly traceId: string;
  /** Unix seconds: when that check was asked for. */
  readonly askedAt: number;
  readonly state: 'pending' | 'passed';
}

/** Begins the check of a file. Throws a CallError: those of `askForCheck`, and `file-missing`. */
export async function beginCheck(parts: PictureParts & Checking, check: Check): Promise<Judged> {
  const url = await parts.files.url(check.fileID);
  if (url === undefined) throw new CallError('file-missing', 'There is no such file: upload it first.');
  const traceId = await parts.askForCheck(url, check.openid);
  await parts.checks.begin(traceId, check);
  return { traceId, askedAt: seconds(parts), state: 'pending' };
}

/** Seconds. WeChat pushes within half an hour; a verdict that is not there by now is not coming. */
const overdue = 3_600;

/**
 * Asks again where WeChat's verdict did not come. `replace` puts the new check in place of the old one and says whether
 * it still was there. Answers what is known now; where WeChat cannot be asked either, that stays until the next look.
 */
export async function askAgain<T extends Judged>(
  parts: PictureParts & Checking,
  check: Check,
  judged: T,
  replace: (again: T) => Promise<boolean>,
): Promise<T> {
  if (judged.state === 'passed' || seconds(parts) - judged.askedAt < overdue) return judged;
  try {
    const again = { ...judged, ...(await beginCheck(parts, check)) };
    const replaced = await replace(again);
    await parts.checks.end([replaced ? judged.traceId : again.traceId]);
    return replaced ? again : judged;
  } catch (error) {
    if (error instanceof CallError) return judged;
    throw error;
  }
}

function seconds({ now }: Checking): number {
  return Math.floor(now() / 1000);
}
