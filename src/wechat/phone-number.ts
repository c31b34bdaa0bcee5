import type { CloudID, PhoneData } from '../../cloud/contract/cloud-id';
import { cloudID } from './cloud-id';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';
import { phoneNumberFailureCode } from './phone-number-failure';

/** What a phone number button gives in place of a number, for the cloud to open. It lives five minutes. */
export type PhoneProof =
  /** Single use. Base library 2.21.2 and later. */
  { readonly code: string } | { readonly cloudID: CloudID<PhoneData> };

/**
 * Reads `detail` of `getphonenumber`: the code where there is one, else the CloudID of older libraries.
 * WeChat: framework/open-ability/getPhoneNumber.md
 *
 * @throws {OpenDataError} `phone-denied`, `phone-no-quota`, `phone-blocked`, `phone-unavailable`, `scope-undeclared`,
 * `privacy-denied`, `privacy-banned`, `timeout`, `rate-limited`, `network`; `api-unsupported` where a WeChat below
 * 2.21.2 gives the encrypted number alone, without Cloud Base nobody here can open it
 */
export function readPhoneNumber(detail: unknown): PhoneProof {
  const { code, cloudID: id, encryptedData } = Object(detail) as Record<string, unknown>;
  if (isText(code)) return { code };
  if (isText(id)) return { cloudID: cloudID<PhoneData>(id) };
  if (isText(encryptedData)) {
    throw new OpenDataError('api-unsupported', 'getPhoneNumber gave neither code nor cloudID', { cause: detail });
  }
  const failure = readFailure(detail);
  throw new OpenDataError(phoneNumberFailureCode(failure), failure.text, { cause: detail });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
