import { eventually } from '../person';
import { onLocalWeChat } from '../stage';

const ME = 'packages/me/index';
const BUTTON = '.me__phone';
const MASKED = /\d{3}\*{4}\d{4}/;

onLocalWeChat('the phone number of somebody new', (here) => {
  const toMe = async (): Promise<void> => {
    await here().person.tap('.home__me');
    await here().person.isAt(ME);
    await here().person.find('.me__forget');
  };
  const used = async () => (await here().control.app.phoneBilling()).used;
  const number = async () =>
    (await here().control.users.list()).find(({ openid }) => openid === here().openid)?.phoneNumbers[0]
      ?.purePhoneNumber ?? 'no number';
  /** Everything that is kept about this person, in every collection, as text. */
  const kept = async (): Promise<string> => {
    const { database } = here().control;
    const all = await Promise.all((await database.collections()).map((name) => database.documents(name)));
    return JSON.stringify(all.flat().filter((document) => JSON.stringify(document).includes(here().openid)));
  };

  afterEach(async () => {
    await here().control.app.declare({ phoneQuota: 1000, phoneBlocked: false, subject: 'company' });
  });

  it('is given by a tap that also agrees to the guideline, shown masked, and paid for once', async () => {
    const before = await used();
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees(MASKED);
    expect(await used()).toBe(before + 1);
    expect(await here().person.count(BUTTON)).toBe(0);
    const calls = JSON.stringify(await here().calls());
    expect(calls).toMatch(MASKED);
    expect(calls).not.toContain(await number());
  });

  it('is not asked for again at the next start', async () => {
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees(MASKED);
    const before = await used();
    await here().restart();
    await toMe();
    await here().person.sees(MASKED);
    expect(await used()).toBe(before);
  });

  it('can be refused, and given after all', async () => {
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.refuse();
    await here().person.sees('没有');
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees(MASKED);
  });

  it('cannot be had without quota, and the way on is said', async () => {
    await here().control.app.declare({ phoneQuota: 0 });
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees('次数');
    expect(await kept()).not.toContain(await number());
  });

  it('can be replaced', async () => {
    await here().control.users.update(here().openid, {
      phoneNumbers: [
        { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' },
        { phoneNumber: '13900139001', purePhoneNumber: '13900139001', countryCode: '86' },
      ],
    });
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees('138****8000');
    await here().control.users.update(here().openid, {
      phoneNumbers: [{ phoneNumber: '13900139001', purePhoneNumber: '13900139001', countryCode: '86' }],
    });
    await here().person.tap('.me__replace');
    await here().person.allow();
    await here().person.sees('139****9001');
  });

  it('and everything else is gone after 删除我的全部数据, from every collection and from the files', async () => {
    await here().person.tap('.notice__action');
    await here().person.tap('.privacy-sheet__agree');
    await here().person.allow();
    await here().person.find('.step-count__number');
    await toMe();
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees(MASKED);
    await here().person.tap('.me__row--button');
    await here().person.allow();
    await here().person.find('image.me__avatar');
    await here().person.type('.me__input', '早起的人');
    expect(await kept()).not.toBe('[]');

    await here().person.tap('.me__forget');
    await here().person.confirm();
    await eventually(async () => ((await kept()) === '[]' ? true : undefined), 'nothing left in any collection');
    const files = await here().control.database.files();
    expect(files.filter((path) => path.startsWith('avatars/'))).toEqual([]);
    await here().person.sees('使用微信手机号');
  });
});

onLocalWeChat('privacy, refused and then agreed to', (here) => {
  it('lets the button ask with its own tap', async () => {
    await here().person.tap('.notice__action');
    await here().person.tap('.privacy-sheet__refuse');
    await here().person.sees('需要先同意隐私保护指引');
    await here().person.tap('.home__me');
    await here().person.tap(BUTTON);
    await here().person.allow();
    await here().person.sees(MASKED);
    expect((await here().control.consents.get(here().openid)).privacy.needAuthorization).toBe(false);
  });
});
