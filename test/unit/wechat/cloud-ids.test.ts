import { openStorage } from '../../emulator/storage';
import { Clock } from '../../emulator/clock';
import { CloudIDs } from '../../emulator/wechat/cloud-ids';
import { DAY, MINUTE, newConsentedPlatform } from './platform';

async function newCloudID() {
  const made = await newConsentedPlatform();
  const { cloudID } = await made.platform.getWeRunData(made.ann);
  if (cloudID === undefined) throw new Error('no cloudID');
  return { ...made, cloudID };
}

test('its owner gets the data, more than once', async () => {
  const { platform, ann, cloudID } = await newCloudID();
  const expected = { cloudID, data: expect.objectContaining({ watermark: expect.anything() as object }) as object };
  expect(platform.resolveCloudID(cloudID, ann)).toEqual(expected);
  expect(platform.resolveCloudID(cloudID, ann)).toEqual(expected);
});

test('it lives five minutes of the moved clock', async () => {
  const { platform, clock, ann, cloudID } = await newCloudID();
  clock.advance(5 * MINUTE - 2_000);
  expect(platform.resolveCloudID(cloudID, ann)).toHaveProperty('data');
  clock.advance(2_000);
  expect(platform.resolveCloudID(cloudID, ann)).toEqual({ cloudID, errCode: -601006, errMsg: 'cloudID expired.' });
});

test('nobody else gets the data', async () => {
  const { platform, bo, cloudID } = await newCloudID();
  expect(platform.resolveCloudID(cloudID, bo)).toEqual({
    cloudID,
    errCode: -601007,
    errMsg: 'cloudID and calling user does not match',
  });
});

test('one that WeChat never gave out is invalid', async () => {
  const { platform, ann } = await newCloudID();
  expect(platform.resolveCloudID('48_made-up', ann)).toEqual({
    cloudID: '48_made-up',
    errCode: -601005,
    errMsg: 'invalid cloudID',
  });
});

describe('with more of them than WeChat keeps', () => {
  const many = async (ids: CloudIDs) => {
    for (let n = 0; n < 500; n += 1) await ids.issue('oAnn', { n });
  };

  test('the oldest are forgotten in the order of issue, also where the clock went back, over a restart', async () => {
    const storage = await openStorage(undefined);
    const clock = new Clock();
    const ids = await CloudIDs.open(storage, clock);
    const first = await ids.issue('oAnn', {});
    await many(ids);
    expect(ids.resolve(first, 'oAnn')).toMatchObject({ errCode: -601005 });
    clock.advance(-DAY);
    const again = await CloudIDs.open(storage, clock);
    const made = await Promise.all([1, 2].map((n) => again.issue('oAnn', { n })));
    expect(made.map((id) => again.resolve(id, 'oAnn'))).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }]);
  });

  test('one that was long on its way has expired, and is not unknown', async () => {
    const ids = await CloudIDs.open(await openStorage(undefined), new Clock());
    await many(ids);
    ids.delay(5 * MINUTE, 1);
    const late = await ids.issue('oAnn', {});
    expect(ids.resolve(late, 'oAnn')).toMatchObject({ errCode: -601006 });
  });
});
