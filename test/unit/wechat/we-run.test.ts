import { decryptOpenData } from '../../emulator/wechat/open-data';
import type { StepInfo } from '../../emulator/wechat/we-run';
import { APP_ID, DAY, newConsentedPlatform } from './platform';

const SUNDAY = Date.parse('2026-03-15T00:00:00+08:00') / 1000;

async function readSteps({ platform, ann }: Awaited<ReturnType<typeof newConsentedPlatform>>) {
  const data = decryptOpenData(await platform.getWeRunData(ann), platform.sessionKey(ann), APP_ID);
  return { stepInfoList: data.stepInfoList as readonly StepInfo[], watermark: data.watermark };
}

test('31 days, each at 00:00 UTC+8 in seconds, ascending, today last', async () => {
  const { stepInfoList, watermark } = await readSteps(await newConsentedPlatform());
  expect(stepInfoList.map(({ timestamp }) => timestamp)).toEqual(
    Array.from({ length: 31 }, (_, index) => SUNDAY - (30 - index) * 86_400),
  );
  for (const { step } of stepInfoList) expect(step).toBeGreaterThan(0);
  expect(watermark.timestamp).toBe(SUNDAY + 12 * 3600);
});

test('a new day appears at 00:00 UTC+8, not at midnight of the machine', async () => {
  const made = await newConsentedPlatform();
  made.clock.advance(12 * 3_600_000 - 5_000);
  expect((await readSteps(made)).stepInfoList.at(-1)?.timestamp).toBe(SUNDAY);
  made.clock.advance(5_000);
  expect((await readSteps(made)).stepInfoList.at(-1)?.timestamp).toBe(SUNDAY + 86_400);
});

test('a past day keeps its number when the clock moves on', async () => {
  const made = await newConsentedPlatform();
  const before = (await readSteps(made)).stepInfoList;
  made.clock.advance(3 * DAY);
  expect((await readSteps(made)).stepInfoList.slice(0, 28)).toEqual(before.slice(3));
});

test('steps that were set are reported; days without any are left out', async () => {
  const made = await newConsentedPlatform();
  await made.platform.updateUser(made.ann, {
    steps: { '2026-03-15': 9, '2026-03-01': 7, '2026-02-13': 5, '2026-02-12': 3 },
  });
  expect((await readSteps(made)).stepInfoList.map(({ step }) => step)).toEqual([5, 7, 9]);
});

test('one day can be set without losing the others', async () => {
  const made = await newConsentedPlatform();
  await made.platform.setSteps(made.ann, '2026-03-15', 12345);
  const { stepInfoList } = await readSteps(made);
  expect(stepInfoList).toHaveLength(31);
  expect(stepInfoList.at(-1)?.step).toBe(12345);
});

test.each([
  ['off', 'getWeRunData:fail cancel'],
  ['unsupported', 'getWeRunData:fail device not support'],
] as const)('WeRun %s fails as WeChat does', async (weRun, errMsg) => {
  const { platform, ann } = await newConsentedPlatform();
  await platform.updateUser(ann, { weRun });
  await expect(platform.getWeRunData(ann)).rejects.toMatchObject({ errMsg });
});

test('without a cloud environment there is no cloudID', async () => {
  const { platform, ann } = await newConsentedPlatform();
  expect((await platform.getWeRunData(ann)).cloudID).toEqual(expect.any(String));
  await platform.declare({ cloud: false });
  expect(await platform.getWeRunData(ann)).not.toHaveProperty('cloudID');
});
