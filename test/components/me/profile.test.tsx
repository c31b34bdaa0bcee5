import { errorTable, type ErrorCode } from '../../../cloud/contract/errors';
import { answers, FakeWechat, fails, mainland, nobody, refusal } from '../setup/fake-wechat';
import { launchHome, launchMe } from '../setup/launch';

const face = (state: 'pending' | 'passed') => ({ ...nobody, avatar: { url: 'https://cloud/face.jpeg', state } });
const PENDING = '审核中，暂时只有你看得到';

it('the way to it is on the home page', async () => {
  const wechat = new FakeWechat();
  const { tap } = await launchHome(wechat);
  await tap('我的');
  expect(wechat.visited).toEqual(['/packages/me/index']);
});

describe('the profile', () => {
  it('has a skeleton while it is on its way', async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = () => new Promise(() => undefined);
    const { screen } = await launchMe(wechat);
    expect(screen.getByLabelText('正在取资料')).toBeTruthy();
  });

  it('says why it is not there, and tries again on a tap', async () => {
    const wechat = new FakeWechat();
    const { profile } = wechat.script;
    wechat.script.profile = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launchMe(wechat);
    expect(screen.getByText(errorTable.network.sentence)).toBeTruthy();
    wechat.script.profile = profile;
    await tap('再试一次');
    expect(screen.getByText('昵称')).toBeTruthy();
  });

  it('is read again when the page is pulled down or comes back', async () => {
    const wechat = new FakeWechat();
    const { show, pullDown } = await launchMe(wechat);
    await show();
    await pullDown();
    expect(wechat.routes.filter((route) => route === 'profile')).toHaveLength(3);
    expect(wechat.pullDownStops).toBe(1);
  });
});

describe('the avatar', () => {
  it('is uploaded under a name that nobody can guess, and waits for the verdict', async () => {
    const wechat = new FakeWechat();
    const { screen, tap } = await launchMe(wechat);
    await tap('头像');
    expect(wechat.calls.at(-1)?.data).toEqual({
      $url: 'saveAvatar',
      fileID: `cloud://env/avatars/${'ab'.repeat(16)}.jpeg`,
    });
    expect(screen.getByText(PENDING)).toBeTruthy();
    expect(screen.getByAltText('我的头像').getAttribute('src')).toBe('https://cloud/face.jpeg');
  });

  it('that passed says nothing about it', async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = answers(face('passed'));
    const { screen } = await launchMe(wechat);
    expect(screen.queryByText(PENDING)).toBeNull();
  });

  it('that WeChat refused is gone, and the page says why', async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = answers(face('pending'));
    const { screen, pullDown } = await launchMe(wechat);
    wechat.script.profile = answers(nobody);
    await pullDown();
    expect(screen.getByText(errorTable['content-refused'].sentence)).toBeTruthy();
    expect(screen.queryByAltText('我的头像')).toBeNull();
  });

  it('is looked after while the verdict is out', async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = answers(face('pending'));
    const { screen, settle } = await launchMe(wechat);
    wechat.script.profile = answers(face('passed'));
    await settle(() => new Promise((done) => setTimeout(done, 3_100)));
    expect(screen.queryByText(PENDING)).toBeNull();
  });

  it('that nobody chose changes nothing', async () => {
    const wechat = new FakeWechat();
    wechat.script.chooseAvatar = () => ({ errMsg: 'chooseAvatar:fail cancel' });
    const { screen, tap } = await launchMe(wechat);
    await tap('头像');
    expect(wechat.routes).not.toContain('saveAvatar');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('needs agreement to the guideline, and says so', async () => {
    const wechat = new FakeWechat();
    wechat.script.chooseAvatar = () => ({ errMsg: 'chooseAvatar:fail privacy permission is not authorized' });
    const { screen, tap } = await launchMe(wechat);
    await tap('头像');
    expect(screen.getByText(errorTable['privacy-denied'].sentence)).toBeTruthy();
    await tap('查看隐私指引');
    expect(screen.queryByText(errorTable['privacy-denied'].sentence)).toBeNull();
  });

  it('that did not get through is sent again, uploaded only once', async () => {
    const wechat = new FakeWechat();
    const { saveAvatar, uploadFile } = wechat.script;
    let uploads = 0;
    wechat.script.uploadFile = (path) => ((uploads += 1), uploadFile(path));
    wechat.script.saveAvatar = fails({ errMsg: 'cloud.callFunction:fail request:fail' });
    const { screen, tap } = await launchMe(wechat);
    await tap('头像');
    wechat.script.saveAvatar = saveAvatar;
    await tap('再试一次');
    expect(screen.getByText(PENDING)).toBeTruthy();
    expect(uploads).toBe(1);
    expect(wechat.deleted).toEqual([]);
  });

  it('that the function does not take leaves no file behind', async () => {
    const wechat = new FakeWechat();
    wechat.script.saveAvatar = () => Promise.resolve(refusal('forbidden'));
    const { tap } = await launchMe(wechat);
    await tap('头像');
    expect(wechat.deleted).toEqual([`cloud://env/avatars/${'ab'.repeat(16)}.jpeg`]);
  });

  it.each<[ErrorCode, Parameters<typeof fails>[0]]>([
    ['network', { errMsg: 'cloud.uploadFile:fail request:fail' }],
    ['timeout', { errMsg: 'cloud.uploadFile:fail timeout' }],
  ])('that could not be uploaded: %s', async (code, failure) => {
    const wechat = new FakeWechat();
    wechat.script.uploadFile = fails(failure);
    const { screen, tap } = await launchMe(wechat);
    await tap('头像');
    expect(screen.getByText(errorTable[code].sentence)).toBeTruthy();
  });
});

