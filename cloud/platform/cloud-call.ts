import * as v from 'valibot';
import { CallError } from '../contract/call-error';
import type { ErrorCode } from '../contract/errors';
import { type SdkFailure, sdkFailure } from './sdk-failure';

/** What a refusal of WeChat means for one kind of call; undefined leaves it to the general meanings. */
export type Meaning = (failure: SdkFailure) => ErrorCode | undefined;

/** The quota of a minute, of a day, and the frequency limit (developers.weixin.qq.com: global return codes). */
const limits: readonly (number | undefined)[] = [45009, 45011, 43101];

/**
 * The answer of a cloud call, in the shape that its page documents.
 * Throws a CallError: what `meaning` says, else `rate-limited` for WeChat's quotas and `cloud-error` for all the rest.
 */
export async function asked<T>(
  answer: Promise<unknown>,
  shape: v.GenericSchema<unknown, T>,
  meaning: Meaning = () => undefined,
): Promise<T> {
  const read = v.safeParse(shape, await answer.catch((cause: unknown) => refuse(cause, meaning)));
  if (read.success) return read.output;
  throw new CallError('cloud-error', "WeChat's answer is not what its page documents.");
}

function refuse(cause: unknown, meaning: Meaning): never {
  const failure = sdkFailure(cause);
  const code = meaning(failure) ?? (limits.includes(failure.errCode) ? 'rate-limited' : 'cloud-error');
  throw new CallError(code, `WeChat refused a cloud call (errCode ${failure.errCode ?? 'unknown'}).`, { cause });
}
