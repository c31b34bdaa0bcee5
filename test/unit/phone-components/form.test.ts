import { builtInOf } from '../../emulator/phone/components';
import type { TextEntry } from '../../emulator/phone/components/text-entry';
import { createWorld, render } from './wechat';

const wxml = `
<form bindsubmit="submitted" bindreset="cleared">
  <view><input id="name" name="name" value="小同" /></view>
  <switch id="public" name="public" />
  <checkbox-group name="days"><checkbox id="sat" value="sat" /><checkbox id="sun" value="sun" /></checkbox-group>
  <radio-group name="pace"><label><radio id="slow" value="slow" checked />慢</label><radio id="fast" value="fast" /></radio-group>
  <slider name="places" value="12" />
  <input value="no name" />
  <button id="go" form-type="submit">x</button>
  <button id="clear" form-type="reset">x</button>
</form>`;
const handlers = { submitted: null, cleared: null };

describe('form', () => {
  test('submits the values of its named fields', () => {
    const page = render(createWorld(), wxml, { handlers });
    page.tap('public');
    page.tap('sun');
    page.tap('fast');
    (builtInOf(page.byId('name')) as unknown as TextEntry).input('老同');
    page.tap('go');
    expect(page.calls).toEqual([
      [
        'submitted',
        { value: { name: '老同', public: true, days: ['sun'], pace: 'fast', places: 12 }, formId: undefined },
      ],
    ]);
  });

  test('resets them', () => {
    const page = render(createWorld(), wxml, { handlers });
    page.tap('sat');
    page.tap('clear');
    page.tap('go');
    expect(page.calls).toEqual([
      ['cleared', {}],
      ['submitted', { value: { name: '', public: false, days: [], pace: '', places: 0 }, formId: undefined }],
    ]);
  });
});

describe('radio-group and checkbox-group', () => {
  test('tell what is picked, in the order of the template', () => {
    const page = render(
      createWorld(),
      `<checkbox-group bindchange="days"><checkbox id="a" value="a" /><checkbox id="b" value="b" /></checkbox-group>
       <radio-group bindchange="pace"><radio id="x" value="x" checked /><radio id="y" value="y" /></radio-group>`,
      { handlers: { days: null, pace: null } },
    );
    page.tap('b');
    page.tap('a');
    page.tap('y');
    page.tap('y');
    expect(page.calls).toEqual([
      ['days', { value: ['b'] }],
      ['days', { value: ['a', 'b'] }],
      ['pace', { value: 'y' }],
    ]);
    expect(page.byId('x').data).toMatchObject({ checked: false });
  });
});

describe('label', () => {
  test('passes a tap on to the field in it, once', () => {
    const page = render(
      createWorld(),
      '<label id="l"><text id="t">公开</text><switch id="s" bindchange="c" /></label>',
      {
        handlers: { c: null },
      },
    );
    page.tap('t');
    page.tap('s');
    expect(page.calls).toEqual([
      ['c', { value: true }],
      ['c', { value: false }],
    ]);
  });

  test('passes it to the field that `for` names', () => {
    const page = render(createWorld(), '<label id="l" for="s">x</label><switch id="s" bindchange="c" />', {
      handlers: { c: null },
    });
    page.tap('l');
    expect(page.calls).toEqual([['c', { value: true }]]);
  });
});
