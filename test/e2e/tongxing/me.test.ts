import { onLocalWeChat } from '../stage';
import { eventually } from '../../eventually';

const ME = 'packages/me/index';
const PHONE = '.me__phone';
/** What the button says once it is known that no number is kept. */
const READY = '使用微信手机号';
const MASKED = /1\d{2}\*{4}\d{4}/;
const app = { phoneQuota: 1000, phoneBlocked: false, subject: 'company' } as const;

onLocalWeChat('the page of somebody new', (here) => {
  beforeEach(async () => {
    await here().control.app.declare(app);
    await here().person.tap('.home__me');
    await here().person.isAt(ME);
    await here().person.sees(READY);
  });

  afterEach(async () => {
    await here().control.app.declare(app);
  });

  const used = async () => (await here().control.app.phoneBilling()).used;

  /** What is kept of this person, in any collection. */
  async function kept(): Promise<string[]> {
    const { database } = here().control;
    const all = await Promise.all(
      (await database.collections()).map(async (name) => ({ name, documents: await database.documents(name) })),
    );
    return all.filter(({ documents }) => JSON.stringify(documents).includes(here().openid)).map(({ name }) => name);
  }

  async function giveNumber(): Promise<void> {
    await here().person.tap(PHONE);
    await here().person.allow();
    await here().person.sees(MASKED);
  }

  it('one tap agrees to the guideline and gives the number, which is kept in full and shown masked', async () => {
    await here().person.sees('轻触即表示你同意用户隐私保护指引');
    const before = await used();
    await giveNumber();
    expect(await used()).toBe(before + 1);
    expect((await here().control.consents.get(here().openid)).privacy.needAuthorization).toBe(false);
    const user = (await here().control.users.list()).find(({ openid }) => openid === here().openid);
    const documents = JSON.stringify(await here().control.database.documents('phones'));
    expect(documents).toContain(user?.phoneNumbers[0]?.purePhoneNumber);
  });

  it('a number is masked in the log of calls', async () => {
    await giveNumber();
    const user = (await here().control.users.list()).find(({ openid }) => openid === here().openid);
    const calls = JSON.stringify(await here().calls());
    expect(calls).toMatch(MASKED);
    expect(calls).not.toContain(user?.phoneNumbers[0]?.purePhoneNumber);
  });

  it('a number that is kept is neither asked for nor paid for again', async () => {
    await giveNumber();
    const before = await used();
    await here().restart();
    await here().person.tap('.home__me');
    await here().person.sees(MASKED);
    expect(await used()).toBe(before);
  });

  it('a refusal costs nothing, and the next tap works', async () => {
    const before = await used();
    await here().person.tap(PHONE);
    await here().person.refuse();
    await here().person.sees('你没有允许使用手机号');
    expect(await used()).toBe(before);
    await giveNumber();
  });

  it('without quota the page says what else one can do', async () => {
    await here().control.app.declare({ phoneQuota: 0 });
    await here().person.tap(PHONE);
    await here().person.allow();
    await here().person.sees('手机号验证的次数用完了');
  });

  it('a blocked number and a personal subject are told apart', async () => {
    await here().control.app.declare({ phoneBlocked: true });
    await here().person.tap(PHONE);
    await here().person.sees('微信暂时限制了你使用手机号验证');
    await here().control.app.declare({ phoneBlocked: false, subject: 'personal' });
    await here().restart();
    await here().person.tap('.home__me');
    await here().person.sees(READY);
    await here().person.tap(PHONE);
    await here().person.sees('这个小程序还不能使用手机号验证');
  });

  it('a refused privacy guideline is asked for again at once, although WeChat is silent for ten seconds', async () => {
    await here().person.tap('.me__row--button');
    await here().person.tap('.privacy-sheet__refuse');
    await here().person.sees('需要先同意隐私保护指引');
    await here().person.tap('.error-note__action');
    await here().person.tap('.privacy-sheet__agree');
    await here().person.tap('.me__row--button');
    await here().person.allow();
    await here().person.sees('审核中');
  });

  it('another number takes the place of the first', async () => {
    const { openid, control } = here();
    await giveNumber();
    const number = { phoneNumber: '13900139111', purePhoneNumber: '13900139111', countryCode: '86' };
    await control.users.update(openid, { phoneNumbers: [number] });
    await here().person.tap('.me__replace');
    await here().person.allow();
    await here().person.sees('139****9111');
  });

  it('a nickname passes the content check, or is told that it did not', async () => {
    await giveNumber();
    await here().person.type('.me__input', '赌博');
    await here().person.tap('.me__title');
    await here().person.sees('内容没有通过微信的安全检查');
    await here().person.type('.me__input', '老王');
    await here().person.tap('.me__title');
    await eventually(
      async () =>
        JSON.stringify(await here().control.database.documents('profiles')).includes('老王') ? true : undefined,
      'the nickname in the database',
    );
  });

  it('deletes everything: nothing is left in any collection, nor in the storage', async () => {
    await giveNumber();
    await here().person.tap('.me__row--button');
    await here().person.allow();
    await here().person.sees('审核中');
    await here().person.type('.me__input', '老王');
    await here().person.goBack();
    await here().person.tap('.notice__action');
    await here().person.allow();
    await here().person.find('.step-count__number');
    expect((await kept()).sort()).toEqual(expect.arrayContaining(['phones', 'profiles', 'steps']));
    const files = await here().control.database.files();

    await here().person.tap('.home__me');
    await here().person.sees('31 天');
    await here().person.tap('.me__forget');
    await here().person.confirm();
    await here().person.sees(/没有保存.*没有保存.*没有保存/s);
    expect(await kept()).toEqual([]);
    expect(await here().control.database.files()).toHaveLength(files.length - 1);

    await here().person.goBack();
    await here().person.sees('查看我的步数');
  });
});
