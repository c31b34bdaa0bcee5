import * as v from 'valibot';
import { CallError } from '../contract/call-error';
import type { ErrorCode } from '../contract/errors';
import type { Resolved, Unresolved } from '../contract/cloud-id';

const cloudID = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** What may stand where the phone put a CloudID: WeChat's data, WeChat's reason, or the plain text that was not replaced. */
export const openDataField = v.union([
  cloudID,
  v.strictObject({ cloudID, data: v.looseObject({}) }),
  v.strictObject({ cloudID, errCode: v.pipe(v.number(), v.integer()), errMsg: v.pipe(v.string(), v.maxLength(512)) }),
]);

export type OpenDataField = v.InferOutput<typeof openDataField>;

/** The shape of WeChat's substitution, before anybody vouches for it. */
export interface Substituted {
  readonly cloudID: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** developers.weixin.qq.com: framework/open-ability/signature.md and the SDK's own table. */
const codes: Readonly<Record<number, ErrorCode>> = {
  [-601005]: 'cloudid-invalid',
  [-601006]: 'cloudid-expired',
  [-601007]: 'cloudid-foreign',
};

/**
 * The data, for a handler that cannot do without.
 * Throws a CallError where WeChat gave none: `cloudid-invalid`, `cloudid-expired`, `cloudid-foreign`, else `cloud-error`.
 */
export function resolved<T>(field: Resolved<T> | Unresolved): Resolved<T>['data'] {
  if ('data' in field) return field.data;
  throw new CallError(codes[field.errCode] ?? 'cloud-error', `WeChat gave no open data (errCode ${field.errCode}).`);
}
