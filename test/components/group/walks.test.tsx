/** The group's walks on its page: on their way, none, not to be had, older. */
import { noon, walkWith } from '../../unit/hooks/walks';
import { answers, fails, refusal } from '../setup/fake-wechat';
import { launchGroup } from '../setup/launch';
import { GROUP, asked, listed, wechatWith } from './group-screen';
import type { ActivitySummary } from '../../../cloud/contract/contract';

const offline = fails({ errMsg: 'cloud.callFunction:fail request:fail' });

beforeEach(() => jest.useFakeTimers({ now: noon, doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

function walk(): ActivitySummary {
  const { turn: _turn, roster: _roster, ...summary } = walkWith();
  return summary;
}

const withWalks = (route: () => Promise<unknown>) => {
  const wechat = wechatWith();
  wechat.script.routes['activity/ofGroup'] = route;
  return wechat;
};

it('have their room while they are on their way', async () => {
  const { screen } = await launchGroup(
    withWalks(() => new Promise(() => undefined)),
    GROUP,
  );
  expect(screen.getByLabelText('正在取活动')).toBeTruthy();
  expect(screen.queryByText('还没有约着走')).toBeNull();
});

it('that could not be had say so, and a retry gets them', async () => {
  const wechat = withWalks(offline);
  const { screen, tap } = await launchGroup(wechat, GROUP);
  expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
  expect(listed()).toHaveLength(3);
  wechat.script.routes['activity/ofGroup'] = answers({ activities: [walk()] });
  await tap('再试一次');
  expect(screen.getByText('香山环线')).toBeTruthy();
  expect(screen.queryByText('再试一次')).toBeNull();
  expect(asked(wechat)).toEqual(['board']);
});

it('without a way out have no button', async () => {
  const { screen } = await launchGroup(
    withWalks(() => Promise.resolve(refusal('forbidden'))),
    GROUP,
  );
  expect(screen.getByText('你没有权限这样做。')).toBeTruthy();
  expect(screen.queryByText('再试一次')).toBeNull();
});

it('stay when they cannot be read anew, which is said quietly', async () => {
  const wechat = withWalks(answers({ activities: [walk()] }));
  const { screen, show } = await launchGroup(wechat, GROUP);
  expect(screen.getByText('接下来一起走')).toBeTruthy();
  wechat.script.routes['activity/ofGroup'] = offline;
  jest.setSystemTime(noon + 2_000);
  await show();
  expect(screen.getByText('香山环线')).toBeTruthy();
  expect(screen.getByText('接下来一起走 · 没有更新')).toBeTruthy();
  expect(screen.queryByText('再试一次')).toBeNull();
});

it('are read anew with the board when the page is pulled down, which ends when both are there', async () => {
  const wechat = withWalks(answers({ activities: [] }));
  const { screen, pullDown, settle } = await launchGroup(wechat, GROUP);
  let answer: (reply: unknown) => void = () => undefined;
  wechat.script.routes['activity/ofGroup'] = () => new Promise((resolve) => (answer = resolve));
  await pullDown();
  expect(asked(wechat)).toEqual(['board', 'board']);
  expect(wechat.pullDownStops).toBe(0);
  await settle(() => answer({ ok: true, data: { activities: [walk()] } }));
  expect(screen.getByText('香山环线')).toBeTruthy();
  expect(wechat.pullDownStops).toBe(1);
});
