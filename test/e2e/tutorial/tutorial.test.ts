/** A project written by hand as WeChat's tutorials write (test/fixtures/tutorial), by the same person, on the same phone. */
import { Person } from '../person';
import { control, somebodyNew, type Scene } from '../stage';

let scene: Scene;
let person: Person;

beforeEach(async () => {
  scene = await somebodyNew();
  person = await Person.withPhone();
});

afterEach(async () => {
  person.leave();
  expect((await scene.control.phones.records(scene.phone.id)).exceptions).toEqual([]);
});

it('renders lists and templates, and follows taps with setData', async () => {
  await person.sees('Hello 1001');
  await person.sees('还剩 1 项');
  await person.tap('.item');
  await person.sees('还剩 2 项');
});

it('submits a form with what was typed', async () => {
  await person.type('.new-todo', '吃饭');
  await person.tap('.add');
  await person.sees('3. 吃饭');
});

it('bubbles bindtap and stops at catchtap', async () => {
  await person.tap('.bubbles');
  expect(await person.reads('.taps', '内外')).toBe('内外');
  await person.tap('.caught');
  expect(await person.reads('.taps', '内外内')).toBe('内外内');
});

it('calls an unbundled cloud function through its own wx-server-sdk', async () => {
  await person.tap('button.openid');
  expect(await person.reads('.openid-text', scene.openid)).toBe(scene.openid);
  const [call] = (await control().functions.calls()).filter(({ openid }) => openid === scene.openid);
  expect(call?.console.map(({ text }) => text).join()).toContain(scene.openid);
});

it('shows the steps by a CloudID at the top level, and the plain text of a nested one arrives', async () => {
  await person.tap('.to-steps');
  await person.isAt('pages/steps/steps');
  await person.tap('.get');
  await person.allow();
  await person.allow();
  await person.sees(/今天 \d+ 步/);
  expect(await person.count('.day')).toBe(31);
  const call = (await control().functions.calls()).filter(({ openid }) => openid === scene.openid).pop();
  expect(call?.result).toMatchObject({ nestedIs: 'string' });
});

it('goes through an event channel to a page and back', async () => {
  await person.tap('.to-detail');
  await person.sees('好吗');
  await person.tap('button.answer');
  await person.isAt('pages/index/index');
  await person.sees('很好');
});
