import { MINUTE, newConsentedPlatform } from './platform';

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
