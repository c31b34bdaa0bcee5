import { emulators } from './project';

const world = emulators();

test.each([
  ['/', 'workbench'],
  ['/phone/p1', 'phone'],
])('%s is a page whose code is bundled on the way', async (path, name) => {
  const { emulator } = await world.start({ projectDir: world.newProject() });
  const page = await fetch(emulator.url + path);
  const html = await page.text();
  expect(html).toContain(`<div id="${name}"></div>`);
  expect(page.status).toBe(200);
  const script = /<script src="([^"]+)">/.exec(html)?.[1] ?? '';
  const code = await fetch(emulator.url + script);
  expect(code.status).toBe(200);
  expect(code.headers.get('cache-control')).toContain('immutable');
});
