/** WeChat's own pages on a whole phone in Node, over the real platform. */
import type { Element, Node } from 'glass-easel';
import type { CloudBase } from '../../emulator/cloud/types';
import { compileProject } from '../../emulator/phone/compile';
import { dispatchViewEvent } from '../../emulator/phone/engine/view-event';
import type { Phone } from '../../emulator/phone/host';
import { startNodePhone } from '../../emulator/phone/node';
import { createMemoryBridge } from '../../emulator/server/memory-bridge';
import { PhoneLine } from '../../emulator/server/phone-line';
import { createPhoneService } from '../../emulator/server/phone-service';
import { removeProjects, writeProject } from '../phone/project';
import { newPlatform } from '../wechat/platform';

const files = {
  'pages/index/index.wxml': `<button id="b" open-type="openSetting" bindopensetting="left">设置</button>
    <button id="phone" open-type="getPhoneNumber|agreePrivacyAuthorization" bindgetphonenumber="left">手机号</button>`,
  'pages/index/index.js': 'Page({ data: { left: null }, left(e) { this.setData({ left: e.detail }) } })',
};

const phones: Phone[] = [];
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

async function newPhone() {
  const { platform, clock, ann: openid } = await newPlatform();
  const pkg = await compileProject(await writeProject(files));
  const line = new PhoneLine('1', 'node', openid, {
    path: 'pages/index/index',
    query: {},
    scene: 1001,
    referrerInfo: {},
  });
  const cloud = {} as CloudBase;
  const service = createPhoneService({ platform, clock, cloud, currentPackage: () => pkg }, line);
  const { bridge, connection } = createMemoryBridge(line, service);
  line.connect(connection);
  const phone = await startNodePhone(bridge);
  phones.push(phone);
  return { platform, openid, phone, stack: phone.context.stack };
}

const topOf = (phone: Phone) => {
  const page = phone.context.stack.pages.at(-1);
  if (!page) throw new Error('no page is open');
  return page;
};

function tap(phone: Phone, selector: string): Promise<unknown> {
  const element = topOf(phone).component.getShadowRoot()?.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector} on ${topOf(phone).path}`);
  dispatchViewEvent(element, 'tap', {});
  return settle();
}

const text = (phone: Phone): string => textOf(topOf(phone).component);
function textOf(node: Node | Element): string {
  const leaf = node.asTextNode();
  return leaf ? leaf.textContent : (node.asElement()?.getComposedChildren() ?? []).map(textOf).join('');
}

afterEach(() => {
  for (const phone of phones.splice(0)) phone.stop();
  return removeProjects();
});

describe('settings page', () => {
  test('has a row for each scope that was asked, switched as it was answered', async () => {
    const { platform, openid, phone, stack } = await newPhone();
    await platform.answerScope(openid, 'scope.werun', false);
    await platform.answerScope(openid, 'scope.record', true);
    await tap(phone, '#b');
    expect(stack.pages.map(({ path }) => path)).toEqual(['pages/index/index', 'wechat/setting']);
    expect(text(phone)).toContain('微信运动步数');
    expect(topOf(phone).caller['data']).toMatchObject({
      rows: [
        { scope: 'scope.werun', granted: false },
        { scope: 'scope.record', granted: true },
      ],
    });
  });

  test('a tapped switch counts at once, and leaving the page tells the button', async () => {
    const { platform, openid, phone, stack } = await newPhone();
    await platform.answerScope(openid, 'scope.werun', false);
    await tap(phone, '#b');
    await tap(phone, '.setting__switch');
    expect(platform.getSetting(openid)).toEqual({ 'scope.werun': true });
    await stack.navigateBack(1);
    await settle();
    expect(topOf(phone).caller['data']).toMatchObject({
      left: { errMsg: 'openSetting:ok', authSetting: { 'scope.werun': true } },
    });
  });

  test('says so where nothing was asked', async () => {
    const { phone } = await newPhone();
    await tap(phone, '#b');
    expect(text(phone)).toBe('该小程序没有获取过你的任何信息');
  });
});

describe("page of the user's phone numbers", () => {
  const masked = (phone: Phone) =>
    phone.context.native.dialogs.map((dialog) =>
      dialog.kind === 'phone-number' ? dialog.numbers.map((number) => number.masked) : dialog.kind,
    );

  async function manage() {
    const made = await newPhone();
    await tap(made.phone, '#phone');
    made.phone.context.native.answer(['phone-number'], { accepted: false, manage: true });
    await settle();
    return made;
  }

  test('is opened by 使用其它号码; a number that is added there is offered first', async () => {
    const { phone, platform, openid, stack } = await manage();
    expect(stack.pages.at(-1)?.path).toBe('wechat/phone-numbers');
    topOf(phone).call('type', { detail: { value: '13900139000' } });
    await tap(phone, '.numbers__add');
    expect(text(phone)).toContain('139****9000');
    expect(platform.user(openid).phoneNumbers[0]).toEqual({
      phoneNumber: '13900139000',
      purePhoneNumber: '13900139000',
      countryCode: '86',
    });
    await stack.navigateBack(1);
    await settle();
    expect(masked(phone)).toEqual([['139****9000', expect.any(String) as string]]);
  });

  test('takes numbers of other regions, and says what is none', async () => {
    const { phone, platform, openid } = await manage();
    topOf(phone).call('type', { detail: { value: '12' } });
    await tap(phone, '.numbers__add');
    expect(text(phone)).toContain('请填写正确的手机号');
    topOf(phone).call('chooseRegion', { detail: { value: 1 } });
    topOf(phone).call('type', { detail: { value: '51234567' } });
    await tap(phone, '.numbers__add');
    expect(text(phone)).not.toContain('请填写正确的手机号');
    expect(platform.user(openid).phoneNumbers[0]).toMatchObject({ purePhoneNumber: '51234567', countryCode: '852' });
  });

  test('that is left without any number is a refusal', async () => {
    const { phone, stack, platform, openid } = await manage();
    await tap(phone, '.numbers__remove');
    expect(platform.user(openid).phoneNumbers).toEqual([]);
    expect(text(phone)).toContain('还没有手机号');
    await stack.navigateBack(1);
    await settle();
    // No number is bound, so WeChat asks for one.
    expect(topOf(phone).path).toBe('wechat/phone-numbers');
    await stack.navigateBack(1);
    await settle();
    expect(topOf(phone).caller['data']).toMatchObject({ left: { errMsg: 'getPhoneNumber:fail user deny' } });
  });
});

describe('privacy guideline', () => {
  test("names the mini program's contract and what it collects", async () => {
    const { phone, platform } = await newPhone();
    await platform.declare({ contractName: '《同行小程序隐私保护指引》' });
    void phone.context.stack.openNative('privacy-contract', { scopes: ['scope.werun'] });
    await settle();
    expect(text(phone)).toContain('《同行小程序隐私保护指引》');
    expect(text(phone)).toContain('收集你的微信运动步数');
    expect(text(phone)).not.toContain('麦克风');
  });
});
