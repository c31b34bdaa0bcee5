import { failureOf, startLocalCloud, type Failed, type LocalCloud } from './local-cloud';

const bytes = Buffer.from('a picture');
const denied = { errCode: -503002 };
const missing = { errCode: -503003 };

let local: LocalCloud;
beforeAll(async () => {
  local = await startLocalCloud({});
});
afterAll(() => local.stop());

const upload = (openid: string, cloudPath: string) => local.cloud.files.upload(openid, cloudPath, bytes);

test('who uploads a file reads it, gets a URL of it, and deletes it', async () => {
  const { files } = local.cloud;
  const { fileID, statusCode } = await upload('oAnn', 'avatars/1.png');
  expect(statusCode).toBe(204);
  expect(await files.download('oAnn', fileID)).toEqual({ bytes: new Uint8Array(bytes), contentType: 'image/png' });
  const [file] = await files.temporaryUrls('oAnn', [{ fileID, maxAge: 60 }]);
  expect(file).toMatchObject({ status: 0, maxAge: 60 });
  const url = file?.tempFileURL ?? '';
  expect(await (await fetch(url)).text()).toBe('a picture');
  local.clock.advance(61_000);
  expect((await fetch(url)).status).toBe(403);
  expect(await files.remove('oAnn', [fileID])).toEqual([{ fileID, status: 0, errMsg: 'ok' }]);
  expect(await failureOf(files.download('oAnn', fileID))).toMatchObject(missing);
});

test('nobody else does, nor replaces it; a deleted path is free again', async () => {
  const { files } = local.cloud;
  const { fileID } = await upload('oAnn', 'avatars/2.png');
  expect(await failureOf(files.download('oBo', fileID))).toMatchObject(denied);
  expect(await failureOf(upload('oBo', 'avatars/2.png'))).toMatchObject(denied);
  expect(await files.temporaryUrls('oBo', [{ fileID }])).toMatchObject([
    { tempFileURL: '', status: 1, errMsg: 'STORAGE_EXCEED_AUTHORITY' },
  ]);
  expect(await files.remove('oBo', [fileID])).toMatchObject([{ status: 1, errMsg: 'STORAGE_EXCEED_AUTHORITY' }]);
  await files.remove('oAnn', [fileID]);
  await expect(upload('oBo', 'avatars/2.png')).resolves.toMatchObject({ fileID });
});

test('a function reads, shares and deletes what anybody uploaded; what it made is nobody else’s', async () => {
  const { files } = local.cloud;
  const { fileID } = await upload('oAnn', 'avatars/3.png');
  const [link, made] = await local.script<readonly [string, string]>(
    `const { fileList } = await cloud.getTempFileURL({ fileList: [${JSON.stringify(fileID)}] });
     const { fileID } = await cloud.uploadFile({ cloudPath: 'made.txt', fileContent: Buffer.from('x') });
     return [fileList[0].tempFileURL, fileID];`,
    'oBo',
  );
  expect(await (await fetch(link)).text()).toBe('a picture');
  expect(await failureOf(files.download('oBo', made))).toMatchObject(denied);
  await local.script(`await cloud.deleteFile({ fileList: [${JSON.stringify(fileID)}] })`);
  expect(await files.list()).not.toContain('avatars/3.png');
});

test.each(['', '/avatars/1.png', 'a//b.png', '头像.png', 'a b.png'])('%j is no path', async (path) => {
  expect(await failureOf(upload('oAnn', path))).toMatchObject({ errCode: -501007 });
});

test('of two who upload to one path at once, one has the file', async () => {
  const settled = await Promise.allSettled(['oAnn', 'oBo'].map((openid) => upload(openid, 'avatars/4.png')));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  const { files } = local.cloud;
  const fileID = 'cloud://local-env.local-local-env/avatars/4.png';
  expect(await failureOf(files.download('oBo', fileID))).toMatchObject(denied);
  expect((await files.download('oAnn', fileID)).bytes).toEqual(new Uint8Array(bytes));
});

test('a URL to download is none to write', async () => {
  const { fileID } = await upload('oAnn', 'avatars/5.png');
  const url = (await local.cloud.files.temporaryUrls('oAnn', [{ fileID }]))[0]?.tempFileURL ?? '';
  expect((await fetch(url, { method: 'PUT', body: 'another picture' })).status).toBe(403);
  expect(await (await fetch(url)).text()).toBe('a picture');
});

test('fifty files at once, not more', async () => {
  const ids = Array.from({ length: 51 }, (_, index) => `cloud://x/${index}`);
  expect(await failureOf(local.cloud.files.remove('oAnn', ids))).toMatchObject({ errCode: -501007 });
  for (const api of ['getTempFileURL', 'deleteFile']) {
    const ask = (count: number) =>
      local.script<Failed | object>(`return await cloud.${api}({ fileList: ${JSON.stringify(ids.slice(0, count))} })`);
    expect(await ask(50)).toMatchObject({ fileList: expect.any(Array) as unknown });
    expect(await ask(51)).toMatchObject({ failure: { code: 'INVALID_PARAM' } });
  }
});
