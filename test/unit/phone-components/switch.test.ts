import { createWorld, render } from './wechat';

const wxml = '<switch id="s" checked="{{on}}" disabled="{{off}}" bindchange="changed" />';

describe('switch', () => {
  test('toggles when it is tapped and tells its new value', () => {
    const page = render(createWorld(), wxml, { data: { on: false, off: false }, handlers: { changed: null } });
    page.tap('s');
    page.tap('s');
    expect(page.calls).toEqual([
      ['changed', { value: true }],
      ['changed', { value: false }],
    ]);
  });

  test('does nothing while it is disabled', () => {
    const page = render(createWorld(), wxml, { data: { on: false, off: true }, handlers: { changed: null } });
    page.tap('s');
    expect(page.calls).toEqual([]);
    expect(page.byId('s').data).toMatchObject({ checked: false });
  });

  test('follows its template, also back to what it was before a tap', () => {
    const page = render(createWorld(), wxml, { data: { on: false, off: false } });
    page.tap('s');
    page.setData({ on: false });
    expect(page.byId('s').data).toMatchObject({ checked: false });
  });

  test('writes through a model binding', () => {
    const page = render(createWorld(), '<switch id="s" model:checked="{{on}}" />', { data: { on: false } });
    page.tap('s');
    expect(page.page.data).toMatchObject({ on: true });
  });
});
