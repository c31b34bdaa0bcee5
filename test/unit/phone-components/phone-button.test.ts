import type { PhoneOffer, PhoneRequests } from '../../emulator/phone/bridge';
import type { Dialog, DialogAnswer } from '../../emulator/phone/parts';
import { createWorld, render } from './wechat';

const NUMBERS = [
  { id: 'n1', masked: '138****8000' },
  { id: 'n2', masked: '139****9000' },
];
const GIVEN = { code: 'c0de', encryptedData: 'ZQ==', iv: 'aXY=', cloudID: '43_abc' };
const choose: PhoneOffer = { state: 'choose', numbers: NUMBERS };
const handlers = { numbered: null, agreed: null };

type Answers = { [M in keyof PhoneRequests]?: (params: PhoneRequests[M][0]) => PhoneRequests[M][1] };

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

function newButton(answers: Answers = {}, attributes = 'open-type="getPhoneNumber"', nativeAnswer?: unknown) {
  const world = createWorld(
    {
      access: () => ({ state: 'granted' }),
      answerPrivacy: () => ({}),
      phoneOffer: () => choose,
      givePhoneNumber: () => GIVEN,
      ...answers,
    },
    nativeAnswer,
  );
  const wxml = `<button id="b" ${attributes} bindgetphonenumber="numbered" bindgetrealtimephonenumber="numbered"
    bindagreeprivacyauthorization="agreed">x</button>`;
  const page = render(world, wxml, { handlers });
  const { native } = world.context;
  return {
    ...world,
    calls: page.calls,
    native,
    async tap() {
      page.tap('b');
      await later();
    },
    async answer(kind: Dialog['kind'], answer: DialogAnswer) {
      native.answer([kind], answer);
      await later();
    },
    asked: (method: string) => world.requests.filter((request) => request.method === method),
  };
}

describe('a phone number button', () => {
  test("shows the user's numbers, masked, and gives the code of the one that was chosen, with the old fields", async () => {
    const button = newButton();
    await button.tap();
    expect(button.native.dialogs).toEqual([{ kind: 'phone-number', numbers: NUMBERS }]);
    expect(button.asked('givePhoneNumber')).toEqual([]);
    await button.answer('phone-number', { accepted: true, numberId: 'n2' });
    expect(button.asked('givePhoneNumber')).toEqual([
      { method: 'givePhoneNumber', params: { api: 'getPhoneNumber', numberId: 'n2' } },
    ]);
    expect(button.calls).toEqual([['numbered', { errMsg: 'getPhoneNumber:ok', ...GIVEN }]]);
  });

  test('gives the first number where none was picked', async () => {
    const button = newButton();
    await button.tap();
    await button.answer('phone-number', { accepted: true });
    expect(button.asked('givePhoneNumber')).toMatchObject([{ params: { numberId: 'n1' } }]);
  });

  test('fires without a code, and costs nothing, when the user does not allow', async () => {
    const button = newButton();
    await button.tap();
    await button.answer('phone-number', { accepted: false });
    expect(button.calls).toEqual([['numbered', { errMsg: 'getPhoneNumber:fail user deny' }]]);
    expect(button.asked('givePhoneNumber')).toEqual([]);
  });

  test('tells the realtime event, which has the code alone', async () => {
    const button = newButton({ givePhoneNumber: () => ({ code: 'c0de' }) }, 'open-type="getRealtimePhoneNumber"');
    await button.tap();
    await button.answer('phone-number', { accepted: true });
    expect(button.asked('phoneOffer')).toMatchObject([{ params: { api: 'getRealtimePhoneNumber' } }]);
    expect(button.calls).toEqual([['numbered', { errMsg: 'getRealtimePhoneNumber:ok', code: 'c0de' }]]);
  });

  test('shows one sheet however often it is tapped', async () => {
    const button = newButton();
    await button.tap();
    await button.tap();
    expect(button.native.dialogs).toHaveLength(1);
    await button.answer('phone-number', { accepted: false });
    await button.tap();
    expect(button.native.dialogs).toHaveLength(1);
  });

  test('looks at the numbers again after 使用其它号码', async () => {
    const button = newButton({}, undefined, { count: 2 });
    await button.tap();
    await button.answer('phone-number', { accepted: false, manage: true });
    expect(button.opened).toEqual([{ name: 'phone-numbers', data: { numbers: NUMBERS } }]);
    expect(button.asked('phoneOffer')).toHaveLength(2);
    expect(button.native.dialogs).toEqual([{ kind: 'phone-number', numbers: NUMBERS }]);
  });

  test("opens WeChat's page of numbers where none is bound; leaving it without one is a refusal", async () => {
    const button = newButton({ phoneOffer: () => ({ state: 'choose', numbers: [] }) }, undefined, { count: 0 });
    await button.tap();
    expect(button.opened).toMatchObject([{ name: 'phone-numbers' }]);
    expect(button.calls).toEqual([['numbered', { errMsg: 'getPhoneNumber:fail user deny' }]]);
  });

  test('does nothing without a network but say so', async () => {
    const button = newButton();
    Object.assign(button.context, { online: false });
    await button.tap();
    expect(button.calls).toEqual([
      ['numbered', expect.objectContaining({ errMsg: expect.stringMatching(/^getPhoneNumber:fail /) as string })],
    ]);
    expect(button.native.dialogs).toEqual([]);
  });
});

