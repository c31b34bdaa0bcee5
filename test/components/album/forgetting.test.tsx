import { answers } from '../setup/fake-wechat';
import { launchProbe } from '../setup/launch';
import { wechatWith } from '../group/group-screen';

const photo = { photo: 'p1', thumbnail: 'https://thumbnail/p1', width: 8, height: 8, addedAt: 0, state: 'passed' };

it.each(['退出', '全部删除'])('%s takes the album off this phone, before the next answer', async (way) => {
  const wechat = wechatWith();
  wechat.script.routes['album/page'] = answers({ photos: [{ ...photo, mine: true, nickname: 'Ann' }], next: null });
  wechat.script.routes['share/leave'] = answers({ member: null });
  const { screen, tap } = await launchProbe(wechat, () => import('./ForgettingPage'));
  expect(screen.getByText('success: p1')).toBeTruthy();
  await tap(way);
  expect(screen.getByText('idle:')).toBeTruthy();
});
