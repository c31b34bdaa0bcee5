import type { CloudID, WeRunData } from '../../../cloud/contract/cloud-id';
import type { CallFunction } from '../../wechat/call-function';
import { cloudIDLifetimeMs } from '../../wechat/cloud-id';
import { OpenDataError } from '../../wechat/open-data-error';
import type { Day } from './steps';

export interface FetchPorts {
  /** Asks WeChat, which may ask the person. */
  readonly getWeRunData: () => Promise<CloudID<WeRunData>>;
  readonly callFunction: CallFunction;
  /** Ms since the epoch. */
  readonly now: () => number;
}

/**
 * Makes the function that takes a CloudID from WeChat and has the cloud open it.
 *
 * One that got lost on the way (no network, a function that was killed) is sent again by the next try, so that the
 * person is not asked twice; one that has passed its five minutes is taken anew, once, unseen.
 */
export function createFetchSteps({ getWeRunData, callFunction, now }: FetchPorts): () => Promise<readonly Day[]> {
  let unsent: Taken | undefined;

  const take = async (): Promise<Taken> => {
    const cloudID = await getWeRunData();
    return (unsent = { cloudID, at: now() });
  };

  const send = async ({ cloudID, at }: Taken): Promise<readonly Day[]> => {
    if (now() - at >= cloudIDLifetimeMs)
      throw new OpenDataError('cloudid-expired', 'older than five minutes, not sent');
    try {
      const { days } = await callFunction('opendata', 'weRun', { werun: cloudID });
      unsent = undefined;
      return days;
    } catch (error) {
      if (!mayBeSentAgain(error)) unsent = undefined;
      throw error;
    }
  };

  return async () => {
    try {
      return await send(unsent ?? (await take()));
    } catch (error) {
      if (!hasExpired(error)) throw error;
      return send(await take());
    }
  };
}

interface Taken {
  readonly cloudID: CloudID<WeRunData>;
  readonly at: number;
}

const hasExpired = (error: unknown): boolean =>
  error instanceof OpenDataError && (error.code === 'cloudid-expired' || error.code === 'open-data-stale');

const mayBeSentAgain = (error: unknown): boolean =>
  error instanceof OpenDataError && error.retryable && !hasExpired(error);
