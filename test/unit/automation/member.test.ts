/** What a member gives of themselves: phone number, avatar, nickname, answered by `native()`. */
import { atPage, find, pageOf, reads, textOf, tutorial, type Page } from './phone';
import { eventually } from '../../eventually';

const world = tutorial();
const tap = async (on: Page, selector: string) => (await find(on, selector)).tap();

async function mine(): Promise<Page> {
  await tap(await pageOf(world().miniProgram), '.to-mine');
  return atPage(world().miniProgram, 'pages/mine/mine');
}

const agreed = async () => {
  const { emulator, openid } = world();
  await emulator.platform.answerPrivacy(openid, true);
};

describe('the phone number button', () => {
  it('gives a code and a CloudID, which a function turns into the same number', async () => {
    const { miniProgram, emulator, openid } = world();
    await agreed();
    const page = await mine();
    const { used } = emulator.platform.phoneBilling;
    await tap(page, '.phone');
    await miniProgram.native().authorizeAllow();
    const [number] = emulator.platform.user(openid).phoneNumbers;
    await reads(page, '.number', `+86 ${String(number?.purePhoneNumber)}`);
    expect(emulator.platform.phoneBilling.used).toBe(used + 1);
  });

  it('tells a refusal, which costs nothing', async () => {
    const { miniProgram, emulator } = world();
    await agreed();
    const page = await mine();
    const { used } = emulator.platform.phoneBilling;
    await tap(page, '.phone');
    await miniProgram.native().authorizeCancel();
    await reads(page, '.message', 'getPhoneNumber:fail user deny');
    expect(emulator.platform.phoneBilling.used).toBe(used);
  });

  it('asks for privacy first, unless its own tap agrees', async () => {
    const { miniProgram, emulator, openid } = world();
    const page = await mine();
    await tap(page, '.phone');
    await miniProgram.native().authorizeCancel();
    await reads(page, '.message', 'getPhoneNumber:fail privacy permission is not authorized 104');
    await tap(page, '.agree');
    await miniProgram.native().authorizeAllow();
    await reads(page, '.message', 'getPhoneNumber:ok');
    expect(emulator.platform.getPrivacySetting(openid).needAuthorization).toBe(false);
  });

  it('of the realtime kind gives a code alone', async () => {
    const { miniProgram } = world();
    await agreed();
    const page = await mine();
    await tap(page, '.realtime');
    await miniProgram.native().authorizeAllow();
    await reads(page, '.message', 'getRealtimePhoneNumber:ok');
    expect(await textOf(page, '.number')).toMatch(/^\+86 1\d{10}$|^$/);
  });

  it('says 1400001 where no call is left, and the half sheet is closed like any other', async () => {
    const { miniProgram, emulator } = world();
    await agreed();
    await emulator.platform.declare({ phoneQuota: 0 });
    try {
      const page = await mine();
      await tap(page, '.phone');
      await eventually(
        async () => ((await textOf(page, '.message')).endsWith(' 1400001') ? true : undefined),
        'errno 1400001',
      );
      await miniProgram.native().authorizeAllow();
    } finally {
      await emulator.platform.declare({ phoneQuota: 1000 });
    }
  });
});

describe('an avatar', () => {
  it('is the WeChat one, and goes up to cloud storage', async () => {
    const { miniProgram, emulator } = world();
    await agreed();
    const page = await mine();
    await tap(page, '.avatar-wrapper');
    await miniProgram.native().authorizeAllow();
    await find(page, '.uploaded');
    expect(await page.data('avatarUrl')).toMatch(/^http:\/\/tmp\/\w+\.png$/);
    const path = String(await page.data('fileID')).replace(/^cloud:\/\/[^/]+\//, '');
    expect(await emulator.cloud.files.list()).toContain(path);
  });

  it('that was not chosen changes nothing', async () => {
    const { miniProgram } = world();
    await agreed();
    const page = await mine();
    await tap(page, '.avatar-wrapper');
    await miniProgram.native().authorizeCancel();
    expect(await page.data('avatarUrl')).toBe('');
  });
});

describe('a nickname', () => {
  const type = async (page: Page, text: string) =>
    ((await find(page, '.nickname')) as unknown as { input(value: string): Promise<void> }).input(text);

  it('is typed, looked at when the field is left, and saved', async () => {
    await agreed();
    const page = await mine();
    await type(page, '早起的人');
    await tap(page, '.save');
    await reads(page, '.saved', '早起的人');
    await eventually(async () => ((await page.data('review')) as object | null) ?? undefined, 'the review');
    expect(await page.data('review')).toEqual({ pass: true, timeout: false });
  });

  it('that WeChat refuses is gone when the field is left', async () => {
    await agreed();
    const page = await mine();
    await type(page, '赌博');
    await tap(page, '.phone');
    await eventually(async () => ((await page.data('review')) as object | null) ?? undefined, 'the review');
    expect(await page.data('review')).toEqual({ pass: false, timeout: false });
    expect(await (await find(page, '.nickname')).value()).toBe('');
  });
});
