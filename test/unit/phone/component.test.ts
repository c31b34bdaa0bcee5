import { settle, stopPhones, TestPhone } from './phone';
import { removeProjects, type Files } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const component = (name: string, wxml: string, script: string, json = {}): Files => ({
  [`c/${name}/${name}.wxml`]: wxml,
  [`c/${name}/${name}.js`]: script,
  [`c/${name}/${name}.json`]: JSON.stringify({ component: true, ...json }),
});
const page = (wxml: string, script: string, ...names: string[]): Files => ({
  'pages/a/a.wxml': wxml,
  'pages/a/a.js': script,
  'pages/a/a.json': JSON.stringify({
    usingComponents: Object.fromEntries(names.map((name) => [name, `/c/${name}/${name}`])),
  }),
});

test('properties come down typed, observers hear of them, triggerEvent goes up with its detail as it is', async () => {
  const test = await TestPhone.open({
    ...page(
      '<counter id="c" start="{{n}}" bind:count="counted"/>',
      'Page({ data: { n: 2 }, counted(e) { this.last = e.detail; console.log("page", e.detail.n, e.detail.back(), e.target.id) }, set() { this.setData({ n: 7 }) } })',
      'counter',
    ),
    ...component(
      'counter',
      '<view id="in" bindtap="up">{{start}}+{{more}}={{sum}}</view>',
      `Component({
        properties: { start: { type: Number, value: 0, observer(now, before) { console.log('start', before, now) } } },
        data: { more: 0, sum: 0 },
        observers: { 'start, more'(start, more) { this.setData({ sum: start + more }) } },
        methods: { up() {
          this.setData({ more: this.data.more + 1 }); this.triggerEvent('count', { n: this.data.sum, back: () => 'called' })
        } },
      })`,
    ),
  });
  expect(test.text()).toBe('2+0=2');
  test.page.call('set');
  expect(test.text()).toBe('7+0=7');
  const inner = test.page.component.getShadowRoot()?.querySelector('#c')?.asGeneralComponent();
  const caller = inner?.getMethodCaller() as unknown as { up(): void };
  caller.up();
  expect(test.text()).toBe('7+1=8');
  expect(test.logs).toEqual([
    ['start', 0, 2],
    ['start', 2, 7],
    ['page', 8, 'called', 'c'],
  ]);
});

test('slots: the default one, and several by name', async () => {
  const test = await TestPhone.open({
    ...page('<one>in</one><many><text slot="b">B</text><text slot="a">A</text></many>', 'Page({})', 'one', 'many'),
    ...component('one', '[<slot/>]', 'Component({})'),
    ...component('many', '<slot name="a"/>-<slot name="b"/>', 'Component({ options: { multipleSlots: true } })'),
  });
  expect(test.text()).toBe('[in]A-B');
});

test('behaviors bring properties, methods and lifecycles; wx://form-field is one of WeChat', async () => {
  const test = await TestPhone.open({
    ...page(
      '<c id="c" name="n" value="v" label="L"/>',
      'Page({ pick() { return this.selectComponent("#c").describe() } })',
      'c',
    ),
    ...component(
      'c',
      '<view/>',
      `const b = Behavior({
        properties: { label: String },
        lifetimes: { attached() { console.log('behavior') } },
        methods: { describe() { return this.data.name + this.data.value + this.data.label } },
      })
      Component({ behaviors: ['wx://form-field', b], lifetimes: { attached() { console.log('own') } } })`,
    ),
  });
  expect(test.page.call('pick')).toBe('nvL');
  expect(test.logs).toEqual(['behavior', 'own']);
});

