import { builtInOf } from '../../emulator/phone/components';
import type { TextEntry } from '../../emulator/phone/components/text-entry';
import { createWorld, render, type Rendered } from './wechat';

const field = (page: Rendered, id: string): TextEntry => builtInOf(page.byId(id)) as unknown as TextEntry;

describe.each(['input', 'textarea'])('%s', (tag) => {
  test('writes its own value while a person types, and tells value, cursor and key', () => {
    const page = render(createWorld(), `<${tag} id="f" bindinput="typed" />`, { handlers: { typed: null } });
    field(page, 'f').input('走a');
    expect(page.calls).toEqual([['typed', { value: '走a', cursor: 2, keyCode: 97 }]]);
    expect(page.byId('f').data).toMatchObject({ value: '走a' });
  });

  test('is cleared by a template that sets the same empty value again', () => {
    const page = render(createWorld(), `<${tag} id="f" value="{{text}}" />`, { data: { text: '' } });
    field(page, 'f').input('abc');
    page.setData({ text: '' });
    expect(page.byId('f').data).toMatchObject({ value: '' });
  });

  test('shows what the handler of input returns instead', () => {
    const page = render(createWorld(), `<${tag} id="f" bindinput="typed" />`, {
      handlers: { typed: (detail) => (detail as { value: string }).value.toUpperCase() },
    });
    field(page, 'f').input('abc');
    expect(page.byId('f').data).toMatchObject({ value: 'ABC' });
  });

  test.each([
    ['140 by default', `<${tag} id="f" />`, 140],
    ['as maxlength says', `<${tag} id="f" maxlength="3" />`, 3],
    ['without end for -1', `<${tag} id="f" maxlength="{{-1}}" />`, 200],
  ])('takes so many characters: %s', (_, wxml, length) => {
    const page = render(createWorld(), wxml);
    field(page, 'f').input('x'.repeat(200));
    expect(field(page, 'f').fieldValue).toHaveLength(length);
  });

  test('fires focus and blur once each, and confirm leaves it', () => {
    const handlers = { focused: null, blurred: null, confirmed: null };
    const wxml = `<${tag} id="f" value="hi" bindfocus="focused" bindblur="blurred" bindconfirm="confirmed" />`;
    const page = render(createWorld(), wxml, { handlers });
    field(page, 'f').focus();
    field(page, 'f').focus();
    field(page, 'f').confirm();
    expect(page.calls).toEqual([
      ['focused', { value: 'hi', height: 0 }],
      ['confirmed', { value: 'hi' }],
      ['blurred', { value: 'hi', cursor: 2 }],
    ]);
  });

  test('takes nothing while it is disabled', () => {
    const page = render(createWorld(), `<${tag} id="f" disabled bindinput="typed" />`, { handlers: { typed: null } });
    field(page, 'f').input('x');
    expect(page.calls).toEqual([]);
  });
});
