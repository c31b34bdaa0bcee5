import { parseSelector } from '../../emulator/automation/selector';

describe('parseSelector', () => {
  it('reads compounds from the last outwards', () => {
    const [steps] = parseSelector('view.a > #b .c.d[data-x="1 2"]');
    expect(steps).toEqual([
      {
        combinator: 'descendant',
        compound: {
          tag: undefined,
          id: undefined,
          classes: ['c', 'd'],
          attributes: [{ name: 'data-x', operator: '=', value: '1 2' }],
        },
      },
      { combinator: 'child', compound: { tag: undefined, id: 'b', classes: [], attributes: [] } },
      { combinator: 'descendant', compound: { tag: 'view', id: undefined, classes: ['a'], attributes: [] } },
    ]);
  });

  it('reads an attribute that only has to be there', () => {
    const attributes = [{ name: 'disabled', operator: undefined, value: '' }];
    expect(parseSelector('[disabled]')[0]?.[0]?.compound.attributes).toEqual(attributes);
  });

  it('reads lists, and a star as any tag', () => {
    expect(parseSelector('a, *').map(([step]) => step?.compound.tag)).toEqual(['a', undefined]);
  });

  it.each(['', 'view >', ', a', 'a,', '> a', 'a + b', 'view:hover', '.a..b', '[x'])('refuses %j', (text) => {
    expect(() => parseSelector(text)).toThrow(SyntaxError);
  });
});
