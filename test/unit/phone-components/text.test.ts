import type { Node } from 'glass-easel';
import { createWorld, render, type Rendered } from './wechat';

const shown = (page: Rendered, id: string): string => textOf(page.byId(id));
const textOf = (node: Node): string =>
  node.asTextNode()?.textContent ?? (node.asElement()?.childNodes ?? []).map(textOf).join('');

describe('text', () => {
  const all = '&nbsp;&ensp;&emsp;&lt;&gt;&amp;&apos;';

  test('decodes the entities that WeChat names, and no others', () => {
    const page = render(createWorld(), '<text id="t" decode>{{v}}</text>', { data: { v: `${all}&quot;&copy;` } });
    expect(shown(page, 't')).toBe("\u00a0\u2002\u2003<>&'&quot;&copy;");
  });

  test('decodes once', () => {
    const page = render(createWorld(), '<text id="t" decode>{{v}}</text>', { data: { v: '&amp;lt;' } });
    expect(shown(page, 't')).toBe('&lt;');
  });

  test('leaves text alone unless it is told to decode, then and there', () => {
    const page = render(createWorld(), '<text id="t" decode="{{on}}">{{v}}</text>', { data: { v: all, on: false } });
    expect(shown(page, 't')).toBe(all);
    page.setData({ on: true });
    expect(shown(page, 't')).toContain('<>&');
    page.setData({ on: false });
    expect(shown(page, 't')).toBe(all);
  });

  test('decodes what the template changes and adds later', () => {
    const wxml = '<text id="t" decode>{{v}}<block wx:for="{{list}}" wx:key="*this">{{item}}</block></text>';
    const page = render(createWorld(), wxml, { data: { v: '&lt;', list: ['1'] } });
    page.setData({ v: '&gt;&gt;', list: ['1', '&amp;'] });
    expect(shown(page, 't')).toBe('>>1&');
  });

  test('leaves a text in it to itself', () => {
    const page = render(createWorld(), '<text decode>&lt;<text id="t">{{v}}</text></text>', { data: { v: '&lt;' } });
    expect(shown(page, 't')).toBe('&lt;');
  });
});
