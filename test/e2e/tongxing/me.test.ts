import { eventually, Person } from '../person';
import { somebodyNew, type Scene } from '../stage';

const ME = 'packages/me/index';
const PHONE = '.me__phone';
/** What the button says once it is known that no number is kept. */
const READY = '使用微信手机号';
const MASKED = /1\d{2}\*{4}\d{4}/;
const app = { phoneQuota: 1000, phoneBlocked: false, subject: 'company' } as const;

let scene: Scene;
let person: Person;

beforeEach(async () => {
  scene = await somebodyNew();
  await scene.control.app.declare(app);
  person = await Person.withPhone();
  await person.tap('.home__me');
  await person.isAt(ME);
  await person.sees(READY);
});

afterEach(async () => {
  person.leave();
  await scene.control.app.declare(app);
  const { exceptions } = await scene.control.phones.records(scene.phone.id);
  expect(exceptions).toEqual([]);
});

const used = async () => (await scene.control.app.phoneBilling()).used;

/** What is kept of this person, in any collection. */
async function kept(): Promise<string[]> {
  const { database } = scene.control;
  const all = await Promise.all(
    (await database.collections()).map(async (name) => ({ name, documents: await database.documents(name) })),
  );
  return all.filter(({ documents }) => JSON.stringify(documents).includes(scene.openid)).map(({ name }) => name);
}

async function giveNumber(): Promise<void> {
  await person.tap(PHONE);
  await person.allow();
  await person.sees(MASKED);
}

it('one tap agrees to the guideline and gives the number, which is kept in full and shown masked', async () => {
  await person.sees('轻触即表示你同意用户隐私保护指引');
  const before = await used();
  await giveNumber();
  expect(await used()).toBe(before + 1);
  expect((await scene.control.consents.get(scene.openid)).privacy.needAuthorization).toBe(false);
  const user = (await scene.control.users.list()).find(({ openid }) => openid === scene.openid);
  const documents = JSON.stringify(await scene.control.database.documents('phones'));
  expect(documents).toContain(user?.phoneNumbers[0]?.purePhoneNumber);
});

it('a number that is kept is neither asked for nor paid for again', async () => {
  await giveNumber();
  const before = await used();
  await scene.control.phones.restart(scene.phone.id);
  await person.tap('.home__me');
  await person.sees(MASKED);
  expect(await used()).toBe(before);
});

it('a refusal costs nothing, and the next tap works', async () => {
  const before = await used();
  await person.tap(PHONE);
  await person.refuse();
  await person.sees('你没有允许使用手机号');
  expect(await used()).toBe(before);
  await giveNumber();
});

it('without quota the page says what else one can do', async () => {
  await scene.control.app.declare({ phoneQuota: 0 });
  await person.tap(PHONE);
  await person.allow();
  await person.sees('手机号验证的次数用完了');
});

it('a blocked number and a personal subject are told apart', async () => {
  await scene.control.app.declare({ phoneBlocked: true });
  await person.tap(PHONE);
  await person.sees('微信暂时限制了你使用手机号验证');
  await scene.control.app.declare({ phoneBlocked: false, subject: 'personal' });
  await scene.control.phones.restart(scene.phone.id);
  await person.tap('.home__me');
  await person.sees(READY);
  await person.tap(PHONE);
  await person.sees('这个小程序还不能使用手机号验证');
});

it('a refused privacy guideline is asked for again at once, although WeChat is silent for ten seconds', async () => {
  await person.tap('.me__row--button');
  await person.tap('.privacy-sheet__refuse');
  await person.sees('需要先同意隐私保护指引');
  await person.tap('.error-note__action');
  await person.tap('.privacy-sheet__agree');
  await person.tap('.me__row--button');
  await person.allow();
  await person.sees('审核中');
});

it('another number takes the place of the first', async () => {
  const { openid, control } = scene;
  await giveNumber();
  const number = { phoneNumber: '13900139111', purePhoneNumber: '13900139111', countryCode: '86' };
  await control.users.update(openid, { phoneNumbers: [number] });
  await person.tap('.me__replace');
  await person.allow();
  await person.sees('139****9111');
});

it('a nickname passes the content check, or is told that it did not', async () => {
  await giveNumber();
  await person.type('.me__input', '赌博');
  await person.tap('.me__title');
  await person.sees('内容没有通过微信的安全检查');
  await person.type('.me__input', '老王');
  await person.tap('.me__title');
  await eventually(
    async () =>
      JSON.stringify(await scene.control.database.documents('profiles')).includes('老王') ? true : undefined,
    'the nickname in the database',
  );
});

it('deletes everything: nothing is left in any collection, nor in the storage', async () => {
  await giveNumber();
  await person.tap('.me__row--button');
  await person.allow();
  await person.sees('审核中');
  await person.type('.me__input', '老王');
  await person.goBack();
  await person.tap('.notice__action');
  await person.allow();
  await person.find('.step-count__number');
  expect((await kept()).sort()).toEqual(expect.arrayContaining(['phones', 'profiles', 'steps']));
  const files = await scene.control.database.files();

  await person.tap('.home__me');
  await person.sees('31 天');
  await person.tap('.me__forget');
  await person.confirm();
  await person.sees(/没有保存.*没有保存.*没有保存/s);
  expect(await kept()).toEqual([]);
  expect(await scene.control.database.files()).toHaveLength(files.length - 1);

  await person.goBack();
  await person.sees('查看我的步数');
});
