/** What the way from the first tap to the chart costs: calls, setData. The phone without a browser counts both. */
import { connectControl } from '../emulator/control/client';
import type { Emulator } from '../emulator/server/emulator';
import { Person } from '../e2e/person';
import { quiet } from './quiet';
import type { Row } from './row';

export async function tapToChart(emulator: Emulator): Promise<Row[]> {
  const control = connectControl(emulator.url);
  const { openid } = await control.users.create({});
  const phone = await control.phones.open({ host: 'node', openid });
  const calls = async () => (await control.functions.calls()).filter((call) => call.openid === openid);
  const person = await Person.withPhone(phone.automator);
  // The page asks for what is kept when it opens; the tap comes after that.
  await person.sees('查看我的步数');
  await quiet(control);
  const before = (await calls()).length;
  await control.phones.clearRecords(phone.id);
  await person.tap('.notice__action');
  await person.tap('.privacy-sheet__agree');
  await person.allow();
  await person.find('.step-count__number');
  const made = (await calls()).length - before;
  const { setData } = await control.phones.records(phone.id);
  person.leave();
  await control.phones.close(phone.id);
  return [
    { what: 'tap to chart, calls of functions', measured: `${made}`, reference: 'bound 1', value: made, bound: 1 },
    {
      what: 'tap to chart, setData',
      measured: `${setData.count} times, ${setData.bytes.toLocaleString('en')} B (largest ${setData.largest.toLocaleString('en')} B)`,
      reference: "WeChat's audit: 256 KB each",
      value: setData.largest,
      bound: 256 * 1024,
    },
  ];
}