describe('the nickname', () => {
  async function type(wechat: FakeWechat, text: string) {
    const me = await launchMe(wechat);
    const input = me.screen.getByPlaceholderText('填写昵称');
    me.fireEvent.change(input, { target: { value: text } });
    me.fireEvent.blur(input);
    await me.settle();
    return me;
  }

  it('is saved when the keyboard goes', async () => {
    const wechat = new FakeWechat();
    const { screen } = await type(wechat, ' 老王 ');
    expect(wechat.calls.at(-1)?.data).toEqual({ $url: 'saveNickname', nickname: '老王', turn: 0 });
    expect(screen.getByDisplayValue('老王')).toBeTruthy();
  });

  it.each(['', '   '])('that is empty (%j) is not sent', async (text) => {
    const wechat = new FakeWechat();
    await type(wechat, text);
    expect(wechat.routes).not.toContain('saveNickname');
  });

  it('that has not changed is not sent', async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = answers({ ...nobody, nickname: '老王' });
    await type(wechat, '老王');
    expect(wechat.routes).not.toContain('saveNickname');
  });

  it('that WeChat refuses is told, and stays to be changed', async () => {
    const wechat = new FakeWechat();
    wechat.script.saveNickname = () => Promise.resolve(refusal('content-refused'));
    const { screen } = await type(wechat, '坏话');
    expect(screen.getByText(errorTable['content-refused'].sentence)).toBeTruthy();
    expect(screen.getByDisplayValue('坏话')).toBeTruthy();
  });
});

describe('what the app knows', () => {
  it("is told, and WeChat's pages about it are a tap away", async () => {
    const wechat = new FakeWechat();
    wechat.script.profile = answers({ ...nobody, days: 31 });
    const { screen, tap } = await launchMe(wechat);
    expect(screen.getByText('31 天，你没隐藏步数的群看得到今天和昨天')).toBeTruthy();
    await tap('隐私保护指引');
    await tap('权限设置');
    expect(wechat.asked).toEqual(['openPrivacyContract', 'openSetting']);
  });
});

describe('deleting everything', () => {
  function somebody(): FakeWechat {
    const wechat = new FakeWechat();
    wechat.stored.set('we-run-seen', true);
    wechat.script.phone = answers({ phone: mainland });
    wechat.script.profile = answers({ ...face('pending'), nickname: '老王', days: 31 });
    return wechat;
  }

  it('asks first', async () => {
    const wechat = somebody();
    wechat.script.showModal = () => false;
    const { tap } = await launchMe(wechat);
    await tap('删除我的全部数据');
    expect(wechat.modals).toHaveLength(1);
    for (const goes of ['步数', '手机号', '头像', '昵称', '群相册里的照片', '退出所有群榜', '报名', '发起的活动']) {
      expect(wechat.modals[0]?.content).toContain(goes);
    }
    expect(wechat.routes).not.toContain('forgetEverything');
  });

  it('leaves nothing on the screen or on the phone', async () => {
    const wechat = somebody();
    const { screen, tap } = await launchMe(wechat);
    wechat.script.profile = answers(nobody);
    await tap('删除我的全部数据');
    expect(wechat.routes).toContain('forgetEverything');
    expect(screen.queryByText('138****8000')).toBeNull();
    expect(screen.queryByDisplayValue('老王')).toBeNull();
    expect(screen.getAllByText('没有保存')).toHaveLength(3);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(wechat.stored.size).toBe(0);
  });

  it('keeps everything in its place when it did not work, and tries again on a tap', async () => {
    const wechat = somebody();
    const { forgetEverything } = wechat.script;
    wechat.script.forgetEverything = () => Promise.resolve(refusal('internal', true));
    const { screen, tap } = await launchMe(wechat);
    await tap('删除我的全部数据');
    expect(screen.getByText('138****8000')).toBeTruthy();
    wechat.script.forgetEverything = forgetEverything;
    wechat.script.profile = answers(nobody);
    await tap('再试一次');
    expect(screen.getAllByText('没有保存')).toHaveLength(3);
  });
});
