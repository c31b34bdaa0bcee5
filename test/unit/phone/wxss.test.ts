import { compileProject } from '../../emulator/phone/compile';
import { removeProjects, writeProject, type Files } from './project';

afterAll(removeProjects);

const PAGE = { 'pages/a/a.wxml': '<view/>', 'pages/a/a.js': 'Page({})' };
const IN_PAGE = ':where(wx-page[is="pages/a/a"])';

async function styles(files: Files): Promise<Readonly<Record<string, string>>> {
  return (await compileProject(await writeProject({ ...PAGE, ...files }))).styles;
}
const pageStyle = async (wxss: string): Promise<string | undefined> =>
  (await styles({ 'pages/a/a.wxss': wxss }))['pages/a/a'];

describe('WXSS of a page', () => {
  test.each([
    ['a class', '.a{}', `${IN_PAGE} .a{}`],
    ['a tag of WeChat', 'view{}', `${IN_PAGE} wx-view{}`],
    ['the page itself', 'page{}', 'wx-page:where([is="pages/a/a"]){}'],
    ['what is in the page', 'page>.a{}', 'wx-page:where([is="pages/a/a"])>.a{}'],
    ['an id', '#a{}', `${IN_PAGE} #a{}`],
    ['several selectors', '.a, view.b{}', `${IN_PAGE} .a, ${IN_PAGE} wx-view.b{}`],
    ['pseudo-classes', '.a:not(view)::after{}', `${IN_PAGE} .a:not(wx-view)::after{}`],
    ['attributes', '.a[data-x="view"]{}', `${IN_PAGE} .a[data-x="view"]{}`],
  ])('%s holds in that page only, with the weight that the author gave it', async (_what, wxss, css) => {
    expect(await pageStyle(wxss)).toBe(css);
  });

  test.each([
    ['width:750rpx', 'width:calc(var(--rpx) * 750)'],
    ['margin:-1.5rpx .5RPX auto', 'margin:calc(var(--rpx) * -1.5) calc(var(--rpx) * .5) auto'],
    ['width:calc(100% - 20rpx)', 'width:calc(100% - calc(var(--rpx) * 20))'],
    ['height:100vh', 'height:calc(var(--vh) * 100)'],
    ['padding-bottom:env(safe-area-inset-bottom)', 'padding-bottom:var(--safe-area-inset-bottom, 0px)'],
    ['content:"20rpx"', 'content:"20rpx"'],
    ['background:url(a20rpx.png)', 'background:url(a20rpx.png)'],
    ['width:20px', 'width:20px'],
  ])('%s is %s', async (wxss, css) => {
    expect(await pageStyle(`.a{${wxss}}`)).toBe(`${IN_PAGE} .a{${css}}`);
  });

  test('key frames are no selectors', async () => {
    expect(await pageStyle('@keyframes k{from{left:1rpx}50%{left:0}}')).toBe(
      '@keyframes k{from{left:calc(var(--rpx) * 1)}50%{left:0}}',
    );
  });

  test('dark mode asks the phone, not the browser', async () => {
    expect(await pageStyle('@media (prefers-color-scheme: dark){.a{color:red}}')).toBe(
      `@container style(--theme: dark){${IN_PAGE} .a{color:red}}`,
    );
    const both = await pageStyle('@media (min-width: 100px) and (prefers-color-scheme: dark){.a{color:red}}');
    expect(both?.replace(/\s+/g, ' ')).toContain('@media (min-width: 100px)');
    expect(both).toContain('@container style(--theme: dark)');
    expect(both).not.toContain('prefers-color-scheme');
  });

  test('@import puts the other sheet in its place, and its imports, once', async () => {
    const files = {
      'pages/a/a.wxss': '@import "../../common/x.wxss";.a{}',
      'common/x.wxss': '@import "./y.wxss";.x{}',
      'common/y.wxss': '@import "/common/x.wxss";.y{}',
    };
    const css = (await styles(files))['pages/a/a']?.replace(/\s+/g, '');
    expect(css).toBe(`${IN_PAGE} .y{}${IN_PAGE} .x{}${IN_PAGE} .a{}`.replace(/\s+/g, ''));
  });
});

test('app.wxss holds in every page of the mini program, not in those of WeChat', async () => {
  expect((await styles({ 'app.wxss': 'page{} .a{}' }))['app']).toBe(
    'wx-page:where(:not([is^="wechat/"])){} :where(wx-page:not([is^="wechat/"])) .a{}',
  );
});

test('classes of a component carry a mark that the phone makes its prefix; :host is its element', async () => {
  const css = await styles({
    'pages/a/a.json': '{"usingComponents":{"c":"/c/c"}}',
    'c/c.wxml': '<view/>',
    'c/c.js': 'Component({})',
    'c/c.json': '{"component":true}',
    'c/c.wxss': '.a .b{} :host{}',
  });
  expect(css['c/c']).toBe('.__scope__a .__scope__b{} [is="c/c"]{}');
});
