import { runInNewContext } from 'node:vm';
import { compileProject, CompileError } from '../../emulator/phone/compile';
import { removeProjects, write, writeProject, type Files } from './project';

afterAll(removeProjects);

const PAGE = { 'pages/a/a.wxml': '<view/>', 'pages/a/a.js': 'Page({})' };

async function failure(files: Files): Promise<string> {
  const compiling = compileProject(await writeProject(files));
  await expect(compiling).rejects.toBeInstanceOf(CompileError);
  return compiling.then(
    () => '',
    (error: CompileError) => error.message,
  );
}

describe('what is wrong in a project is said with file and line', () => {
  test.each<[string, Files, RegExp]>([
    [
      'a page without a file',
      { 'app.json': '{\n"pages":["pages/x/x"]\n}' },
      /^app\.json:2: page "pages\/x\/x": pages\/x\/x\.wxml not found/,
    ],
    ['bad JSON', { ...PAGE, 'pages/a/a.json': '{\n  "a": 1,\n}' }, /^pages\/a\/a\.json:3:1: bad JSON/],
    ['app.json without pages', { 'app.json': '{}' }, /^app\.json: "pages" must be an array of strings/],
    [
      'bad WXML',
      { ...PAGE, 'pages/a/a.wxml': '<view>\n  <text>{{ a + }}</text>\n</view>' },
      /^pages\/a\/a\.wxml:2:\d+: unexpected character/,
    ],
    [
      'an element that is left open',
      { ...PAGE, 'pages/a/a.wxml': '<view>\n  <input class="a">\n</view>' },
      /^pages\/a\/a\.wxml:2:4: missing end tag/,
    ],
    [
      'an end without a start',
      { ...PAGE, 'pages/a/a.wxml': '<view></view></view>' },
      /^pages\/a\/a\.wxml:1:14: invalid end tag/,
    ],
    ['bad WXSS', { ...PAGE, 'pages/a/a.wxss': '.a{}\n.b{' }, /^pages\/a\/a\.wxss:2:1: Unclosed block/],
    [
      'an import that is not there',
      { ...PAGE, 'pages/a/a.wxml': '<import src="./t.wxml"/>' },
      /^pages\/a\/a\.wxml: imports "pages\/a\/t\.wxml", which is not found/,
    ],
    [
      'wxs that is not there',
      { ...PAGE, 'pages/a/a.wxml': '<wxs module="m" src="./m.wxs"/>' },
      /^pages\/a\/a\.wxml: uses "pages\/a\/m\.wxs"/,
    ],
    [
      'wxs that is not ES5',
      { ...PAGE, 'pages/a/a.wxml': '<wxs module="m" src="./m.wxs"/>', 'pages/a/m.wxs': 'var a = 1;\nconst b = 2;' },
      /^pages\/a\/m\.wxs:2:1: .*const/,
    ],
    [
      'a sheet that is not there',
      { ...PAGE, 'pages/a/a.wxss': '.a{}\n@import "./b.wxss";' },
      /^pages\/a\/a\.wxss:2:1: imports "\.\/b\.wxss", which is not found/,
    ],
    [
      'a component that is not there',
      { ...PAGE, 'pages/a/a.json': '{"usingComponents":{"c":"./c"}}' },
      /^pages\/a\/a\.json: "usingComponents\.c": component "\.\/c" not found/,
    ],
    ['bad ES modules', { ...PAGE, 'pages/a/a.js': 'import x from "./x"\nPage({' }, /^pages\/a\/a\.js:2:\d+: /],
  ])('%s', async (_what, files, message) => {
    expect(await failure(files)).toMatch(message);
  });
});

