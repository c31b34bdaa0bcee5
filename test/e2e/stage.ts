/**
 * What only the local WeChat can do for a test: a person nobody has met, a phone in their hand, the clock, faults.
 * Tests that use it are left out, by name, in DevTools.
 */
import { connectControl } from '../emulator/control/client';
import type { CallRecord } from '../emulator/cloud/types';
import type { Control, PhoneInfo } from '../emulator/control/types';
import { Person } from './person';
import { eventually } from '../eventually';

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
  /** Somebody else nobody has met, with a phone of their own, until the test ends. */
  another(): Promise<Companion>;
}

export interface Companion {
  readonly openid: string;
  readonly phone: PhoneInfo;
  readonly person: Person;
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
    const companions: Companion[] = [];
    beforeEach(async () => {
      stage = await somebodyNew(connectControl(url), companions);
    });
    afterEach(async () => {
      stage.person.leave();
      const phones = [stage.phone, ...companions.map(({ phone }) => phone)];
      const records = await Promise.all(phones.map(({ id }) => stage.control.phones.records(id)));
      for (const { person, phone } of companions.splice(0)) {
        person.leave();
        await stage.control.phones.close(phone.id);
      }
      expect(records.flatMap(({ exceptions }) => exceptions)).toEqual([]);
    });
    tests(() => stage);
  });
}

function noStage(): Stage {
  throw new Error('EMULATOR_URL is not set');
}

async function somebodyNew(control: Control, companions: Companion[]): Promise<Stage> {
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
    async another() {
      const { openid: other } = await control.users.create({});
      const { id } = await control.phones.open({ openid: other, host: phone.host });
      const theirs = await eventually(async () => {
        const open = (await control.phones.list()).find((one) => one.id === id);
        return open?.ready ? open : undefined;
      }, 'the first page of a second phone');
      const companion = { openid: other, phone: theirs, person: await Person.withPhone(theirs.automator) };
      companions.push(companion);
      return companion;
    },
  };
  return stage;
}
