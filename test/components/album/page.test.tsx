import { type FakeWechat, answers, fails, refusal } from '../setup/fake-wechat';
import { launchAlbum } from '../setup/launch';
import { launch, mine, noLine, nodes, photo, shown, withPhotos } from './album-screen';

describe('what there is to see', () => {
  it('photos, newest first; mine say that they are', async () => {
    const { screen } = await launch(withPhotos(photo('p2', mine), photo('p1')));
    expect(shown()).toEqual(['https://thumbnail/p2', 'https://thumbnail/p1']);
    expect(screen.getByAltText('Bo的照片')).toBeTruthy();
    expect(screen.getByText('长按自己的照片，可以删除')).toBeTruthy();
  });

  it('squares while they are on their way', async () => {
    const wechat = withPhotos();
    wechat.script.routes['album/page'] = () => new Promise(() => undefined);
    const { screen } = await launch(wechat);
    expect(screen.getByLabelText('正在取照片')).toBeTruthy();
    expect(screen.queryByText('还没有照片')).toBeNull();
  });

  it('an empty album says so, and can be added to', async () => {
    const { screen } = await launch(withPhotos());
    expect(screen.getByText('还没有照片')).toBeTruthy();
    expect(screen.getByText('添加照片')).toBeTruthy();
    expect(screen.queryByText('长按自己的照片，可以删除')).toBeNull();
  });

  it('who is no member sees none, and gets home', async () => {
    const wechat = withPhotos(photo('p1'));
    const { screen, tap, show } = await launch(wechat);
    wechat.script.routes['album/page'] = () => Promise.resolve(refusal('not-a-member'));
    await show();
    expect(screen.getByText('这是群里人的相册')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByText('添加照片')).toBeNull();
    await tap('回首页');
    expect(wechat.visited).toEqual(['/pages/home/index']);
  });

  it('without a group there is nothing to ask for', async () => {
    const wechat = withPhotos();
    const { screen } = await launchAlbum(wechat, {});
    expect(screen.getByText('不知道是哪个群的相册')).toBeTruthy();
    expect(wechat.routes).toEqual([]);
  });

  it('offline at first: says so, and tries again', async () => {
    const wechat = withPhotos(photo('p1'));
    const back = wechat.script.routes['album/page'];
    wechat.script.routes['album/page'] = fails(noLine);
    const { screen, tap } = await launch(wechat);
    expect(screen.getByText('没有取到相册')).toBeTruthy();
    Object.assign(wechat.script.routes, { 'album/page': back });
    await tap('再试一次');
    expect(shown()).toEqual(['https://thumbnail/p1']);
  });

  it('offline later: the photos stay', async () => {
    const wechat = withPhotos(photo('p1'));
    const { screen, pullDown } = await launch(wechat);
    wechat.script.routes['album/page'] = fails(noLine);
    await pullDown();
    expect(shown()).toEqual(['https://thumbnail/p1']);
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    expect(wechat.pullDownStops).toBe(1);
  });
});

