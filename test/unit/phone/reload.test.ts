import { compileProject } from '../../emulator/phone/compile';
import { stopPhones, TestPhone } from './phone';
import { removeProjects, write, type Files } from './project';

afterEach(stopPhones);
afterAll(removeProjects);

const page = (
  name: string,
  wxml = '{{n}}',
  script = 'Page({ data: { n: 0 }, set(n) { this.setData({ n }) } })',
): Files => ({
  [`pages/${name}/${name}.wxml`]: wxml,
  [`pages/${name}/${name}.js`]: script,
});

async function change(test: TestPhone, files: Files): Promise<void> {
  await write(test.folder, files);
  await test.command({ command: 'reload', package: await compileProject(test.folder) });
}

test('other WXML or WXSS is put in place: data stays, no lifecycle runs', async () => {
  const test = await TestPhone.open({ ...page('a'), 'app.js': 'App({ onLaunch() { console.log("launch") } })' });
  test.page.call('set', 5);
  await change(test, { 'pages/a/a.wxml': 'now {{n}}', 'pages/a/a.wxss': '.a{}' });
  expect(test.text()).toBe('now 5');
  test.page.call('set', 6);
  expect(test.text()).toBe('now 6');
  expect(test.logs).toEqual(['launch']);
  expect(test.phone.context.package.styles['pages/a/a']).toContain('.a');
});

test('other scripts start the mini program anew with the pages that were open, as they were entered', async () => {
  const test = await TestPhone.open({
    ...page('a'),
    ...page('b', '{{q}}', 'Page({ onLoad({ q }) { this.setData({ q }) } })'),
  });
  test.page.call('set', 5);
  await test.stack.navigateTo('/pages/b/b?q=7');
  await change(test, { 'pages/a/a.js': 'Page({ data: { n: "new" } })' });
  expect(test.routes).toEqual(['pages/a/a', 'pages/b/b']);
  expect(test.text()).toBe('7');
  await test.stack.navigateBack(1);
  expect(test.text()).toBe('new');
});

test('a page that is gone is left out', async () => {
  const test = await TestPhone.open({ ...page('a'), ...page('b') });
  await test.stack.navigateTo('/pages/b/b');
  await change(test, { 'app.json': '{"pages":["pages/a/a"]}' });
  expect(test.routes).toEqual(['pages/a/a']);
});
