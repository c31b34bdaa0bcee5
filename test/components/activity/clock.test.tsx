import { activityId, hour, noon, walkWith } from '../../unit/hooks/walks';
import { answers } from '../setup/fake-wechat';
import { asked, launchWalk, wechatWith } from './walk';

/** What waits to be done later, by the ms until then; the page's own timers only. */
let timers: Map<number, { readonly work: () => void; readonly ms: number }>;

beforeEach(() => {
  jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] });
  timers = new Map();
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  let ids = -1;
  // Short ones are the tests' and React's.
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) => {
    if (ms < 500) return set(work, ms);
    timers.set((ids -= 1), { work, ms });
    return ids;
  }) as typeof setTimeout);
  jest.spyOn(globalThis, 'clearTimeout').mockImplementation(((id: number) => {
    if (!timers.delete(id)) clear(id);
  }) as typeof clearTimeout);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const waits = () => [...timers.values()].map(({ ms }) => ms);
const startingIn = (ms: number) => wechatWith({ startsAt: noon + ms, endsAt: noon + ms + hour });

it('ticks by the minute while the walk is far', async () => {
  const { screen, settle } = await launchWalk(startingIn(2 * hour + 30_000));
  expect(waits()).toEqual([30_000]);
  expect(screen.getByText('还有 2 小时出发')).toBeTruthy();
  jest.setSystemTime(noon + 30_000);
  await settle(fire);
  expect(waits()).toEqual([60_000]);
});

it('by the second in the last hour, and then the walk is read', async () => {
  const wechat = startingIn(90_000);
  const { screen, settle } = await launchWalk(wechat);
  expect(waits()).toEqual([1_000]);
  expect(screen.getByText('还有 1 分 30 秒出发')).toBeTruthy();
  jest.setSystemTime(noon + 1_000);
  await settle(fire);
  expect(screen.getByText('还有 1 分 29 秒出发')).toBeTruthy();
  wechat.script.routes['activity/detail'] = answers(
    walkWith({ state: 'started', startsAt: noon + 90_000, endsAt: noon + 90_000 + hour }),
  );
  jest.setSystemTime(noon + 90_000);
  await settle(fire);
  expect(screen.getByText('正在走')).toBeTruthy();
  expect(asked(wechat)).toEqual(['activity/detail', 'activity/detail']);
});

it('every ten seconds once the time has come and the cloud, whose clock is behind, does not say so yet', async () => {
  const wechat = startingIn(1_000);
  const { settle } = await launchWalk(wechat);
  const reads = () => asked(wechat).filter((route) => route === 'activity/detail').length;
  jest.setSystemTime(noon + 1_000);
  await settle(fire);
  expect(reads()).toBe(2);
  expect(waits()).toEqual([10_000]);
  jest.setSystemTime(noon + 11_000);
  await settle(fire);
  expect(reads()).toBe(3);
});

it('a phone whose clock is far ahead says what the cloud does, and does not go on asking', async () => {
  const wechat = wechatWith({ startsAt: noon - 3 * hour, endsAt: noon - hour });
  const { screen, settle } = await launchWalk(wechat);
  expect(screen.getByText('到时间了，正在开始')).toBeTruthy();
  expect(screen.getByText('报名')).toBeTruthy();
  const reads = asked(wechat).length;
  jest.setSystemTime(noon + 10_000);
  await settle(fire);
  expect(asked(wechat)).toHaveLength(reads);
});

it('a walk is over when the cloud says so', async () => {
  const { screen } = await launchWalk(wechatWith({ state: 'started', startsAt: noon - 3 * hour, endsAt: noon - hour }));
  expect(screen.getByText('正在走')).toBeTruthy();
});

it('leaves nothing behind while the page is covered, once it is gone, or when all is over', async () => {
  const page = await launchWalk(startingIn(hour));
  expect(waits()).toHaveLength(1);
  await page.hide();
  expect(waits()).toEqual([]);
  await page.show();
  expect(waits()).toHaveLength(1);
  await launchWalk(wechatWith({ state: 'ended' }), { activity: activityId });
  expect(waits()).toEqual([]);
});

it('a card is renewed while the page stays open', async () => {
  const wechat = startingIn(50 * hour);
  const { settle } = await launchWalk(wechat);
  const cards = () => wechat.calls.filter(({ data }) => data['$url'] === 'card').length;
  expect(cards()).toBe(1);
  jest.setSystemTime(noon + 3 * hour);
  await settle(fire);
  expect(cards()).toBe(1);
  jest.setSystemTime(noon + 4 * hour + 60_000);
  await settle(fire);
  expect(cards()).toBe(2);
});

function fire(): void {
  const due = [...timers.values()];
  timers.clear();
  due.forEach(({ work }) => work());
}
