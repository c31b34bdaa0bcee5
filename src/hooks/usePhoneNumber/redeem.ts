import type { Phone } from '../../../cloud/contract/contract';
import type { CallFunction } from '../../wechat/call-function';
import { OpenDataError } from '../../wechat/open-data-error';
import type { PhoneProof } from '../../wechat/phone-number';

/** A proof and when it came, ms since the epoch. */
export interface Taken {
  readonly proof: PhoneProof;
  readonly at: number;
}

/** Codes and CloudIDs live five minutes (framework/open-ability/getPhoneNumber.md, signature.md). */
const LIFETIME_MS = 5 * 60_000;

/**
 * Has the cloud open a proof. One that has expired cannot be taken anew without the person: it says that a tap is needed.
 *
 * @throws {OpenDataError} `phone-code-expired`, and whatever the call fails with
 */
export async function redeem(callFunction: CallFunction, { proof, at }: Taken, now: number): Promise<Phone> {
  if (now - at >= LIFETIME_MS) throw new OpenDataError('phone-code-expired', 'older than five minutes, not sent');
  try {
    const { phone } =
      'code' in proof
        ? await callFunction('me', 'phoneByCode', { code: proof.code })
        : await callFunction('me', 'phoneByCloudID', { phone: proof.cloudID });
    return phone;
  } catch (error) {
    if (!hasExpired(error)) throw error;
    throw new OpenDataError('phone-code-expired', error.message, { cause: error });
  }
}

const hasExpired = (error: unknown): error is OpenDataError =>
  error instanceof OpenDataError && (error.code === 'cloudid-expired' || error.code === 'open-data-stale');
