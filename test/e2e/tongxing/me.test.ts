import { eventually, Person } from '../person';
import { control, somebodyNew, type Scene } from '../stage';

const ME = 'packages/me/index';
const GIVE = '.me__phone';
const AVATAR = '.me__row--button';
const REPLACE = '.me__replace';

let scene: Scene;
let person: Person;
/** Of people before. */
let olderFiles: readonly string[];

beforeEach(async () => {
  scene = await somebodyNew();
  await scene.control.phones.restart(scene.phone.id, { path: ME });
  olderFiles = await scene.control.database.files();
  person = await Person.withPhone();
  await person.isAt(ME);
});

afterEach(async () => {
  await scene.control.app.declare({ phoneQuota: 1000, phoneBlocked: false, subject: 'company' });
  await scene.control.faults.clear();
  person.leave();
  const { exceptions } = await scene.control.phones.records(scene.phone.id);
  expect(exceptions).toEqual([]);
});

/** WeChat's button is there once it is known that no number is kept; it says that the tap agrees to the guideline too. */
async function give(): Promise<void> {
  await person.sees('轻触即表示你同意用户隐私保护指引');
  await person.tap(GIVE);
}

/** What is stored about this person, anywhere: documents that name them, and their files. */
async function kept(): Promise<readonly string[]> {
  const { database } = scene.control;
  const documents = await Promise.all((await database.collections()).map((name) => database.documents(name)));
  const theirs = documents.flat().map((document) => JSON.stringify(document));
  return [...theirs.filter((text) => text.includes(scene.openid)), ...(await files())];
}
const files = async () => (await scene.control.database.files()).filter((path) => !olderFiles.includes(path));
const billed = async () => (await scene.control.app.phoneBilling()).used;
const masked = async () => {
  const user = (await scene.control.users.list()).find(({ openid }) => openid === scene.openid);
  return user?.phoneNumbers.map(({ phoneNumber }) => `${phoneNumber.slice(0, 3)}****${phoneNumber.slice(-4)}`) ?? [];
};

it('keeps a number that is given, shows it masked, and does not pay for it twice', async () => {
  const before = await billed();
  await give();
  await person.allow();
  await person.sees((await masked())[0] ?? 'no number');
  expect(await billed()).toBe(before + 1);
  const calls = JSON.stringify(await control().functions.calls());
  expect(calls).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);

  await scene.control.phones.restart(scene.phone.id, { path: ME });
  await person.sees((await masked())[0] ?? 'no number');
  expect(await billed()).toBe(before + 1);
});

it('says that it was refused, and takes another tap', async () => {
  await give();
  await person.refuse();
  await person.sees('你没有允许使用手机号');
  await person.tap(GIVE);
  await person.allow();
  await person.sees((await masked())[0] ?? 'no number');
});

it.each([
  [{ phoneQuota: 0 }, '手机号验证的次数用完了'],
  [{ phoneBlocked: true }, '微信暂时限制了你使用手机号验证'],
  [{ subject: 'personal' }, '这个小程序还不能使用手机号验证'],
] as const)('%j: says so, and what to do', async (declaration, sentence) => {
  await scene.control.app.declare(declaration);
  await give();
  await person.sees(sentence);
  expect(await kept()).not.toContainEqual(expect.stringContaining('purePhoneNumber'));
});

it('replaces a number by another one', async () => {
  const another = { phoneNumber: '13900139000', purePhoneNumber: '13900139000', countryCode: '86' };
  await give();
  await person.allow();
  await person.sees((await masked())[0] ?? 'no number');
  await scene.control.users.update(scene.openid, { phoneNumbers: [another] });
  await person.tap(REPLACE);
  await person.allow();
  await person.sees('139****9000');
});

it('asks for the guideline before an avatar; who refused can agree later', async () => {
  await person.tap(AVATAR);
  await person.tap('.privacy-sheet__refuse');
  await person.sees('需要先同意隐私保护指引');
  await scene.control.clock.advance(11_000);
  await person.tap('.error-note__action');
  await person.tap('.privacy-sheet__agree');
  await eventually(
    async () => (await scene.control.consents.get(scene.openid)).privacy.needAuthorization === false || undefined,
    'the consent',
  );
  await person.tap(AVATAR);
  await person.allow();
  await person.sees('审核中');
});

it('takes an avatar away that WeChat refuses', async () => {
  await scene.control.consents.answerPrivacy(scene.openid, true);
  await person.tap(AVATAR);
  await person.allow();
  await person.sees('审核中');
  const [check] = (await scene.control.contentChecks.list()).filter(({ openid }) => openid === scene.openid);
  await scene.control.contentChecks.deliver(check?.traceId, 'risky');
  await scene.control.phones.restart(scene.phone.id, { path: ME });
  await person.sees('头像和昵称没有保存');
  expect(await files()).toEqual([]);
});

it('keeps a nickname, and says which one WeChat refuses', async () => {
  await scene.control.consents.answerPrivacy(scene.openid, true);
  await person.type('.me__input', '早起的人');
  await person.tap('.me__title');
  await person.sees('已保存，同行的人看得到');
  await person.type('.me__input', '线上赌博');
  await person.tap('.me__title');
  await person.sees('内容没有通过微信的安全检查');
  expect((await kept()).join()).toContain('早起的人');
});

it('deletes everything', async () => {
  await give();
  await person.allow();
  await person.sees((await masked())[0] ?? 'no number');
  await person.tap(AVATAR);
  await person.allow();
  await person.sees('审核中');
  expect((await kept()).length).toBeGreaterThan(1);
  await eventually(async () => ((await scene.control.contentChecks.deliver()) > 0 ? true : undefined), 'a check');
  await scene.control.phones.restart(scene.phone.id, { path: ME });
  await person.sees('已保存，同行的人看得到');

  await person.tap('.me__forget');
  await person.confirm();
  await person.sees('使用微信手机号');
  expect(await kept()).toEqual([]);
});
