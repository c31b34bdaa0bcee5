/**
 * What only the local WeChat can do for a test: a person nobody has met, a phone in their hand, the clock, faults.
 * Tests that use it are left out, by name, in DevTools.
 */
import { connectControl } from '../emulator/control/client';
import type { CallRecord } from '../emulator/cloud/types';
import type { Control, PhoneInfo } from '../emulator/control/types';
import { Person } from './person';

/** Somebody new with the first phone, in a test that is running. */
export interface Stage {
  readonly control: Control;
  readonly phone: PhoneInfo;
  readonly openid: string;
  person: Person;
  /** This person's calls of functions so far, oldest first. */
  calls(): Promise<readonly CallRecord[]>;
  /** A cold start of the mini program. */
  restart(): Promise<void>;
}

/**
 * Tests for which somebody nobody has met opens the mini program for the first time. No exception of the mini program
 * may be left at the end. Skipped where EMULATOR_URL is not set: not the local WeChat.
 */
export function onLocalWeChat(title: string, tests: (here: () => Stage) => void): void {
  const url = process.env.EMULATOR_URL;
  if (url === undefined) {
    describe.skip(`${title} (needs the local WeChat: npm run emulator:exec -- -- npm run e2e)`, () => tests(noStage));
    return;
  }
  describe(title, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await somebodyNew(connectControl(url));
    });
    afterEach(async () => {
      stage.person.leave();
      expect((await stage.control.phones.records(stage.phone.id)).exceptions).toEqual([]);
    });
    tests(() => stage);
  });
}

function noStage(): Stage {
  throw new Error('EMULATOR_URL is not set');
}

async function somebodyNew(control: Control): Promise<Stage> {
  const [phone] = await control.phones.list();
  if (phone === undefined) throw new Error('the local WeChat has no phone');
  await control.clock.reset();
  await control.faults.clear();
  const { openid } = await control.users.create({});
  await control.phones.network(phone.id, true);
  await control.phones.switchUser(phone.id, openid);
  await control.phones.clearRecords(phone.id);
  const calls = async () => (await control.functions.calls()).filter((call) => call.openid === openid);
  const stage: Stage = {
    control,
    phone,
    openid,
    person: await Person.withPhone(),
    calls,
    async restart() {
      stage.person.leave();
      await control.phones.restart(phone.id);
      stage.person = await Person.withPhone();
    },
  };
  return stage;
}
