import { Person } from '../person';
import { control, somebodyNew, type Scene } from '../stage';

const HOME = 'pages/home/index';
const WAY_IN = '.notice__action';
const AGREE = '.privacy-sheet__agree';
const TODAY = '.step-count__number';

let scene: Scene;
let person: Person;

beforeEach(async () => {
  scene = await somebodyNew();
  person = await Person.withPhone();
});

afterEach(async () => {
  person.leave();
  const { exceptions } = await scene.control.phones.records(scene.phone.id);
  expect(exceptions).toEqual([]);
});

/** What the platform says that the person walked on the clock's day. */
async function stepsToday(): Promise<string> {
  const { now } = await scene.control.clock.get();
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  const user = (await scene.control.users.list()).find(({ openid }) => openid === scene.openid);
  return (user?.steps[day] ?? NaN).toLocaleString('en');
}

const calls = async () => (await control().functions.calls()).filter(({ openid }) => openid === scene.openid);

async function agreeToEverything(): Promise<void> {
  await person.tap(AGREE);
  await person.allow();
}

it('asks nothing before a tap', async () => {
  await person.sees('查看我的步数');
  const { scopes, privacy } = await scene.control.consents.get(scene.openid);
  expect(scopes).toEqual({});
  expect(privacy.needAuthorization).toBe(true);
});

it('shows 31 days after a tap and two consents, and has kept them', async () => {
  await person.tap(WAY_IN);
  await agreeToEverything();
  expect(await person.read(TODAY)).toBe(await stepsToday());
  expect(await person.count('.bar')).toBe(31);
  expect((await scene.control.consents.get(scene.openid)).scopes).toEqual({ 'scope.werun': true });

  const kept = (await scene.control.database.documents('steps')) as { _id: string; days: Record<string, number> }[];
  expect(Object.keys(kept.find(({ _id }) => _id === scene.openid)?.days ?? {})).toHaveLength(31);
});

it('reads a day out when its bar is tapped', async () => {
  await person.tap(WAY_IN);
  await agreeToEverything();
  const { now } = await scene.control.clock.get();
  const date = new Date(now + 8 * 3_600_000 - 10 * 86_400_000);
  await person.tap(`#day-${date.toISOString().slice(0, 10)}`);
  await person.sees(`${date.getUTCMonth() + 1}月${date.getUTCDate()}日 周`);
});

it('has a way back for who refused: the settings page, and then the chart', async () => {
  await person.tap(WAY_IN);
  await person.tap(AGREE);
  await person.refuse();
  await person.sees('你没有允许使用微信运动步数');

  await person.tap(WAY_IN);
  await person.isAt('wechat/setting');
  await person.tap('switch');
  await person.goBack();
  await person.isAt(HOME);
  expect(await person.read(TODAY)).toBe(await stepsToday());
});

it('explains a refused privacy guideline and asks again on a tap', async () => {
  await person.tap(WAY_IN);
  await person.tap('.privacy-sheet__refuse');
  await person.sees('需要先同意隐私保护指引');
  await person.tap(WAY_IN);
  await agreeToEverything();
  expect(await person.read(TODAY)).toBe(await stepsToday());
});

it('heals a CloudID that expired on the way, unseen', async () => {
  await scene.control.faults.ageCloudIDs(6 * 60_000);
  await person.tap(WAY_IN);
  await agreeToEverything();
  expect(await person.read(TODAY)).toBe(await stepsToday());

  const answers = (await calls())
    .filter(({ event }) => (event as { $url: string }).$url === 'weRun')
    .map(({ result }) => result);
  expect(answers).toEqual([
    { ok: false, error: expect.objectContaining({ code: 'cloudid-expired' }) as unknown },
    { ok: true, data: expect.anything() as unknown },
  ]);
});

it('says so when a function is killed, and recovers on a tap', async () => {
  await scene.control.faults.killFunction('opendata');
  await scene.control.faults.killFunction('opendata');
  await person.tap(WAY_IN);
  await agreeToEverything();
  await person.sees('再试一次');
  await scene.control.faults.clear();
  await person.tap(WAY_IN);
  expect(await person.read(TODAY)).toBe(await stepsToday());
});

it('says so without a network, and recovers on a tap', async () => {
  await scene.control.phones.network(scene.phone.id, false);
  await person.tap(WAY_IN);
  await person.sees('网络好像断开了');
  await scene.control.phones.network(scene.phone.id, true);
  await person.tap(WAY_IN);
  await agreeToEverything();
  expect(await person.read(TODAY)).toBe(await stepsToday());
});

it('says so on a phone without WeRun', async () => {
  await scene.control.users.update(scene.openid, { weRun: 'unsupported' });
  await person.tap(WAY_IN);
  await agreeToEverything();
  await person.sees('不支持微信运动');
});

it('shows what was kept at the next start, without a tap', async () => {
  await person.tap(WAY_IN);
  await agreeToEverything();
  await person.find(TODAY);
  const before = (await calls()).length;
  person.leave();
  await scene.control.phones.restart(scene.phone.id);
  person = await Person.withPhone();
  expect(await person.read(TODAY)).toBe(await stepsToday());
  expect((await calls()).slice(before).map(({ event }) => (event as { $url: string }).$url)).toEqual(['steps']);
});
