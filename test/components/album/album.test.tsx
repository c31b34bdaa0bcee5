import { FakeWechat, answers, fails } from '../setup/fake-wechat';
import { launchProbe } from '../setup/launch';

const photo = (id: string, state = 'passed') => ({
  photo: id,
  thumbnail: `https://thumbnail/${id}`,
  width: 800,
  height: 600,
  addedAt: 0,
  state,
  mine: true,
  nickname: 'Ann',
});

function withAlbum(): FakeWechat {
  const wechat = new FakeWechat();
  wechat.script.routes['album/page'] = ({ cursor }) =>
    answers(cursor === null ? { photos: [photo('p1')], next: 'older' } : { photos: [photo('p0')], next: null })();
  wechat.script.routes['album/add'] = answers(photo('p2', 'pending'));
  wechat.script.routes['album/open'] = answers({ urls: ['https://photo/p1'] });
  wechat.script.routes['album/remove'] = answers({});
  return wechat;
}

const launch = (wechat: FakeWechat) => launchProbe(wechat, () => import('./AlbumPage'));

it('pages, and ends', async () => {
  const { screen, tap } = await launch(withAlbum());
  expect(screen.getByText('success: p1 passed')).toBeTruthy();
  await tap('更多');
  expect(screen.getByText('success: p1 passed, p0 passed')).toBeTruthy();
  expect(screen.queryByText('更多')).toBeNull();
});

it('adds what the person chooses, under a name that nobody can guess; it is pending', async () => {
  const wechat = withAlbum();
  wechat.script.chooseMedia = () => Promise.resolve(['http://tmp/1.jpg']);
  const { screen, tap } = await launch(wechat);
  await tap('添加');
  expect(screen.getByText('success: p2 pending, p1 passed')).toBeTruthy();
  expect(wechat.calls.find(({ data }) => data['$url'] === 'add')?.data).toEqual({
    $url: 'add',
    group: 'group-weekend',
    fileID: `cloud://env/album/${'ab'.repeat(16)}.jpg`,
  });
});

it('says how far an upload is, and that it failed; a retry gets there', async () => {
  const wechat = withAlbum();
  wechat.script.chooseMedia = () => Promise.resolve(['http://tmp/1.jpg']);
  let fail: (reason: unknown) => void = () => undefined;
  wechat.script.uploadFile = () => new Promise((_, reject) => (fail = reject));
  const { screen, tap, settle } = await launch(wechat);
  await tap('添加');
  expect(screen.getByText('http://tmp/1.jpg: 50')).toBeTruthy();
  await settle(() => fail({ errMsg: 'uploadFile:fail net::ERR_FAILED' }));
  wechat.script.uploadFile = (cloudPath) => Promise.resolve({ fileID: `cloud://env/${cloudPath}` });
  await tap('http://tmp/1.jpg: network');
  expect(screen.getByText('success: p2 pending, p1 passed')).toBeTruthy();
});

it('says why nothing could be chosen', async () => {
  const wechat = withAlbum();
  wechat.script.chooseMedia = fails({ errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 });
  const { screen, tap } = await launch(wechat);
  await tap('添加');
  expect(screen.getByText('需要先同意隐私保护指引，才能继续。')).toBeTruthy();
});

it('opens a photo in full', async () => {
  const wechat = withAlbum();
  const { tap } = await launch(wechat);
  await tap('打开');
  expect(wechat.previewed).toEqual([{ urls: ['https://photo/p1'], current: 'https://photo/p1' }]);
});

it('deletes a photo, and puts it back where the cloud did not', async () => {
  const wechat = withAlbum();
  wechat.script.routes['album/remove'] = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
  const { screen, tap } = await launch(wechat);
  await tap('删除');
  expect(screen.getByText('success: p1 passed')).toBeTruthy();
  wechat.script.routes['album/remove'] = answers({});
  await tap('删除');
  expect(screen.getByText('success:')).toBeTruthy();
});
