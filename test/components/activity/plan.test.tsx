import type { ClientInput } from '../../../cloud/contract/contract';
import { activityId, noon, walkWith } from '../../unit/hooks/walks';
import { answers, fails, refusal, type FakeWechat } from '../setup/fake-wechat';
import type { Launched } from '../setup/launch';
import { launchPlan, wechatWith } from './walk';

type Creation = ClientInput<'activity', 'create'>;

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

/** A cloud that makes what it is asked for. */
function making(): FakeWechat {
  const wechat = wechatWith();
  wechat.script.routes['activity/create'] = (input) => {
    const { $url: _route, requestId: _id, ...plan } = input as unknown as Creation & { $url: string };
    return answers(walkWith({ ...plan, organizer: true, members: 0 }))();
  };
  return wechat;
}

const type = ({ settle, fireEvent, screen }: Launched, label: string, value: string) =>
  settle(() => fireEvent.input(screen.getByLabelText(label), { target: { value } }));

async function fill(page: Launched): Promise<void> {
  await type(page, '名字', ' 香山环线 ');
  await type(page, '去哪里', '香山公园');
  await type(page, '集合点', '地铁香山站 A 口');
}

const sent = (wechat: FakeWechat) =>
  wechat.calls.filter(({ data }) => data['$url'] === 'create').map(({ data }) => data as unknown as Creation);
