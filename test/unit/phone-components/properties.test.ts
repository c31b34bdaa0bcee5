import { builtInOf } from '../../emulator/phone/components';
import { createWorld, render } from './wechat';

describe('properties of built-in components', () => {
  test('one that a component does not have is reported once, with tag, name, value and file', () => {
    const world = createWorld();
    render(world, '<view hoverclass="a" /><view hoverclass="a" /><text colour="red">x</text>');
    expect(world.warnings()).toEqual([
      '<view> has no property "hoverclass" (set to "a" in pages/index/index)',
      '<text> has no property "colour" (set to "red" in pages/index/index)',
    ]);
  });

  test("empty values of unknown ones are passed over, as Taro's templates set them", () => {
    const world = createWorld();
    render(world, '<view foo="{{undefined}}" bar="{{false}}" baz="" />');
    expect(world.warnings()).toEqual([]);
  });

  test('events, dataset, aria attributes and ids are no properties', () => {
    const world = createWorld();
    render(world, '<view id="a" data-x="1" aria-label="x" role="tab" bindtap="t" catchtouchstart="t" bind:foo="t" />');
    expect(world.warnings()).toEqual([]);
  });

  test("'false' as text is true, undefined is the default, numbers are read from text", () => {
    const page = render(
      createWorld(),
      '<switch id="s" checked="false" color="{{nothing}}" /><slider id="n" max="50" />',
      {
        data: {},
      },
    );
    expect(builtInOf(page.byId('s'))?.prop('checked')).toBe(true);
    expect(builtInOf(page.byId('s'))?.prop('color')).toBe('#04BE02');
    expect(builtInOf(page.byId('n'))?.prop('max')).toBe(50);
  });

  test('one that the local WeChat knows and does not act on is said so, unless it has its usual value', () => {
    const world = createWorld();
    render(world, '<scroll-view enhanced refresher-two-level-threshold="150" clip="{{true}}" />');
    render(world, '<view animation="{{a}}" /><view animation="{{nothing}}" />', { data: { a: { actions: [] } } });
    expect(world.warnings()).toEqual([
      '<scroll-view> enhanced="true" has no effect in the local WeChat',
      '<view> animation="{"actions":[]}" has no effect in the local WeChat',
    ]);
  });

  test('a component that is not offered says so by name and nothing about its attributes', () => {
    const world = createWorld();
    render(world, '<map longitude="{{1}}" latitude="{{2}}" /><map />');
    expect(world.warnings()).toEqual(['<map>: the local WeChat does not offer this component']);
  });
});