describe('hundreds of photos', () => {
  /** Pages of 24. */
  function withHundreds(count: number): FakeWechat {
    const wechat = withPhotos();
    wechat.script.routes['album/page'] = ({ cursor }) => {
      const from = Number(cursor ?? 0);
      const next = from + 24;
      const photos = Array.from({ length: Math.min(24, count - from) }, (_, n) => photo(`p${count - from - n}`));
      return answers({ photos, next: next < count ? String(next) : null })();
    };
    return wechat;
  }

  it('come page by page at the bottom, until there are no more', async () => {
    const { screen, reachBottom } = await launch(withHundreds(30));
    expect(shown()).toHaveLength(24);
    expect(screen.getByText('更早的照片')).toBeTruthy();
    await reachBottom();
    expect(shown()).toHaveLength(30);
    expect(screen.queryByText('更早的照片')).toBeNull();
  });

  it('pulling down reads them anew', async () => {
    const { pullDown, reachBottom } = await launch(withHundreds(30));
    await reachBottom();
    await pullDown();
    expect(shown()).toHaveLength(24);
  });

  it('a newest page of which nothing is to be seen is no empty album', async () => {
    const wechat = withPhotos();
    wechat.script.routes['album/page'] = answers({ photos: [], next: 'older' });
    const { screen } = await launch(wechat);
    expect(screen.queryByText('还没有照片')).toBeNull();
    expect(screen.getByText('更早的照片')).toBeTruthy();
  });

  it('a page that did not come is got by a tap', async () => {
    const wechat = withHundreds(30);
    const route = wechat.script.routes['album/page'];
    const { tap, reachBottom } = await launch(wechat);
    wechat.script.routes['album/page'] = fails(noLine);
    await reachBottom();
    expect(shown()).toHaveLength(24);
    Object.assign(wechat.script.routes, { 'album/page': route });
    await tap('更早的照片');
    expect(shown()).toHaveLength(30);
  });

  it('stay inside what WeChat audits: nodes, children', async () => {
    const { reachBottom, scroll } = await launch(withHundreds(600));
    for (let page = 1; page < 25; page += 1) await reachBottom();
    for (const top of [0, 8_000, 24_000]) {
      await scroll(top);
      expect(nodes()).toBeLessThan(200);
      const children = [...document.querySelectorAll('.album *')].map(({ childElementCount }) => childElementCount);
      expect(Math.max(...children)).toBeLessThanOrEqual(60);
      // Eight rows of 125 px a chunk: what is on the screen is there.
      expect(shown()).toContain(`https://thumbnail/p${600 - Math.floor(top / 125) * 3}`);
    }
  });
});

describe('adding', () => {
  function choosing(...paths: readonly string[]): FakeWechat {
    const wechat = withPhotos(photo('p1'));
    wechat.script.chooseMedia = () => Promise.resolve(paths);
    wechat.script.routes['album/add'] = answers(photo('p2', { ...mine, state: 'pending' }));
    return wechat;
  }

  it('shows how far each is, and that the next one waits; then that it is being judged', async () => {
    const wechat = choosing('http://tmp/1.jpg', 'http://tmp/2.jpg');
    let done: () => void = () => undefined;
    wechat.script.uploadFile = (cloudPath) =>
      new Promise((resolve) => (done = () => resolve({ fileID: `cloud://env/${cloudPath}` })));
    const { screen, tap, settle } = await launch(wechat);
    await tap('添加照片');
    expect(screen.getByText('50%')).toBeTruthy();
    expect(screen.getByText('等待上传')).toBeTruthy();
    expect(shown()).toEqual(['http://tmp/2.jpg', 'http://tmp/1.jpg', 'https://thumbnail/p1']);
    await settle(() => done());
    expect(screen.getByText('审核中')).toBeTruthy();
    expect(shown()).toEqual(['http://tmp/2.jpg', 'https://thumbnail/p2', 'https://thumbnail/p1']);
  });

  it('says why one failed; 重试 gets there', async () => {
    const wechat = choosing('http://tmp/1.jpg');
    const { uploadFile } = wechat.script;
    wechat.script.uploadFile = fails({ errMsg: 'uploadFile:fail net::ERR_FAILED' });
    const { screen, tap } = await launch(wechat);
    await tap('添加照片');
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
    wechat.script.uploadFile = uploadFile;
    await tap('重试');
    expect(screen.getByText('审核中')).toBeTruthy();
    expect(screen.queryByText('重试')).toBeNull();
  });

  it('one that failed can be put away; one that can never succeed only that', async () => {
    const wechat = choosing('http://tmp/1.jpg');
    wechat.script.routes['album/add'] = () => Promise.resolve(refusal('input-too-large'));
    const { screen, tap } = await launch(wechat);
    await tap('添加照片');
    expect(screen.getByText('提交的内容太大了。')).toBeTruthy();
    expect(screen.queryByText('重试')).toBeNull();
    await tap('移除');
    expect(shown()).toEqual(['https://thumbnail/p1']);
  });

  it('says what the guideline is about where it was refused, and asks again', async () => {
    const wechat = choosing();
    wechat.script.chooseMedia = fails({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    });
    const { screen, tap } = await launch(wechat);
    await tap('添加照片');
    expect(screen.getByText('需要先同意隐私保护指引，才能继续。')).toBeTruthy();
    expect(shown()).toEqual(['https://thumbnail/p1']);
    // For 10 s WeChat says no by itself: the sheet comes first, and what they wanted goes on once they agree.
    wechat.script.getPrivacySetting = () =>
      Promise.resolve({ needAuthorization: true, privacyContractName: '《同行隐私保护指引》' });
    await tap('查看隐私指引');
    expect(screen.getByText('先说清楚，再请你同意')).toBeTruthy();
    wechat.script.chooseMedia = () => Promise.resolve(['http://tmp/1.jpg']);
    await tap('同意');
    expect(screen.queryByText('需要先同意隐私保护指引，才能继续。')).toBeNull();
    expect(wechat.calls.some(({ data }) => data['$url'] === 'add')).toBe(true);
  });
});