test('relations tell both sides', async () => {
  const test = await TestPhone.open({
    ...page(
      '<ul><li wx:for="{{items}}" wx:key="*this" name="{{item}}"/></ul>',
      'Page({ data: { items: ["x", "y"] }, drop() { this.setData({ items: ["y"] }) } })',
      'ul',
      'li',
    ),
    ...component(
      'ul',
      '<slot/>',
      `Component({ relations: { '../li/li': { type: 'child',
        linked(child) { console.log('linked', child.data.name) }, unlinked(child) { console.log('unlinked', child.data.name) } } },
        methods: { names() { return this.getRelationNodes('../li/li').map((li) => li.data.name) } } })`,
    ),
    ...component(
      'li',
      '<view/>',
      "Component({ properties: { name: String }, relations: { '../ul/ul': { type: 'parent' } } })",
    ),
  });
  expect(test.logs).toEqual([
    ['linked', 'x'],
    ['linked', 'y'],
  ]);
  test.page.call('drop');
  expect(test.logs.slice(2)).toEqual([['unlinked', 'x']]);
});

test('a page can be a Component: its methods are hooks, its query its properties', async () => {
  const test = await TestPhone.open(
    page(
      '{{id}}',
      `Component({ properties: { id: String }, lifetimes: { attached() { console.log('attached', this.data.id) } },
        methods: { onLoad(q) { console.log('onLoad', q.id) }, onShow() { console.log('onShow') } } })`,
    ),
    { enter: { path: 'pages/a/a', query: { id: '5' }, scene: 1001, referrerInfo: {} } },
  );
  expect(test.text()).toBe('5');
  expect(test.logs).toEqual([['attached', '5'], ['onLoad', '5'], 'onShow']);
});

test('components that come later become ready, too', async () => {
  const test = await TestPhone.open({
    ...page('<c wx:if="{{on}}"/>', 'Page({ set(on) { this.setData({ on }) } })', 'c'),
    ...component(
      'c',
      '<view/>',
      "Component({ lifetimes: { attached() { console.log('attached') }, ready() { console.log('ready') }, detached() { console.log('detached') } } })",
    ),
  });
  test.page.call('set', true);
  expect(test.logs).toEqual(['attached']);
  await settle();
  test.page.call('set', false);
  expect(test.logs).toEqual(['attached', 'ready', 'detached']);
});

test('components inside each other, and inside themselves', async () => {
  const test = await TestPhone.open({
    ...page(
      '<tree node="{{root}}"/>',
      'Page({ data: { root: { n: 1, kids: [{ n: 2, kids: [] }, { n: 3, kids: [{ n: 4, kids: [] }] }] } } })',
      'tree',
    ),
    ...component(
      'tree',
      '({{node.n}}<tree wx:for="{{node.kids}}" wx:key="n" node="{{item}}"/>)',
      'Component({ properties: { node: Object } })',
      {
        usingComponents: { tree: './tree' },
      },
    ),
  });
  expect(test.text()).toBe('(1(2)(3(4)))');
});

describe('styles of a component', () => {
  const scopeOf = async (script: string, json = {}): Promise<string> => {
    const test = await TestPhone.open({
      ...page('<c id="c"/>', 'Page({})', 'c'),
      ...component('c', '<view class="x"/>', script, json),
    });
    const { styleScope } = test.find('#c').asGeneralComponent()?.getComponentOptions() ?? {};
    return test.page.component.getOwnerSpace().styleScopeManager.queryName(styleScope ?? 0) ?? '';
  };

  test('are its own, unless JSON or the script shares them', async () => {
    expect(await scopeOf('Component({})')).toBe('c-c-c');
    expect(await scopeOf('Component({})', { styleIsolation: 'shared' })).toBe('');
    expect(await scopeOf("Component({ options: { styleIsolation: 'shared' } })")).toBe('');
    expect(await scopeOf("Component({ options: { styleIsolation: 'apply-shared' } })")).toBe('c-c-c');
  });
});

test('what `this` lacks is said by name', async () => {
  const test = await TestPhone.open(page('', 'Page({ go() { this.animate("#x", [], 100) } })'));
  test.page.call('go');
  expect(test.exceptions).toEqual(['this.animate is not available in the local WeChat']);
});
