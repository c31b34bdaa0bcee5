import { newLife } from '../../emulator/server/holders';
import { newPhone } from './phone';

const BYTES = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);

async function newStorage() {
  const phone = await newPhone();
  phone.wx.cloud.init({ env: 'local' });
  const { files } = phone.context;
  const upload = (cloudPath: string, filePath = files.add({ bytes: BYTES, type: 'image/png' })) =>
    phone.wx.cloud.uploadFile({ cloudPath, filePath });
  return { ...phone, cloud: phone.wx.cloud, files, upload };
}

const failureOf = (answer: Promise<unknown>): Promise<unknown> => answer.then(String, (thrown: unknown) => thrown);

describe('wx.cloud files', () => {
  it('go up from a temporary file and come down as another, byte for byte', async () => {
    const { cloud, files, upload } = await newStorage();
    const { fileID, errMsg } = await upload('avatars/a.png');
    expect(fileID).toMatch(/^cloud:\/\/local\..*\/avatars\/a\.png$/);
    expect(errMsg).toBe('cloud.uploadFile:ok');
    const { tempFilePath, statusCode } = await cloud.downloadFile({ fileID });
    expect(statusCode).toBe(200);
    expect(tempFilePath).toMatch(/^http:\/\/tmp\/.+\.png$/);
    expect(files.get(tempFilePath)).toEqual({ bytes: BYTES, type: 'image/png' });
  });

  it('have a temporary URL, until they are deleted', async () => {
    const { cloud, upload } = await newStorage();
    const { fileID } = await upload('avatars/a.png');
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
    expect(fileList).toEqual([
      expect.objectContaining({ fileID, status: 0, tempFileURL: expect.stringContaining('/avatars/a.png?') as string }),
    ]);
    expect((await cloud.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ fileID, status: 0 }]);
    expect((await cloud.getTempFileURL({ fileList: [fileID] })).fileList).toMatchObject([{ fileID, status: 1 }]);
  });

  it('of somebody else are neither read nor deleted', async () => {
    const { cloud, upload, line, platform } = await newStorage();
    const { fileID } = await upload('avatars/a.png');
    line.begin({ openid: (await platform.createUser({})).openid, life: newLife() });
    expect(await failureOf(cloud.downloadFile({ fileID }))).toMatchObject({
      errCode: -503002,
      errMsg: expect.stringMatching(/^cloud\.downloadFile:fail /) as string,
    });
    expect((await cloud.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([{ status: 1 }]);
  });

  it('answer callbacks with a task that tells the progress', async () => {
    const { cloud, files } = await newStorage();
    const filePath = files.add({ bytes: BYTES, type: 'image/png' });
    const progress: number[] = [];
    const fileID = await new Promise((resolve, reject) => {
      const task = cloud.uploadFile({
        cloudPath: 'a.png',
        filePath,
        success: (result) => resolve(result.fileID),
        fail: reject,
      });
      task.onProgressUpdate(({ progress: percent, totalBytesSent }) => progress.push(percent, totalBytesSent));
    });
    expect(fileID).toMatch(/a\.png$/);
    expect(progress).toEqual([100, BYTES.length]);
  });

  it('tell the progress of a big upload piece by piece, as it arrives', async () => {
    const { cloud, files } = await newStorage();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    const filePath = files.add({ bytes, type: 'image/png' });
    const progress: number[][] = [];
    const fileID = await new Promise<string>((resolve, reject) => {
      const task = cloud.uploadFile({
        cloudPath: 'big.png',
        filePath,
        success: (to) => resolve(to.fileID),
        fail: reject,
      });
      task.onProgressUpdate(({ progress: percent, totalBytesSent: sent, totalBytesExpectedToSend: all }) => {
        progress.push([percent, sent, all]);
      });
    });
    expect(progress).toEqual([
      [43, 131_072, 300_000],
      [87, 262_144, 300_000],
      [100, 300_000, 300_000],
    ]);
    const { tempFilePath } = await cloud.downloadFile({ fileID });
    expect(Buffer.compare(files.get(tempFilePath)?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('store nothing of a big upload that is aborted on its way', async () => {
    const { cloud, files, upload } = await newStorage();
    const filePath = files.add({ bytes: new Uint8Array(1_000_000), type: 'image/png' });
    let told = 0;
    const failure = await new Promise((fail) => {
      const task = cloud.uploadFile({ cloudPath: 'big.png', filePath, success: () => fail('success'), fail });
      task.onProgressUpdate(() => {
        told += 1;
        task.abort();
      });
    });
    expect(failure).toMatchObject({ errMsg: expect.stringMatching(/abort/) as string });
    await new Promise((later) => setTimeout(later, 50));
    expect(told).toBe(1);
    const { fileID } = await upload('small.png');
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, fileID.replace('small', 'big')] });
    expect(fileList).toMatchObject([{ status: 0 }, { status: 1 }]);
  });

  it('fail where an upload is aborted', async () => {
    const { cloud, files } = await newStorage();
    const filePath = files.add({ bytes: BYTES, type: 'image/png' });
    const failure = await new Promise((fail) => {
      cloud.uploadFile({ cloudPath: 'a.png', filePath, success: () => fail('success'), fail }).abort();
    });
    expect(failure).toMatchObject({ errMsg: expect.stringMatching(/^cloud\.uploadFile:fail .*abort/) as string });
  });

  it('fail for a path that is no file of this phone, and without a network', async () => {
    const { upload, goOffline } = await newStorage();
    expect(await failureOf(upload('a.png', 'http://tmp/gone.png'))).toMatchObject({
      errMsg: expect.stringContaining('http://tmp/gone.png') as string,
    });
    goOffline();
    expect(await failureOf(upload('a.png'))).toMatchObject({
      errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED') as string,
    });
  });

  it('need wx.cloud.init, their parameters, and are at most 50 a call', async () => {
    const { wx } = await newPhone();
    expect(() => wx.cloud.deleteFile({ fileList: [] })).toThrow(/call wx.cloud.init first/);
    const { cloud } = await newStorage();
    const untyped = cloud.uploadFile as unknown as (options: object) => Promise<unknown>;
    expect(await failureOf(untyped({ cloudPath: 'a.png' }))).toMatchObject({ errCode: -401003 });
    expect(await failureOf(cloud.getTempFileURL({ fileList: Array<string>(51).fill('cloud://x') }))).toMatchObject({
      errMsg: expect.stringMatching(/^cloud\.getTempFileURL:fail /) as string,
    });
  });
});
