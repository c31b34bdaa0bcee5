import { type Harness, startHarness } from '../harness';
import type { ResolvedCloudID } from '../../emulator/wechat/types';

const minute = 60_000;

describe('open data that WeChat does not vouch for', () => {
  let wechat: Harness;
  let openid: string;
  let resolve: (resolved: ResolvedCloudID) => ResolvedCloudID;

  beforeEach(async () => {
    resolve = (resolved) => resolved;
    wechat = await startHarness({ resolve: (resolved) => resolve(resolved) });
    openid = await wechat.person();
  });
  afterEach(() => wechat.stop());

  /** Sends, and checks that the refusal is the expected one and left no trace. */
  async function refused(event: object, code: string, cloudIDs?: Readonly<Record<string, string>>): Promise<void> {
    const { answer, record } = await wechat.send({
      openid,
      event: { $url: 'weRun', ...event },
      ...(cloudIDs && { cloudIDs }),
    });
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(wechat.stored()).toEqual([]);
    expect(record.databaseCalls).toBe(0);
  }

  const forgedData = () => ({
    stepInfoList: [{ timestamp: wechat.clock.seconds(), step: 99_999 }],
    watermark: { appid: wechat.platform.app.appId, timestamp: wechat.clock.seconds() },
  });

  test('a plain object that looks like WeChat’s substitution is refused', async () => {
    await refused({ werun: { cloudID: 'made-up', data: forgedData() } }, 'open-data-untrusted');
  });

  test('so is one that carries a genuine CloudID of the caller beside made-up data', async () => {
    const cloudID = await wechat.weRun(openid);
    await refused({ werun: { cloudID, data: forgedData() } }, 'open-data-untrusted');
  });

  test('so is one that carries somebody else’s CloudID', async () => {
    const cloudID = await wechat.weRun(await wechat.person());
    await refused({ werun: { cloudID, data: forgedData() } }, 'open-data-untrusted');
  });

  test('so is one beside a field that WeChat did fill in', async () => {
    const other = await wechat.weRun(openid);
    await refused({ werun: { cloudID: other, data: forgedData() }, other }, 'invalid-input', { other });
  });

  test('where WeChat filled in nothing, it is asked what is behind the CloudID', async () => {
    const werun = await wechat.weRun(openid);
    const { answer } = await wechat.send({ openid, event: { $url: 'weRun', werun } });
    expect(answer).toEqual((await wechat.sendWeRun(openid)).answer);
    expect(answer.ok).toBe(true);
  });

  test('then it also says when a CloudID is made up, expired or somebody else’s', async () => {
    const expired = await wechat.weRun(openid);
    wechat.clock.advance(5 * minute);
    const foreign = await wechat.weRun(await wechat.person());
    await refused({ werun: 'made-up' }, 'cloudid-invalid');
    await refused({ werun: expired }, 'cloudid-expired');
    await refused({ werun: foreign }, 'cloudid-foreign');
  });

  test('and genuine data that nobody vouched for is believed because WeChat repeats it', async () => {
    const cloudID = await wechat.weRun(openid);
    const genuine = wechat.platform.resolveCloudID(cloudID, openid);
    const { answer } = await wechat.send({ openid, event: { $url: 'weRun', werun: genuine } });
    expect(answer.ok).toBe(true);
  });

  test('a CloudID older than five minutes has expired', async () => {
    const werun = await wechat.weRun(openid);
    wechat.clock.advance(5 * minute);
    await refused({ werun }, 'cloudid-expired', { werun });
  });

  test('one that is a moment younger has not', async () => {
    const werun = await wechat.weRun(openid);
    wechat.clock.advance(5 * minute - 1_000);
    expect((await wechat.sendWeRun(openid, werun)).answer.ok).toBe(true);
  });

  test('somebody else’s CloudID is foreign', async () => {
    const werun = await wechat.weRun(await wechat.person());
    await refused({ werun }, 'cloudid-foreign', { werun });
  });

  test('a CloudID that WeChat never gave is invalid', async () => {
    await refused({ werun: 'made-up' }, 'cloudid-invalid', { werun: 'made-up' });
  });

  test('a nested CloudID stays plain text and is refused', async () => {
    const werun = await wechat.weRun(openid);
    await refused({ werun: { nested: werun } }, 'invalid-input', { 'werun.nested': werun });
  });

  test('with five other CloudIDs before it, the call is refused', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'werun'];
    const cloudIDs: Record<string, string> = {};
    for (const name of names) cloudIDs[name] = await wechat.weRun(openid);
    await refused(cloudIDs, 'invalid-input', cloudIDs);
  });

  test('data made for another mini program is refused', async () => {
    resolve = watermarked({ appid: 'wxffffffffffffffff' });
    const werun = await wechat.weRun(openid);
    await refused({ werun }, 'open-data-untrusted', { werun });
  });

  test('data whose watermark is old is stale, whatever the age of its CloudID', async () => {
    resolve = watermarked({ timestamp: wechat.clock.seconds() - 11 * 60 });
    const werun = await wechat.weRun(openid);
    await refused({ werun }, 'open-data-stale', { werun });
  });

  test('data from the future is refused', async () => {
    resolve = watermarked({ timestamp: wechat.clock.seconds() + 6 * 60 });
    const werun = await wechat.weRun(openid);
    await refused({ werun }, 'open-data-untrusted', { werun });
  });

  test('data without a watermark is refused', async () => {
    resolve = (resolved) => ({ cloudID: resolved.cloudID, data: { stepInfoList: [] } });
    const werun = await wechat.weRun(openid);
    await refused({ werun }, 'open-data-untrusted', { werun });
  });

  test('open data of another kind is refused', async () => {
    resolve = (resolved) => ({
      cloudID: resolved.cloudID,
      data: { openGId: 'G', watermark: { appid: wechat.platform.app.appId, timestamp: wechat.clock.seconds() } },
    });
    const werun = await wechat.weRun(openid);
    await refused({ werun }, 'open-data-untrusted', { werun });
  });

  test('a person that WeChat does not name is not let in', async () => {
    const { answer, record } = await wechat.send({ event: { $url: 'steps' }, source: 'wx_client' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-signed-in' } });
    expect(record.databaseCalls).toBe(0);
  });

  test('an openid in the input is not looked at, it is refused', async () => {
    await refused({ $url: 'steps', openid: 'oSomebodyElse' }, 'invalid-input');
  });
});

function watermarked(patch: object): (resolved: ResolvedCloudID) => ResolvedCloudID {
  return (resolved) => {
    if (!('data' in resolved)) return resolved;
    const data = resolved.data as { readonly watermark: object };
    return { cloudID: resolved.cloudID, data: { ...data, watermark: { ...data.watermark, ...patch } } };
  };
}
