import type { ClientInput, FunctionName, Output, Route } from '../../cloud/contract/contract';
import { callFailureCode } from './call-failure';
import { cloudIDLimit, isCloudID } from './cloud-id';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';
import { readAnswer } from './read-answer';

/**
 * Calls a route of a cloud function and gives its data. CloudIDs stand at the top of `input`, at most five.
 *
 * @throws {OpenDataError} `cloudid-limit` before anything is sent; `network`, `timeout`, `rate-limited`, `cloud-error`
 * when the function did not answer; whatever code the function answered with.
 * @example
 * const { days } = await callFunction('opendata', 'weRun', { werun: await getWeRunData() });
 */
export async function callFunction<F extends FunctionName, R extends Route<F>>(
  name: F,
  route: R,
  input: ClientInput<F, R>,
): Promise<Output<F, R>> {
  const cloudIDs = Object.values(input).filter(isCloudID).length;
  if (cloudIDs > cloudIDLimit) {
    const advice = `WeChat replaces at most ${cloudIDLimit} CloudIDs a call, got ${cloudIDs}: split the call in two`;
    throw new OpenDataError('cloudid-limit', `${name}/${route}: ${advice}`);
  }
  return readAnswer<Output<F, R>>(await send(name, route, input), `${name}/${route}`);
}

export type CallFunction = typeof callFunction;

async function send(name: string, route: string, input: object): Promise<unknown> {
  if (wx.cloud === undefined)
    throw new OpenDataError('api-unsupported', 'wx.cloud is missing: base library below 2.2.3');
  try {
    const { result } = await wx.cloud.callFunction({ name, data: { $url: route, ...input } });
    return result;
  } catch (reason) {
    const failure = readFailure(reason);
    throw new OpenDataError(callFailureCode(failure), `${name}/${route}: ${failure.text}`, { cause: reason });
  }
}
