import { markPicture } from '../../emulator/wechat/content/pictures';
import { SDK, startLocalCloud, type LocalCloud } from './local-cloud';

interface Checked {
  readonly errCode: number;
  readonly result?: { readonly suggest: string; readonly label: number };
  readonly traceId?: string;
}

interface Pushed {
  readonly event: { readonly trace_id?: string };
  readonly openid: unknown;
  readonly source: unknown;
}

/** Keeps every push with the context in which it came. */
const RECEIVER = `${SDK} exports.main = async (event) => {
  const { OPENID, SOURCE } = cloud.getWXContext();
  await db.collection('pushes').add({ data: { event, openid: OPENID ?? null, source: SOURCE } });
  return 'success';
};`;
const CHECK = `${SDK} exports.main = ({ api, fields }) => cloud.openapi.security[api](fields)
  .catch(({ errCode }) => ({ errCode }));`;

let local: LocalCloud;
let ann: string;
let bo: string;

beforeAll(async () => {
  const config = { permissions: { openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'] } };
  local = await startLocalCloud({
    functions: { check: { code: CHECK, config }, verdict: RECEIVER },
    collections: ['pushes'],
    pushReceiver: 'verdict',
  });
  [ann, bo] = [local.platform.users[0]?.openid ?? '', local.platform.users[1]?.openid ?? ''];
});
afterAll(() => local.stop());

const check = (api: string, fields: object) => local.call<Checked>('check', { api, fields }, ann);
const text = (content: string, fields: object = {}) =>
  check('msgSecCheck', { content, openid: ann, version: 2, scene: 1, ...fields });

describe('msgSecCheck', () => {
  test.each([
    ['周末走走', 'pass'],
    ['来赌博', 'risky'],
    ['加微信', 'review'],
  ])('%s: %s', async (content, suggest) => {
    expect(await text(content)).toMatchObject({ errCode: 0, result: { suggest } });
  });

  test('its first version is closed; scene and openid are needed', async () => {
    expect(await check('msgSecCheck', { content: '走走' })).toEqual({ errCode: 47001 });
    expect(await text('走走', { version: 1 })).toEqual({ errCode: 47001 });
    expect(await text('走走', { scene: 9 })).toEqual({ errCode: 47001 });
    expect(await text('走走', { openid: 'oNobody' })).toEqual({ errCode: 40003 });
  });

  test('another user must have been here in the last two hours', async () => {
    expect(await text('走走', { openid: bo })).toEqual({ errCode: 61010 });
    local.platform.visit(bo);
    expect(await text('走走', { openid: bo })).toMatchObject({ errCode: 0 });
    local.clock.advance(2 * 3_600_000);
    expect(await text('走走', { openid: bo })).toEqual({ errCode: 61010 });
  });

  test('takes 2500 characters', async () => {
    expect(await text('走'.repeat(2500))).toMatchObject({ errCode: 0 });
    expect(await text('走'.repeat(2501))).toEqual({ errCode: 45002 });
  });
});

describe('mediaCheckAsync', () => {
  const picture = Buffer.from('iVBORw0KGgo=', 'base64');
  const media = (media_url: string) =>
    check('mediaCheckAsync', { media_url, media_type: 2, openid: ann, version: 2, scene: 1 });
  const pushed = () => local.cloud.documents('pushes').map((document) => document as Pushed);

  /** A picture in cloud storage, under a URL that WeChat can fetch. */
  async function uploaded(name: string, bytes: Uint8Array): Promise<string> {
    const { fileID } = await local.cloud.files.upload(ann, `avatars/${name}.png`, bytes);
    const [file] = await local.cloud.files.temporaryUrls(ann, [{ fileID }]);
    return file?.tempFileURL ?? '';
  }

  test('answers a trace id; the receiver is called later, by WeChat and by nobody else', async () => {
    const good = await media(await uploaded('good', picture));
    const bad = await media(await uploaded('bad', markPicture(picture, 'risky')));
    expect(pushed()).toEqual([]);
    expect(await local.platform.contentChecks.deliver()).toBe(2);
    const events = new Map(pushed().map(({ event }) => [event.trace_id, event]));
    expect(events.get(good.traceId)).toMatchObject({ result: { suggest: 'pass' } });
    expect(events.get(bad.traceId)).toMatchObject({ result: { suggest: 'risky' } });
    expect(events.size).toBe(2);
    for (const { openid, source } of pushed()) expect([openid, source]).toEqual([null, 'wx_unknown']);
  });

  test('the moved clock brings it too', async () => {
    const before = pushed().length;
    const { traceId } = await media(await uploaded('later', picture));
    const arrived = new Promise<void>((resolve) => {
      const end = local.cloud.onCall(({ name }) => {
        if (name !== 'verdict') return;
        end();
        resolve();
      });
    });
    local.clock.advance(10_000);
    await arrived;
    expect(pushed()).toHaveLength(before + 1);
    expect(pushed().at(-1)).toMatchObject({ event: { trace_id: traceId } });
  });

  test('a file that is not there is -1008', async () => {
    const address = (await uploaded('secret', picture)).replace(/sign=\w/, 'sign=x');
    const { traceId } = await media(address);
    await local.platform.contentChecks.deliver();
    expect(pushed().at(-1)).toMatchObject({ event: { trace_id: traceId, errcode: -1008, detail: [] } });
  });

  test('an address that is none, or no version 2, is refused at once', async () => {
    expect(await media('cloud://local-env.x/avatars/a.png')).toEqual({ errCode: 47001 });
    expect(await check('mediaCheckAsync', { media_url: 'http://127.0.0.1/', media_type: 2 })).toEqual({
      errCode: 47001,
    });
  });
});