describe('a phone number button that WeChat refuses', () => {
  const failure = { errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 };
  const phoneOffer = (): PhoneOffer => ({ state: 'fail', failure, quotaToast: true });

  test('tells errMsg and errno at once, and shows the half sheet where the quota is used up', async () => {
    const button = newButton({ phoneOffer });
    await button.tap();
    expect(button.calls).toEqual([['numbered', failure]]);
    expect(button.native.dialogs).toEqual([{ kind: 'phone-quota' }]);
  });

  test('shows no half sheet with phone-number-no-quota-toast="{{false}}"', async () => {
    const button = newButton({ phoneOffer }, 'open-type="getPhoneNumber" phone-number-no-quota-toast="{{false}}"');
    await button.tap();
    expect(button.calls).toEqual([['numbered', failure]]);
    expect(button.native.dialogs).toEqual([]);
  });

  test('shows no half sheet for any other failure', async () => {
    const blocked = { errMsg: 'getPhoneNumber:fail banned', errno: 1421102 };
    const button = newButton({ phoneOffer: () => ({ state: 'fail', failure: blocked }) });
    await button.tap();
    expect(button.calls).toEqual([['numbered', blocked]]);
    expect(button.native.dialogs).toEqual([]);
  });
});

describe('a phone number button and the privacy guideline', () => {
  /** A guideline that nobody has agreed to, as the platform answers. */
  /** The platform: asks until there is an answer, and is silent after a refusal. */
  function unagreed(): Answers {
    let agreed: boolean | undefined;
    const denied = { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 };
    return {
      access() {
        if (agreed === undefined) return { state: 'privacy', contractName: '《指引》' };
        return agreed ? { state: 'granted' } : { state: 'fail', failure: denied };
      },
      phoneOffer: () => (agreed ? choose : { state: 'privacy', contractName: '《指引》' }),
      answerPrivacy(params) {
        ({ agreed } = params);
        return {};
      },
    };
  }

  test('asks for privacy first; refused, there is neither a sheet nor a code', async () => {
    const button = newButton(unagreed());
    await button.tap();
    expect(button.native.dialogs).toEqual([{ kind: 'privacy', contractName: '《指引》' }]);
    await button.answer('privacy', { accepted: false });
    expect(button.calls).toEqual([
      ['numbered', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }],
    ]);
    expect(button.native.dialogs).toEqual([]);
  });

  test("tells the app's own popup which button is waiting", async () => {
    const button = newButton(unagreed());
    const referrers: string[] = [];
    button.context.consent.onNeedPrivacy((_resolve, { referrer }) => referrers.push(referrer));
    await button.tap();
    expect(referrers).toEqual(['button.getPhoneNumber']);
  });

  test.each(['getPhoneNumber|agreePrivacyAuthorization', 'agreePrivacyAuthorization|getPhoneNumber'])(
    'with open-type %s agrees by the tap, and shows the numbers at once',
    async (openType) => {
      const button = newButton(unagreed(), `open-type="${openType}"`);
      await button.tap();
      expect(button.asked('answerPrivacy')).toMatchObject([{ params: { agreed: true } }]);
      expect(button.native.dialogs).toEqual([{ kind: 'phone-number', numbers: NUMBERS }]);
      await button.answer('phone-number', { accepted: true });
      expect(button.calls.map(([name]) => name)).toEqual(['agreed', 'numbered']);
    },
  );
});
