import { answers } from '../setup/fake-wechat';
import { launch, mine, photo, shown, withPhotos } from './album-screen';

describe('the verdict', () => {
  it('takes a refused one away with a word; one that passes stays without', async () => {
    const own = ['p3', 'p2'].map((id) => photo(id, { ...mine, state: 'pending' }));
    const wechat = withPhotos(...own, photo('p1'));
    const { screen, tap, show } = await launch(wechat);
    expect(screen.getAllByText('审核中')).toHaveLength(2);
    wechat.script.routes['album/page'] = answers({ photos: [photo('p2', mine), photo('p1')], next: null });
    await show();
    expect(screen.queryByText('审核中')).toBeNull();
    expect(screen.getByText('有 1 张照片没有通过微信的安全检查，或已经被删除。')).toBeTruthy();
    await tap('知道了');
    expect(screen.queryByText(/没有通过/)).toBeNull();
  });

  it('says nothing of one that may have passed among older photos', async () => {
    const wechat = withPhotos(photo('p1', { ...mine, state: 'pending' }));
    const { screen, show } = await launch(wechat);
    const newer = Array.from({ length: 24 }, (_, n) => photo(`p${100 - n}`));
    wechat.script.routes['album/page'] = answers({ photos: newer, next: 'older' });
    await show();
    expect(shown()).toHaveLength(24);
    expect(screen.queryByText(/没有通过/)).toBeNull();
  });

  it('nor where a page is short because some of its photos are out of sight', async () => {
    const wechat = withPhotos(photo('p1', { ...mine, state: 'pending' }));
    const { screen, show } = await launch(wechat);
    wechat.script.routes['album/page'] = answers({ photos: [photo('p9'), photo('p8')], next: 'older' });
    await show();
    expect(screen.queryByText(/没有通过/)).toBeNull();
  });

  it('says nothing where so many wait that the answer may not have them all', async () => {
    const waiting = Array.from({ length: 80 }, (_, n) => photo(`p${100 - n}`, { ...mine, state: 'pending' }));
    const wechat = withPhotos(...waiting);
    const { screen, show } = await launch(wechat);
    wechat.script.routes['album/page'] = answers({ photos: waiting.slice(0, 76), next: null });
    await show();
    expect(screen.queryByText(/没有通过/)).toBeNull();
  });

  it('is looked for by itself', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const wechat = withPhotos(photo('p1', { ...mine, state: 'pending' }));
      const { screen, settle } = await launch(wechat);
      wechat.script.routes['album/page'] = answers({ photos: [photo('p1', mine)], next: null });
      await settle(() => jest.advanceTimersByTimeAsync(3_100));
      expect(screen.queryByText('审核中')).toBeNull();
      expect(screen.getByAltText('我的照片')).toBeTruthy();
    } finally {
      jest.useRealTimers();
    }
  });
});
