import type * as v from 'valibot';
import type { ErrorCode } from './errors';

/**
 * One call, as both sides see it.
 *
 * Open data has a place of its own because WeChat replaces a CloudID only as a top-level field of `data`
 * (developers.weixin.qq.com: framework/open-ability/signature.md): a nested one cannot even be declared.
 */
export interface Call<OpenData extends OpenDataFields, Input extends v.ObjectEntries, Output, Code extends ErrorCode> {
  /** Field -> what WeChat puts in place of its CloudID. Unknown fields of the data are dropped: WeChat may add some. */
  readonly openData: OpenData;
  /** The other fields. A field that is not declared is refused. */
  readonly input: Input;
  readonly output: v.GenericSchema<Output>;
  /** What can go wrong beyond {@link commonErrors} and, for a call with open data, {@link openDataErrors}. */
  readonly errors: readonly Code[];
  /** Longest event that is looked at, in bytes of JSON, with what WeChat put into it. */
  readonly maxBytes: number;
}

export type OpenDataFields = Readonly<Record<string, v.GenericSchema>>;

/** What any call can answer with. */
export const commonErrors = [
  'unknown-route',
  'invalid-input',
  'input-too-large',
  'not-signed-in',
  'internal',
] as const satisfies readonly ErrorCode[];

/** What any call that takes open data can answer with. */
export const openDataErrors = [
  'cloudid-limit',
  'cloudid-invalid',
  'cloudid-expired',
  'cloudid-foreign',
  'open-data-untrusted',
  'open-data-stale',
  'cloud-error',
] as const satisfies readonly ErrorCode[];

/** Keeps the exact types of a declared call. */
export function call<
  const OpenData extends OpenDataFields,
  const Input extends v.ObjectEntries,
  Output,
  const Code extends ErrorCode = never,
>(declaration: Call<OpenData, Input, Output, Code>): Call<OpenData, Input, Output, Code> {
  return declaration;
}

/** Every code that this call can answer with. */
export function errorsOf(declaration: Pick<AnyCall, 'openData' | 'errors'>): readonly ErrorCode[] {
  const takesOpenData = Object.keys(declaration.openData).length > 0;
  return [...commonErrors, ...(takesOpenData ? openDataErrors : []), ...declaration.errors];
}

export type AnyCall = Call<OpenDataFields, v.ObjectEntries, unknown, ErrorCode>;