describe('a photo', () => {
  it('opens in full by a tap, with its neighbours', async () => {
    const wechat = withPhotos(photo('p2'), photo('p1'));
    const { screen, fireEvent, settle } = await launch(wechat);
    await settle(() => fireEvent.click(screen.getAllByAltText('Bo的照片')[1] as HTMLElement));
    expect(wechat.previewed).toEqual([{ urls: ['https://photo/p2', 'https://photo/p1'], current: 'https://photo/p1' }]);
  });

  it('of mine is deleted by a long press, once I have said yes, and without a word of refusal', async () => {
    const wechat = withPhotos(photo('p2', { ...mine, state: 'pending' }), photo('p1', mine));
    wechat.script.showModal = () => false;
    const { screen, fireEvent, settle } = await launch(wechat);
    const press = () => settle(() => fireEvent.contextMenu(screen.getByText('审核中')));
    await press();
    expect(shown()).toHaveLength(2);
    expect(wechat.modals).toEqual([{ title: '删除这张照片？', content: '群里的人就看不到它了，不能恢复。' }]);
    wechat.script.showModal = () => true;
    await press();
    expect(shown()).toEqual(['https://thumbnail/p1']);
    expect(screen.queryByText(/没有通过/)).toBeNull();
    expect(wechat.calls.at(-1)?.data).toEqual({ $url: 'remove', group: 'group-weekend', photo: 'p2' });
  });

  it('of somebody else is not deleted: nothing is asked', async () => {
    const wechat = withPhotos(photo('p1'));
    const { screen, fireEvent, settle } = await launch(wechat);
    await settle(() => fireEvent.contextMenu(screen.getByAltText('Bo的照片')));
    expect(wechat.modals).toEqual([]);
  });

  it('that was not deleted comes back, and says why', async () => {
    const wechat = withPhotos(photo('p1', mine));
    wechat.script.routes['album/remove'] = fails(noLine);
    const { screen, fireEvent, settle } = await launch(wechat);
    await settle(() => fireEvent.contextMenu(screen.getByAltText('我的照片')));
    expect(shown()).toEqual(['https://thumbnail/p1']);
    expect(screen.getByText('网络好像断开了，检查一下再试。')).toBeTruthy();
  });

  it.each(['pulled down', 'shown again'])(
    'that was not deleted is not said any more once the page is %s',
    async (how) => {
      const wechat = withPhotos(photo('p1', mine));
      wechat.script.routes['album/remove'] = fails(noLine);
      const { screen, fireEvent, settle, pullDown, hide, show } = await launch(wechat);
      await settle(() => fireEvent.contextMenu(screen.getByAltText('我的照片')));
      for (const away of how === 'pulled down' ? [pullDown] : [hide, show]) await away();
      expect(screen.queryByText('网络好像断开了，检查一下再试。')).toBeNull();
      expect(shown()).toEqual(['https://thumbnail/p1']);
    },
  );
});
