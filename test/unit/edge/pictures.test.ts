import { uploadPicture } from '../../../src/wechat/files';
import { chooseImages, previewImages } from '../../../src/wechat/media';

interface Callbacks {
  readonly success: (result: object) => void;
  readonly fail: (reason: object) => void;
}

type Answer = { readonly errMsg: string } & Record<string, unknown>;

function chooseThat(answer: Answer): object[] {
  const asked: object[] = [];
  const chooseMedia = ({ success, fail, ...option }: Callbacks) => {
    asked.push(option);
    setImmediate(() => (answer.errMsg.includes(':fail') ? fail(answer) : success(answer)));
  };
  Object.assign(globalThis, { wx: { chooseMedia, previewImage: chooseMedia } });
  return asked;
}

describe('chooseImages', () => {
  it('gives temporary paths of compressed pictures, nine at most', async () => {
    const tempFiles = [{ tempFilePath: 'http://tmp/1.jpg' }, { tempFilePath: 'http://tmp/2.png' }];
    const asked = chooseThat({ errMsg: 'chooseMedia:ok', tempFiles });
    await expect(chooseImages()).resolves.toEqual(['http://tmp/1.jpg', 'http://tmp/2.png']);
    expect(asked).toEqual([{ count: 9, mediaType: ['image'], sizeType: ['compressed'] }]);
  });

  it('takes going back for having chosen none', async () => {
    chooseThat({ errMsg: 'chooseMedia:fail cancel' });
    await expect(chooseImages()).resolves.toEqual([]);
  });

  it.each([
    ['privacy-denied', { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }],
    ['scope-undeclared', { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 }],
    ['photo-unreadable', { errMsg: 'chooseMedia:fail' }],
  ])('%s: %j', async (code, failure) => {
    chooseThat(failure);
    await expect(chooseImages()).rejects.toMatchObject({ code });
  });

  it('says that WeChat is too old', async () => {
    Object.assign(globalThis, { wx: {} });
    await expect(chooseImages()).rejects.toMatchObject({ code: 'api-unsupported' });
  });
});

describe('previewImages', () => {
  it('shows one of several', async () => {
    const asked = chooseThat({ errMsg: 'previewImage:ok' });
    await previewImages(['a', 'b'], 'b');
    expect(asked).toEqual([{ urls: ['a', 'b'], current: 'b' }]);
  });

  it('says so where WeChat cannot', async () => {
    chooseThat({ errMsg: 'previewImage:fail' });
    await expect(previewImages(['a'], 'a')).rejects.toMatchObject({ code: 'photo-unreadable' });
  });
});

interface Upload extends Partial<Callbacks> {
  readonly cloudPath: string;
}

/** Cloud storage that tells its progress to a task; `failure` is what it ends with. */
function storageThat(failure?: object): string[] {
  const paths: string[] = [];
  const uploadFile = ({ cloudPath, success, fail }: Upload): unknown => {
    paths.push(cloudPath);
    const answer = { fileID: `cloud://env/${cloudPath}` };
    if (!success) return Promise.resolve(answer);
    let tell: (progress: { progress: number }) => void = () => undefined;
    setImmediate(() => {
      tell({ progress: 40 });
      if (failure) fail?.(failure);
      else success(answer);
    });
    return { onProgressUpdate: (listener: typeof tell) => (tell = listener) };
  };
  const getRandomValues = ({ length, success }: { length: number } & Callbacks) =>
    success({ randomValues: new Uint8Array(length).fill(10).buffer });
  Object.assign(globalThis, { wx: { cloud: { uploadFile }, getRandomValues } });
  return paths;
}

const name = '0a'.repeat(16);

describe('uploadPicture', () => {
  it('tells how far it has come', async () => {
    storageThat();
    const told: number[] = [];
    await expect(uploadPicture('album', 'http://tmp/1.PNG', (percent) => told.push(percent))).resolves.toBe(
      `cloud://env/album/${name}.png`,
    );
    expect(told).toEqual([40]);
  });

  it.each([
    ['album', 'x.jpeg', `album/${name}.jpeg`],
    ['album', 'x.webp', `album/${name}.jpg`],
    ['album', 'x', `album/${name}.jpg`],
    ['avatars', 'x.webp', `avatars/${name}.webp`],
  ] as const)('to %s: %s becomes %s', async (folder, path, cloudPath) => {
    const paths = storageThat();
    await uploadPicture(folder, path);
    expect(paths).toEqual([cloudPath]);
  });

  it('says why it failed', async () => {
    storageThat({ errMsg: 'uploadFile:fail net::ERR_CONNECTION_RESET' });
    await expect(uploadPicture('album', 'x.jpg', () => undefined)).rejects.toMatchObject({ code: 'network' });
  });
});
