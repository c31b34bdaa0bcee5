import { builtInOf } from '../../emulator/phone/components';
import type { TextEntry } from '../../emulator/phone/components/text-entry';
import type { Access } from '../../emulator/phone/bridge';
import { createWorld, render } from './wechat';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

/** `answers`: what the platform says of the privacy guideline, the last one from then on. */
function newField(answers: readonly Access[] = [{ state: 'granted' }], pass = true) {
  const left = [...answers];
  const access = () => (left.length > 1 ? left.shift() : left[0]) ?? { state: 'granted' as const };
  const world = createWorld({ access, answerPrivacy: () => ({}), checkNickname: () => ({ pass }) });
  const wxml = `<form bindsubmit="submitted"><input id="f" name="who" type="nickname" bindinput="typed"
    bindnicknamereview="reviewed" /><button id="go" form-type="submit" /></form>`;
  const page = render(world, wxml, { handlers: { typed: null, reviewed: null, submitted: null } });
  const field = builtInOf(page.byId('f')) as unknown as TextEntry;
  return { ...world, page, field, native: world.context.native };
}

describe('input of type nickname', () => {
  test("offers the user's nickname above the keyboard while it has it", async () => {
    const { field, native } = newField();
    expect(native.nickname).toBeUndefined();
    field.focus();
    await later();
    expect(native.nickname).toMatchObject({ nickName: '小同' });
    field.blur();
    expect(native.nickname).toBeUndefined();
  });

  test('takes the nickname that is offered as typed text, and puts the keyboard away', async () => {
    const { field, native, page } = newField();
    field.focus();
    await later();
    native.nickname?.use();
    await later();
    expect(page.calls).toEqual([
      ['typed', expect.objectContaining({ value: '小同' })],
      ['reviewed', { pass: true, timeout: false }],
    ]);
    expect(native.nickname).toBeUndefined();
  });

  test('loses a text that WeChat refuses when the keyboard goes, without an input event', async () => {
    const { field, page, requests } = newField([{ state: 'granted' }], false);
    field.focus();
    field.input('坏名字');
    field.blur();
    await later();
    expect(requests).toContainEqual({ method: 'checkNickname', params: { nickname: '坏名字' } });
    expect(field.fieldValue).toBe('');
    page.tap('go');
    expect(page.calls.slice(1)).toEqual([
      ['reviewed', { pass: false, timeout: false }],
      ['submitted', { value: { who: '' }, formId: undefined }],
    ]);
  });

  test('keeps a text that was changed before the answer came', async () => {
    const { field } = newField([{ state: 'granted' }], false);
    field.focus();
    field.input('坏名字');
    field.blur();
    field.focus();
    field.input('好名字');
    await later();
    expect(field.fieldValue).toBe('好名字');
  });

  test('is a plain field for who refused the privacy guideline', async () => {
    const failure = { errMsg: 'nickname:fail privacy permission is not authorized', errno: 104 };
    const { field, native, warnings } = newField([
      { state: 'privacy', contractName: '《指引》' },
      { state: 'fail', failure },
    ]);
    field.focus();
    await later();
    native.answer(['privacy'], { accepted: false });
    await later();
    expect(native.nickname).toBeUndefined();
    expect(warnings()).toEqual([expect.stringContaining('privacy permission is not authorized')]);
    field.input('小步');
    expect(field.fieldValue).toBe('小步');
  });

  test('of another type offers nothing', async () => {
    const world = createWorld({ access: () => ({ state: 'granted' }) });
    const page = render(world, '<input id="f" />');
    (builtInOf(page.byId('f')) as unknown as TextEntry).focus();
    await later();
    expect(world.context.native.nickname).toBeUndefined();
    expect(world.requests).toEqual([]);
  });
});