test('components are found through components, relative, absolute, from npm and from app.json', async () => {
  const component = (path: string, using = '{}'): Files => ({
    [`${path}.wxml`]: '<view/>',
    [`${path}.js`]: 'Component({})',
    [`${path}.json`]: `{"component":true,"usingComponents":${using}}`,
  });
  const { configs } = await compileProject(
    await writeProject({
      ...PAGE,
      'app.json': '{"pages":["pages/a/a"],"usingComponents":{"g":"global/g"}}',
      'pages/a/a.json': '{"usingComponents":{"one":"../../c/one","vant":"vant/button"}}',
      ...component('c/one', '{"two":"/c/two/index"}'),
      ...component('c/two/index'),
      ...component('miniprogram_npm/vant/button/index'),
      ...component('global/g'),
    }),
  );
  expect(configs['pages/a/a']?.usingComponents).toEqual({
    g: '/global/g',
    one: '/c/one',
    vant: '/miniprogram_npm/vant/button/index',
  });
  expect(configs['c/one']?.usingComponents).toEqual({ g: '/global/g', two: '/c/two/index' });
  expect(Object.keys(configs)).toContain('c/two/index');
});

test('miniprogramRoot, its private override, and folders that are no part of the mini program', async () => {
  const folder = await writeProject({
    'project.config.json': '{"appid":"wx1","miniprogramRoot":"x/","cloudfunctionRoot":"mini/cloud"}',
    'project.private.config.json': '{"appid":"wx2","miniprogramRoot":"mini/"}',
    'mini/app.json': '{"pages":["p/p"],"subPackages":[{"root":"sub","pages":["q"]}]}',
    'mini/app.js': 'App({})',
    'mini/p/p.wxml': '',
    'mini/p/p.js': 'Page({})',
    'mini/sub/q.wxml': '',
    'mini/sub/q.js': 'Page({})',
    'mini/cloud/fn/index.js': 'exports.main = () => {}',
    'mini/node_modules/x/index.js': '',
  });
  const pkg = await compileProject(folder);
  expect(pkg.appId).toBe('wx2');
  expect(pkg.pages).toEqual(['p/p', 'sub/q']);
  expect(Object.keys(pkg.modules).filter((file) => !file.startsWith('wechat/'))).toEqual([
    'app.js',
    'p/p.js',
    'sub/q.js',
  ]);
});

describe('scripts', () => {
  test('CommonJS stays byte for byte; ES modules and TypeScript become CommonJS', async () => {
    const plain = "const  x = require('./x')\nPage({ x })";
    const { modules } = await compileProject(
      await writeProject({
        ...PAGE,
        'pages/a/a.js': plain,
        'b.js': 'export const b = 1',
        'c.ts': 'export const c: number = 2',
      }),
    );
    expect(modules['pages/a/a.js']).toBe(plain);
    const run = (code = ''): unknown => {
      const module = { exports: {} };
      runInNewContext(code, { module, exports: module.exports });
      return module.exports;
    };
    expect(run(modules['b.js'])).toMatchObject({ b: 1 });
    expect(run(modules['c.js'])).toMatchObject({ c: 2 });
  });
});

describe('compiled again', () => {
  test('the hash changes with what is in the files, not with their dates', async () => {
    const files = { ...PAGE, 'pages/a/a.wxss': '.a{}' };
    const folder = await writeProject(files);
    const { hash } = await compileProject(folder);
    await write(folder, files);
    expect((await compileProject(folder)).hash).toBe(hash);
    const changes: readonly Files[] = [
      { 'pages/a/a.wxss': '.b{}' },
      { 'pages/a/a.wxml': '<text/>' },
      { 'pages/a/a.js': 'Page({x:1})' },
    ];
    for (const change of changes) {
      const { hash: before } = await compileProject(folder);
      await write(folder, change);
      expect((await compileProject(folder)).hash).not.toBe(before);
    }
  });

  test('an error does not stay: the corrected file compiles', async () => {
    const folder = await writeProject({ ...PAGE, 'pages/a/a.wxml': '<view>{{ a + }}</view>' });
    await expect(compileProject(folder)).rejects.toThrow('pages/a/a.wxml:1');
    await expect(compileProject(folder)).rejects.toThrow('pages/a/a.wxml:1');
    await write(folder, { 'pages/a/a.wxml': '<view>{{ a + 1 }}</view>' });
    await expect(compileProject(folder)).resolves.toHaveProperty('pages', ['pages/a/a']);
  });
});
