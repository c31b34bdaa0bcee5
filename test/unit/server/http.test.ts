import type { Emulator } from '../../emulator/server/emulator';
import { emulators } from './project';

const world = emulators();
let emulator: Emulator;

beforeAll(async () => {
  ({ emulator } = await world.start({ projectDir: world.newProject() }));
});

test("serves the mini program's files, and says when they did not change", async () => {
  const url = `${emulator.url}/project/assets/images/dot.svg`;
  const first = await fetch(url);
  expect(first.headers.get('content-type')).toBe('image/svg+xml');
  const etag = first.headers.get('etag') ?? '';
  expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test('serves nothing outside the package', async () => {
  const outside = await fetch(`${emulator.url}/project/assets/..%2fproject.config.json`);
  expect(outside.status).toBe(404);
  expect((await fetch(`${emulator.url}/project/assets/images`)).status).toBe(404);
});

test("a developer's server redeems a login code once", async () => {
  const [ann] = emulator.platform.users;
  const { code } = await emulator.platform.login(ann?.openid ?? '');
  const ask = async () =>
    (await fetch(`${emulator.url}/sns/jscode2session?js_code=${code}`)).json() as Promise<unknown>;
  expect(await ask()).toMatchObject({ openid: ann?.openid });
  expect(await ask()).toEqual({ errcode: 40029, errmsg: 'invalid code' });
});

test('there is no page for a phone that there is not', async () => {
  expect((await fetch(`${emulator.url}/phone/p9`)).status).toBe(404);
});
