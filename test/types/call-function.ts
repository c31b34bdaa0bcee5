/** What may and what may not be written. The type check (`npm run types`) reads this file; nothing runs it. */
import type { CloudID, WeRunData } from '../../cloud/contract/cloud-id';
import type { WithoutCloudID } from '../../cloud/contract/call-types';
import { callFunction } from '../../src/wechat/call-function';
import { cloudID } from '../../src/wechat/cloud-id';
import { getWeRunData } from '../../src/wechat/we-run';

declare const werun: CloudID<WeRunData>;
declare const phone: CloudID<{ readonly phoneNumber: string }>;

export async function compiles(): Promise<void> {
  const { days } = await callFunction('opendata', 'weRun', { werun: await getWeRunData() });
  const first: { readonly date: string; readonly steps: number } | undefined = days[0];
  await callFunction('opendata', 'steps', {});
  void first;
}

export async function doesNotCompile(): Promise<void> {
  // @ts-expect-error WeChat replaces a CloudID at the top only: nested in an object it would stay a string
  await callFunction('opendata', 'weRun', { werun: { steps: werun } });
  // @ts-expect-error nested in an array as well
  await callFunction('opendata', 'weRun', { werun: [werun] });
  // @ts-expect-error a CloudID is what wx.cloud.CloudID makes, not its string
  await callFunction('opendata', 'weRun', { werun: 'cloud-id' });
  // @ts-expect-error nor what a function would find in its place: that can be forged
  await callFunction('opendata', 'weRun', { werun: { cloudID: 'id', data: { stepInfoList: [] } } });
  // @ts-expect-error the CloudID of something else
  await callFunction('opendata', 'weRun', { werun: phone });
  // @ts-expect-error the CloudID is missing
  await callFunction('opendata', 'weRun', {});
  // @ts-expect-error a field that the contract does not have
  await callFunction('opendata', 'weRun', { werun, extra: 1 });
  // @ts-expect-error a CloudID where none is expected
  await callFunction('opendata', 'steps', { werun });
  // @ts-expect-error a route that the contract does not have
  await callFunction('opendata', 'phone', {});
  // @ts-expect-error a function that the contract does not have
  await callFunction('share', 'weRun', {});
  // @ts-expect-error a CloudID cannot be told apart by hand
  const made: CloudID<WeRunData> = { cloudID: 'id' };
  // @ts-expect-error open data of one kind is not that of another
  const wrong: CloudID<WeRunData> = cloudID<{ phoneNumber: string }>('id');
  void [made, wrong];
}

/** An input that the contract would declare with a CloudID inside: that field can be given nothing. */
type Nested = WithoutCloudID<{ readonly name: string; readonly inner: { readonly id: CloudID<WeRunData> } }>;

// @ts-expect-error the inner field is never
export const nested: Nested = { name: 'nested', inner: { id: werun } };
