/** My groups and my walks below my steps: on their way, not to be had, older, many. */
import { noon, seated, walkWith } from '../../unit/hooks/walks';
import { FakeWechat, answers, fails, refusal } from '../setup/fake-wechat';
import { launchHome } from '../setup/launch';

const offline = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
const sentence = '网络好像断开了，检查一下再试。';
const groupsOf = (count: number) =>
  answers({ groups: Array.from({ length: count }, (_, n) => ({ group: `group-${n}`, visible: true })) });

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

/** Somebody who has had walks and groups on this phone. */
function regular(): FakeWechat {
  const { turn: _turn, roster: _roster, ...walk } = walkWith({ seat: seated });
  const wechat = new FakeWechat();
  wechat.stored.set('activities-seen', true).set('groups-seen', true);
  wechat.script.routes['share/groups'] = groupsOf(2);
  wechat.script.routes['activity/mine'] = answers({ activities: [walk] });
  return wechat;
}

const failing = (): FakeWechat => {
  const wechat = regular();
  wechat.script.routes['share/groups'] = offline;
  wechat.script.routes['activity/mine'] = offline;
  return wechat;
};

const calls = (wechat: FakeWechat) => wechat.routes.filter((route) => route === 'groups' || route === 'mine');

it('have their room while they are on their way, for whoever has had some', async () => {
  const wechat = regular();
  wechat.script.routes['share/groups'] = wechat.script.routes['activity/mine'] = () => new Promise(() => undefined);
  const { screen } = await launchHome(wechat);
  expect(screen.getByLabelText('正在取我的群')).toBeTruthy();
  expect(screen.getByLabelText('正在取活动')).toBeTruthy();
});

it('of a first visit are not waited for', async () => {
  const wechat = new FakeWechat();
  wechat.script.routes['share/groups'] = () => new Promise(() => undefined);
  const { screen } = await launchHome(wechat);
  expect(screen.queryByLabelText('正在取我的群')).toBeNull();
  expect(screen.queryByText('我的群')).toBeNull();
});

it('offline say so once, and one retry gets both', async () => {
  const wechat = failing();
  const { screen, tap } = await launchHome(wechat);
  expect(screen.getAllByText(sentence)).toHaveLength(1);
  Object.assign(wechat.script.routes, regular().script.routes);
  await tap('再试一次');
  expect(screen.getByText('香山环线')).toBeTruthy();
  expect(screen.getAllByText('微信群')).toHaveLength(2);
  expect(screen.queryByText(sentence)).toBeNull();
});

it('that fail for two reasons say both', async () => {
  const wechat = failing();
  wechat.script.routes['activity/mine'] = () => Promise.resolve(refusal('forbidden'));
  const { screen } = await launchHome(wechat);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(screen.getByText('你没有权限这样做。')).toBeTruthy();
  expect(screen.getAllByText('再试一次')).toHaveLength(1);
});

it('that were empty say so too: there may be something by now', async () => {
  const wechat = regular();
  wechat.script.routes['share/groups'] = groupsOf(0);
  const { screen, show, tap } = await launchHome(wechat);
  expect(screen.queryByText(sentence)).toBeNull();
  wechat.script.routes['share/groups'] = offline;
  await show();
  expect(screen.getByText(sentence)).toBeTruthy();
  wechat.script.routes['share/groups'] = groupsOf(1);
  await tap('再试一次');
  expect(screen.getByText('微信群')).toBeTruthy();
});

it('stay when they cannot be read anew, which is said quietly', async () => {
  const wechat = regular();
  const { screen, show } = await launchHome(wechat);
  wechat.script.routes['share/groups'] = wechat.script.routes['activity/mine'] = offline;
  jest.setSystemTime(noon + 2_000);
  await show();
  expect(screen.getByText('我的活动 · 没有更新')).toBeTruthy();
  expect(screen.getByText('我的群 · 没有更新')).toBeTruthy();
  expect(screen.getByText('香山环线')).toBeTruthy();
  expect(screen.queryByText(sentence)).toBeNull();
});

it('are read anew when the page is pulled down, which ends when all are there', async () => {
  const wechat = regular();
  const { screen, pullDown, settle } = await launchHome(wechat);
  let answer: (reply: unknown) => void = () => undefined;
  wechat.script.routes['share/groups'] = () => new Promise((resolve) => (answer = resolve));
  await pullDown();
  expect(calls(wechat).slice(2).sort()).toEqual(['groups', 'mine']);
  expect(wechat.pullDownStops).toBe(0);
  await settle(async () => answer(await groupsOf(3)()));
  expect(wechat.pullDownStops).toBe(1);
  expect(screen.getAllByText('微信群')).toHaveLength(3);
});

it("of a hundred groups leave no node with more children than WeChat's audit allows", async () => {
  const wechat = regular();
  wechat.script.routes['share/groups'] = groupsOf(100);
  const { screen } = await launchHome(wechat);
  expect(screen.getAllByText('微信群')).toHaveLength(100);
  const most = Math.max(...[...document.querySelectorAll('*')].map(({ childNodes }) => childNodes.length));
  expect(most).toBeLessThanOrEqual(60);
});
