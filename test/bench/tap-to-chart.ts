/** What the way from the first tap to the chart costs: calls, setData. The phone without a browser counts both. */
import { connectControl } from '../emulator/control/client';
import type { Emulator } from '../emulator/server/emulator';
import { Person } from '../e2e/person';
import type { Row } from './row';

export async function tapToChart(emulator: Emulator): Promise<Row[]> {
  const control = connectControl(emulator.url);
  const phone = await control.phones.open({ host: 'node', openid: (await control.users.create({})).openid });
  const person = await Person.withPhone(phone.automator);
  await person.sees('查看我的步数');
  await control.phones.clearRecords(phone.id);
  const before = (await control.functions.calls()).length;
  await person.tap('.notice__action');
  await person.allow();
  await person.allow();
  await person.find('.step-count__number');
  const calls = (await control.functions.calls()).length - before;
  const { setData } = await control.phones.records(phone.id);
  person.leave();
  await control.phones.close(phone.id);
  return [
    { what: 'tap to chart, calls of functions', measured: `${calls}`, reference: 'bound 1', value: calls, bound: 1 },
    {
      what: 'tap to chart, setData',
      measured: `${setData.count} times, ${setData.bytes.toLocaleString('en')} B (largest ${setData.largest.toLocaleString('en')} B)`,
      reference: "WeChat's audit: 256 KB each",
      value: setData.largest,
      bound: 256 * 1024,
    },
  ];
}