const typed = ({ screen }: Launched, label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

it('begins with tomorrow at nine for two hours, and becomes a walk in its own place', async () => {
  const wechat = making();
  const page = await launchPlan(wechat);
  for (const text of ['11月21日 周六', '09:00', '2 小时']) expect(page.screen.getByText(text)).toBeTruthy();
  await fill(page);
  await page.tap('约好了');
  expect(sent(wechat)).toMatchObject([
    {
      group: 'group-weekend',
      title: '香山环线',
      place: '香山公园',
      meetingPoint: '地铁香山站 A 口',
      startsAt: Date.parse('2026-11-21T09:00:00+08:00'),
      endsAt: Date.parse('2026-11-21T11:00:00+08:00'),
      places: 30,
      phoneNeeded: false,
    },
  ]);
  expect(wechat.visited).toEqual([`instead /pages/activity/index?activity=${activityId}`]);
});

it('says at each field what is wrong with it, and sends nothing', async () => {
  const wechat = making();
  const page = await launchPlan(wechat);
  await type(page, '名额', '501');
  await page.tap('约好了');
  for (const text of ['给这次活动起个名字。', '写一下去哪里。', '写一下在哪里集合。', '名额是 1 到 500 之间的整数。']) {
    expect(page.screen.getByText(text)).toBeTruthy();
  }
  await type(page, '名字', '走'.repeat(31));
  expect(page.screen.getByText('最多 30 个字，现在有 31 个。')).toBeTruthy();
  await type(page, '名字', '走'.repeat(30));
  expect(page.screen.queryByText(/最多/)).toBeNull();
  expect(sent(wechat)).toEqual([]);
});

it('says nothing about a field that nobody was at', async () => {
  const page = await launchPlan(making());
  await page.settle(() => page.fireEvent.blur(page.screen.getByLabelText('去哪里')));
  expect(page.screen.getByText('写一下去哪里。')).toBeTruthy();
  expect(page.screen.queryByText('给这次活动起个名字。')).toBeNull();
});

it('a start that has passed is said at once', async () => {
  const page = await launchPlan(making());
  const [date, time] = document.querySelectorAll('[data-picker]');
  if (!date || !time) throw new Error('no pickers');
  expect(date.getAttribute('data-start')).toBe('2026-11-20');
  expect(date.getAttribute('data-end')).toBe('2027-02-18');
  await page.settle(() => page.fireEvent.change(date, { target: { value: '2026-11-20' } }));
  expect(page.screen.getByText('这个时间已经过去了，选一个以后的。')).toBeTruthy();
  await page.settle(() => page.fireEvent.change(time, { target: { value: '12:01' } }));
  expect(page.screen.queryByText('这个时间已经过去了，选一个以后的。')).toBeNull();
});

it('keeps what was typed until it is a walk, in one group alone', async () => {
  const wechat = making();
  await fill(await launchPlan(wechat));
  const again = await launchPlan(wechat);
  expect(typed(again, '名字')).toBe(' 香山环线 ');
  expect(typed(await launchPlan(wechat, { group: 'group-office' }), '名字')).toBe('');
  await (await launchPlan(wechat)).tap('约好了');
  expect(typed(await launchPlan(wechat), '名字')).toBe('');
});

it('a retry, also in another launch, is the same request: one walk', async () => {
  const wechat = making();
  const make = wechat.script.routes['activity/create'] ?? answers({});
  wechat.script.routes['activity/create'] = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
  const page = await launchPlan(wechat);
  await fill(page);
  await page.tap('约好了');
  expect(page.screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
  await page.tap('再试一次');
  wechat.script.routes['activity/create'] = make;
  // Another launch would draw another name.
  wechat.wx['getRandomValues'] = ({ success }: { success: (result: unknown) => void }) =>
    success({ randomValues: new Uint8Array(16).fill(1).buffer });
  await (await launchPlan(wechat)).tap('约好了');
  const ids = sent(wechat).map(({ requestId }) => requestId);
  expect(ids).toEqual(['ab'.repeat(16), 'ab'.repeat(16), 'ab'.repeat(16)]);
  const next = await launchPlan(wechat);
  await fill(next);
  await next.tap('约好了');
  expect(sent(wechat)[3]?.requestId).toBe('01'.repeat(16));
});

it('what was typed after a request that was a walk already stays', async () => {
  const wechat = making();
  wechat.script.routes['activity/create'] = answers(walkWith({ organizer: true }));
  const page = await launchPlan(wechat);
  await fill(page);
  await type(page, '名字', '另一次');
  await page.tap('约好了');
  expect(wechat.visited).toHaveLength(1);
  expect(typed(await launchPlan(wechat), '名字')).toBe('另一次');
});

describe('while the answer is on its way', () => {
  /** The walk is made, and the answer comes when the test says so. */
  async function sending() {
    const wechat = making();
    const make = wechat.script.routes['activity/create'] ?? answers({});
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    wechat.script.routes['activity/create'] = (input) => arrived.then(() => make(input));
    const page = await launchPlan(wechat);
    await fill(page);
    await page.tap('约好了');
    return { wechat, page, arrive: () => page.settle(arrive) };
  }

  it('whoever has gone back stays where they are', async () => {
    const { wechat, page, arrive } = await sending();
    await page.leave();
    await arrive();
    expect(wechat.visited).toEqual([]);
    expect(typed(await launchPlan(wechat), '名字')).toBe('');
  });

  it('whoever is elsewhere for a moment finds the walk when they come back', async () => {
    const { wechat, page, arrive } = await sending();
    await page.hide();
    await arrive();
    expect(wechat.visited).toEqual([]);
    await page.show();
    await page.show();
    expect(wechat.visited).toEqual([`instead /pages/activity/index?activity=${activityId}`]);
  });

  it('what is typed stays for another walk', async () => {
    const { wechat, page, arrive } = await sending();
    await type(page, '名字', '另一次');
    await arrive();
    expect(wechat.visited).toHaveLength(1);
    wechat.wx['getRandomValues'] = ({ success }: { success: (result: unknown) => void }) =>
      success({ randomValues: new Uint8Array(16).fill(1).buffer });
    const next = await launchPlan(wechat);
    expect(typed(next, '名字')).toBe('另一次');
    await next.tap('约好了');
    expect(sent(wechat).map(({ title, requestId }) => [title, requestId])).toEqual([
      ['香山环线', 'ab'.repeat(16)],
      ['另一次', '01'.repeat(16)],
    ]);
  });
});

it('what WeChat refuses is said at the texts, until they change', async () => {
  const wechat = making();
  wechat.script.routes['activity/create'] = () => Promise.resolve(refusal('content-refused'));
  const page = await launchPlan(wechat);
  await fill(page);
  await page.tap('约好了');
  const refused = '名字、地点或集合点没有通过微信的安全检查，改一改再试。';
  expect(page.screen.getByText(refused)).toBeTruthy();
  await type(page, '名字', '香山');
  expect(page.screen.queryByText(refused)).toBeNull();
});

it('a phone number can be asked for', async () => {
  const wechat = making();
  const page = await launchPlan(wechat);
  await fill(page);
  await page.settle(() => page.fireEvent.click(page.screen.getByLabelText('报名要留手机号')));
  await page.tap('约好了');
  expect(sent(wechat)).toMatchObject([{ phoneNeeded: true }]);
});

it('without a group there is nothing to plan', async () => {
  const { screen } = await launchPlan(making(), {});
  expect(screen.getByText('不知道是哪个群')).toBeTruthy();
  expect(screen.getByText('回首页')).toBeTruthy();
});
