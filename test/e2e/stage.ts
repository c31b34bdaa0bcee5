/**
 * What only the local WeChat can do for a test: a person nobody has met, a phone in their hand, the clock, faults.
 * Tests that use it cannot run in DevTools.
 */
import { connectControl } from '../emulator/control/client';
import type { Control, PhoneInfo } from '../emulator/control/types';

export interface Scene {
  readonly control: Control;
  readonly phone: PhoneInfo;
  readonly openid: string;
}

export function control(): Control {
  const url = process.env.EMULATOR_URL;
  if (url === undefined) throw new Error('EMULATOR_URL is not set: run `npm run emulator:exec -- npm run e2e`');
  return connectControl(url);
}

/** Somebody new takes the first phone, and opens the mini program for the first time. */
export async function somebodyNew(): Promise<Scene> {
  const here = control();
  const [phone] = await here.phones.list();
  if (phone === undefined) throw new Error('the local WeChat has no phone');
  await here.clock.reset();
  await here.faults.clear();
  const { openid } = await here.users.create({});
  await here.phones.network(phone.id, true);
  await here.phones.switchUser(phone.id, openid);
  await here.phones.clearRecords(phone.id);
  return { control: here, phone, openid };
}
