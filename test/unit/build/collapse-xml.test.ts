import { collapseXml } from '../../../config/trim/collapse-xml';

describe('white space in templates', () => {
  it('goes from between tags, and keeps every end tag', () => {
    expect(collapseXml('<view>\n  <input value="{{i.p1}}"  >\n  </input>\n</view>\n')).toBe(
      '<view><input value="{{i.p1}}"></input></view>',
    );
    expect(collapseXml('<view>\n  <icon  />\n</view>')).toBe('<view><icon/></view>');
  });

  it('stays in quotes, in text and in expressions', () => {
    const kept = `<text class="a  b" wx:if="{{ i.n > 1 }}"> 两 个 </text><block>{{ i.v }}</block>`;
    expect(collapseXml(kept)).toBe(kept);
  });

  it('is not touched where a tag does not end', () => {
    expect(() => collapseXml('<view class="a>\n<text/>')).toThrow('does not end');
  });
});
