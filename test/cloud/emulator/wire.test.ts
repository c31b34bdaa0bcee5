import { request } from 'node:http';
import { startLocalCloud, type LocalCloud } from './local-cloud';

let local: LocalCloud;
beforeAll(async () => {
  local = await startLocalCloud({});
});
afterAll(() => local.stop());

/** What a page can have its browser send without asking: a POST of plain text, blindly. Answers the status. */
function post(collection: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const body = JSON.stringify({ action: 'database.addCollection', collectionName: collection });
  return new Promise((resolve, reject) => {
    const sent = request(`${local.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', ...headers },
    });
    sent.once('error', reject).once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sent.end(body);
  });
}

test.each([
  ['another site', { Origin: 'https://example.com' }],
  ['another server of this machine', { Origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['a name that resolves to this machine', { Host: 'example.com' }],
])('a page of %s changes nothing', async (_whose, headers) => {
  expect(await post('theirs', headers)).toBe(403);
  expect(local.cloud.collections).toEqual([]);
});

test('a program that is no page is answered, and so is the SDK', async () => {
  expect(await post('ours', {})).toBe(200);
  await local.script(`await db.createCollection('of_the_sdk')`);
  expect(local.cloud.collections).toEqual(['of_the_sdk', 'ours']);
});

test('a page may show a file whose signed address it has', async () => {
  const { fileID } = await local.script<{ readonly fileID: string }>(
    `return await cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('text') })`,
  );
  const [file] = await local.script<readonly { readonly tempFileURL: string }[]>(
    `return (await cloud.getTempFileURL({ fileList: ['${fileID}'] })).fileList`,
  );
  const response = await fetch(file?.tempFileURL ?? '', { headers: { Origin: 'http://127.0.0.1:1' } });
  expect([response.status, await response.text()]).toEqual([200, 'text']);
});
