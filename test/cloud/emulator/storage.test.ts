import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalCloud, type LocalCloud } from './local-cloud';
import { anyOf } from './matchers';

describe('cloud storage', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    local = await startLocalCloud({});
  });
  afterAll(() => local.stop());
  afterEach(() => local.clock.setOffset(0));

  const upload = (cloudPath: string): Promise<{ readonly fileID: string }> =>
    local.script(
      `return await cloud.uploadFile({ cloudPath: '${cloudPath}', fileContent: Buffer.from([0, 255, 128, 10]) });`,
    );

  test('a file that was uploaded is downloaded, byte for byte, also under a Chinese name', async () => {
    const { fileID } = await upload('相册/图 1.png');
    expect(fileID).toMatch(/^cloud:\/\/local-env\..+\/相册\/图 1\.png$/);
    const bytes = await local.script(`return [...(await cloud.downloadFile({ fileID: '${fileID}' })).fileContent];`);
    expect(bytes).toEqual([0, 255, 128, 10]);
  });

  test('a temporary URL serves the file until its time is over', async () => {
    const { fileID } = await upload('a.png');
    const { fileList } = await local.script<{ fileList: readonly { tempFileURL: string }[] }>(
      `return await cloud.getTempFileURL({ fileList: [{ fileID: '${fileID}', maxAge: 60 }] });`,
    );
    expect(fileList).toEqual([{ fileID, status: 0, errMsg: 'ok', maxAge: 60, tempFileURL: anyOf(String) }]);
    const url = fileList[0]?.tempFileURL ?? '';
    const response = await fetch(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(url.replace('a.png', 'b.png'))).status).toBe(403);
    local.clock.advance(61_000);
    expect((await fetch(url)).status).toBe(403);
  });

  test('a deleted file is gone, one that never was is reported', async () => {
    const { fileID } = await upload('b.txt');
    const answer = await local.script(`
      const list = ['${fileID}', 'cloud://local-env.local-local-env/none'];
      const removed = await cloud.deleteFile({ fileList: list });
      const urls = await cloud.getTempFileURL({ fileList: list });
      return [removed, urls].map(({ fileList }) => fileList.map(({ status }) => status));`);
    expect(answer).toEqual([
      [0, -503003],
      [-503003, -503003],
    ]);
  });
});

test('documents, collections and files survive a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloud-storage-'));
  try {
    const first = await startLocalCloud({ storageFolder: folder, collections: ['notes'] });
    await first.script(`
      await db.collection('notes').add({ data: { _id: 'a', at: new Date(86400000), n: 1, deep: { list: [1, null] } } });
      await db.collection('notes').add({ data: { _id: 7, gone: true } });
      await db.collection('notes').doc(7).remove();
      await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('text') });`);
    const before = first.cloud.documents('notes');
    await first.stop();

    const second = await startLocalCloud({ storageFolder: folder });
    expect(second.cloud.collections).toEqual(['notes']);
    expect(second.cloud.documents('notes')).toEqual(before);
    expect(before).toEqual([{ _id: 'a', at: new Date(86400000), n: 1, deep: { list: [1, null] } }]);
    const text = await second.script(
      `return (await cloud.downloadFile({ fileID: 'cloud://local-env.local-local-env/a.txt' })).fileContent.toString();`,
    );
    expect(text).toBe('text');
    await second.cloud.clear();
    await second.stop();

    const third = await startLocalCloud({ storageFolder: folder });
    expect(third.cloud.collections).toEqual([]);
    await third.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
