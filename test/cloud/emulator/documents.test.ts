import { SDK, startLocalCloud, type LocalCloud } from './local-cloud';

describe('documents through the genuine wx-server-sdk', () => {
  let local: LocalCloud;

  beforeAll(async () => {
    local = await startLocalCloud({
      collections: ['notes'],
      functions: {
        first: `${SDK}
          exports.main = async (event) => {
            const { OPENID, APPID, ENV, SOURCE } = cloud.getWXContext();
            const { _id } = await db.collection('notes').add({ data: { text: event.text, at: db.serverDate() } });
            const { data } = await db.collection('notes').doc(_id).get();
            return { context: { OPENID, APPID, ENV, SOURCE }, text: data.text, isDate: data.at instanceof Date, at: data.at };
          };`,
      },
    });
  });
  afterAll(() => local.stop());

  test('a function writes and reads a document and sees who calls it', async () => {
    const before = local.clock.now();
    const answer = (await local.call('first', { text: '你好' })) as Record<string, unknown>;
    expect(answer).toMatchObject({
      context: { OPENID: 'oUserA', APPID: 'wxlocal0000000001', ENV: 'local-env', SOURCE: 'wx_client' },
      text: '你好',
      isDate: true,
    });
    expect(Date.parse(String(answer['at']))).toBeGreaterThanOrEqual(before);
    expect(local.cloud.documents('notes')).toEqual([
      { _id: expect.stringMatching(/^[0-9a-f]{32}$/), text: '你好', at: expect.any(Date) },
    ]);
  });
});
