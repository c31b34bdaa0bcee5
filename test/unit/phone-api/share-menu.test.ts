/** What the three APIs of the share menu refuse, and what they leave as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageHandle } from '../../emulator/phone/parts';
import { SINCE, asOf, compareVersions } from '../../emulator/phone/api/since';
import { newPhone } from './phone';

const page = { path: 'pages/index/index', caller: { onShareAppMessage: () => undefined } } as unknown as PageHandle;

async function newPage() {
  const phone = await newPhone();
  (phone.context.stack.pages as PageHandle[]).push(page);
  const { sharing } = phone.context;
  return { ...phone, menu: () => sharing.menuOf(page), offered: () => sharing.offeredBy(page) };
}

const updatable = (patch: object) => ({
  isUpdatableMessage: true,
  activityId: 'a1',
  templateInfo: { templateId: 't', parameterList: [{ name: 'member_count', value: '1' }] },
  ...patch,
});

describe('wx.updateShareMenu', () => {
  it.each([
    ['without activityId', { activityId: undefined }, /activityId should be String instead of Undefined/],
    ['with an empty activityId', { activityId: '' }, /activityId should not be empty/],
    ['without templateInfo', { templateInfo: undefined }, /templateInfo should be Object instead of Undefined/],
    ['without parameters', { templateInfo: {} }, /parameterList should be Array instead of Undefined/],
    [
      'with a number among the parameters',
      { templateInfo: { parameterList: [{ name: 'member_count', value: 1 }] } },
      /parameterList\[0\]\.value should be String instead of Number/,
    ],
    ['with a text for a flag', { withShareTicket: 'true' }, /withShareTicket should be Boolean instead of String/],
  ])('refuses an updatable message %s', async (_, patch, reason) => {
    const { wx, menu } = await newPage();
    await expect(wx.updateShareMenu(updatable(patch) as never)).rejects.toMatchObject({
      errMsg: expect.stringMatching(reason) as string,
    });
    expect(menu()).toEqual({ visible: true, withShareTicket: false });
  });

  it('changes what it is given and no more', async () => {
    const { wx, menu } = await newPage();
    await wx.updateShareMenu({ withShareTicket: true });
    await wx.updateShareMenu(updatable({}));
    expect(menu()).toMatchObject({ withShareTicket: true, updatable: { activityId: 'a1', templateId: 't' } });
    await wx.updateShareMenu({ isUpdatableMessage: false });
    expect(menu()).toEqual({ visible: true, withShareTicket: true, updatable: undefined });
  });

  it('has not happened yet when it returns', async () => {
    const { wx, menu } = await newPage();
    const done = wx.updateShareMenu({ withShareTicket: true });
    expect(menu().withShareTicket).toBe(false);
    await done;
    expect(menu().withShareTicket).toBe(true);
  });

  it('says what has no effect here', async () => {
    const { wx, warnings } = await newPage();
    await wx.updateShareMenu({ toDoActivityId: 'x' });
    expect(warnings().join()).toMatch(/toDoActivityId has no effect/);
  });
});

describe('wx.showShareMenu and wx.hideShareMenu', () => {
  it('offer the page, or not; showing sets the ticket to what it says, or to none', async () => {
    const { wx, menu, offered } = await newPage();
    await wx.showShareMenu({ withShareTicket: true });
    expect([offered(), menu().withShareTicket]).toEqual([true, true]);
    await wx.hideShareMenu();
    expect(offered()).toBe(false);
    await wx.showShareMenu();
    expect([offered(), menu().withShareTicket]).toEqual([true, false]);
    await wx.hideShareMenu({ menus: ['shareTimeline'] });
    expect(offered()).toBe(true);
  });

  it('refuse menus that WeChat does not have', async () => {
    const { wx } = await newPage();
    const failure = (reason: RegExp) => ({ errMsg: expect.stringMatching(reason) as string });
    await expect(wx.showShareMenu({ menus: ['shareTimeline'] })).rejects.toMatchObject(
      failure(/needs "shareAppMessage"/),
    );
    await expect(wx.showShareMenu({ menus: ['moments'] })).rejects.toMatchObject(failure(/invalid menus "moments"/));
    await expect(wx.hideShareMenu({ menus: 'x' as never })).rejects.toMatchObject(failure(/Array instead of String/));
  });

  it('need a page', async () => {
    const { wx } = await newPhone();
    await expect(wx.showShareMenu()).rejects.toMatchObject({ errMsg: 'showShareMenu:fail no page is open yet' });
  });
});

describe('base libraries', () => {
  const typings = readFileSync(
    join(__dirname, '../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts'),
    'utf8',
  );
  /** API -> the library with which it came, as the typings' comments say. */
  const documented = new Map(
    [...typings.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:readonly )?(\w+)[<(:]/g)].flatMap(
      ([, doc = '', name = '']) => {
        const version = /需要基础库： `([\d.]+)`/.exec(doc)?.[1];
        return version === undefined ? [] : [[name, version] as const];
      },
    ),
  );

  it('are those of the documentation, for every API that is offered', async () => {
    const { wx } = await newPhone();
    const expected = Object.keys(wx).flatMap((name) => {
      const version = documented.get(name);
      return version === undefined ? [] : [[name, version]];
    });
    expect(expected.length).toBeGreaterThan(40);
    const cards = { getGroupEnterInfo: '2.17.3', cloud: '2.2.3' };
    expect({ ...Object.fromEntries(expected), ...cards }).toEqual(SINCE);
  });

  it('are compared number by number', () => {
    expect(compareVersions('2.9.4', '2.10.0')).toBeLessThan(0);
    expect(compareVersions('3.0', '3.0.0')).toBe(0);
    expect(asOf('2.9.4', { login: 1, chooseMedia: 2, getEnterOptionsSync: 3 })).toEqual({
      login: 1,
      getEnterOptionsSync: 3,
    });
  });
});
