import type { ActivityDetail } from '../../../cloud/contract/contract';
import { activityId, cardWith, walkWith } from '../../unit/hooks/walks';
import { FakeWechat, answers } from '../setup/fake-wechat';
import { launchProbe, type Launched } from '../setup/launch';

/** A WeChat in which this walk exists. */
export function wechatWith(change: Partial<ActivityDetail> = {}): FakeWechat {
  const wechat = new FakeWechat();
  const { routes } = wechat.script;
  routes['activity/detail'] = answers(walkWith(change));
  routes['activity/card'] = answers(cardWith());
  routes['activity/shared'] = answers({});
  routes['activity/mine'] = answers({ activities: [] });
  wechat.enterOptions = { path: 'pages/activity/index', query: { activity: activityId }, scene: 1001 };
  wechat.wx['redirectTo'] = ({ url }: { url: string }) => void wechat.visited.push(`instead ${url}`);
  return wechat;
}

/** The walk's page as a card opens it. */
export const launchWalk = (wechat: FakeWechat, query: Record<string, string> = { activity: activityId }) =>
  launchAt(wechat, 'pages/activity/index', query, () => import('../../../src/pages/activity/index'));

export const launchPlan = (wechat: FakeWechat, query: Record<string, string> = { group: 'group-weekend' }) =>
  launchAt(wechat, 'packages/plan/index', query, () => import('../../../src/packages/plan/index'));

function launchAt(
  wechat: FakeWechat,
  path: string,
  query: Record<string, string>,
  load: Parameters<typeof launchProbe>[1],
): Promise<Launched> {
  return launchProbe(wechat, async () => {
    const { Current } = await import('@tarojs/runtime');
    Current.router = { params: query, path, $taroPath: path, onReady: '', onHide: '', onShow: '' };
    return load();
  });
}

/** The functions that were called, in order, `share/tapped` and the card aside. */
export const asked = (wechat: FakeWechat): readonly string[] =>
  wechat.calls.map(({ name, data }) => `${name}/${String(data['$url'])}`).filter((route) => route !== 'activity/card');
