import { pictureHeader } from '../../emulator/phone/files/picture-size';
import { solidPng } from '../../emulator/phone/files/solid-png';
import { dialogOf, newPhone } from './phone';

const dataUrl = (bytes: Uint8Array, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
const PNG = solidPng(20, '#336699');
const failure = (reason: RegExp) => ({ errMsg: expect.stringMatching(reason) as string });

async function agreedPhone() {
  const phone = await newPhone();
  await phone.platform.answerPrivacy(phone.openid, true);
  return phone;
}

describe('wx.chooseMedia', () => {
  it('gives the pictures that were chosen, byte for byte, count at most', async () => {
    const { wx, context } = await agreedPhone();
    const chosen = wx.chooseMedia({ count: 2, mediaType: ['image'], sourceType: ['album'] });
    expect(await dialogOf(context)).toEqual({ kind: 'media', count: 2, sources: ['album'] });
    const pictures = [dataUrl(PNG), dataUrl(PNG), dataUrl(PNG)];
    context.native.answer(['media'], { accepted: true, pictures });
    const { tempFiles, type } = await chosen;
    expect(type).toBe('image');
    expect(tempFiles).toHaveLength(2);
    const [file] = tempFiles;
    expect(file).toMatchObject({ size: PNG.length, width: 20, height: 20, fileType: 'image' });
    expect(context.files.get(file?.tempFilePath ?? '')?.bytes).toEqual(PNG);
  });

  it('takes a picture itself where the answer names none: each another', async () => {
    const { wx, context } = await agreedPhone();
    const take = async () => {
      const chosen = wx.chooseMedia({ mediaType: ['image'] });
      await dialogOf(context);
      context.native.answer(['media'], { accepted: true });
      return (await chosen).tempFiles[0]?.tempFilePath ?? '';
    };
    const [one, other] = [context.files.get(await take()), context.files.get(await take())];
    expect(pictureHeader(one?.bytes ?? PNG)).toEqual({ type: 'png', width: 640, height: 640 });
    expect(one?.bytes).not.toEqual(other?.bytes);
  });

  it('asks for privacy first', async () => {
    const { wx, context } = await newPhone();
    const chosen = wx.chooseMedia({ mediaType: ['image'] });
    expect(await dialogOf(context)).toMatchObject({ kind: 'privacy' });
    context.native.answer(['privacy'], { accepted: false });
    await expect(chosen).rejects.toMatchObject({ errno: 104, ...failure(/^chooseMedia:fail privacy permission/) });
  });

  it('fails when the sheet is closed, for videos and for what it cannot read', async () => {
    const { wx, context, warnings } = await agreedPhone();
    const chosen = wx.chooseMedia({});
    await dialogOf(context);
    context.native.answer(['media'], { accepted: false });
    await expect(chosen).rejects.toEqual({ errMsg: 'chooseMedia:fail cancel' });
    expect(warnings().join()).toMatch(/has no videos/);
    await expect(wx.chooseMedia({ mediaType: ['video'] })).rejects.toMatchObject(failure(/no videos/));
    await expect(wx.chooseMedia({ count: 21 })).rejects.toMatchObject(failure(/count should be 1 to 20, got 21/));
    await expect(wx.chooseMedia({ sourceType: ['x' as never] })).rejects.toMatchObject(
      failure(/sourceType .*got \["x"\]/),
    );
  });
});

describe('wx.previewImage', () => {
  it('shows the pictures as a browser can load them, at once', async () => {
    const { wx, context } = await agreedPhone();
    wx.cloud.init({ env: 'local' });
    const path = context.files.add({ bytes: PNG, type: 'image/png' });
    const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a.png', filePath: path });
    await wx.previewImage({ urls: [path, fileID, '/assets/x.png'], current: fileID });
    expect(await dialogOf(context)).toEqual({
      kind: 'preview',
      current: 1,
      urls: [dataUrl(PNG), expect.stringMatching(/^http:.*a\.png/), ''],
    });
    context.native.answer(['preview'], { accepted: false });
    expect(context.native.dialogs).toEqual([]);
  });

  it('needs urls', async () => {
    const { wx } = await agreedPhone();
    await expect(wx.previewImage({ urls: [] })).rejects.toMatchObject(failure(/at least 1 item/));
  });
});

describe('wx.getImageInfo', () => {
  it('reads a temporary file', async () => {
    const { wx, context } = await agreedPhone();
    const src = context.files.add({ bytes: PNG, type: 'image/png' });
    await expect(wx.getImageInfo({ src })).resolves.toMatchObject({ width: 20, height: 20, type: 'png', path: src });
  });

  it('fails for what is not there, and for what is no picture', async () => {
    const { wx, context } = await agreedPhone();
    await expect(wx.getImageInfo({ src: 'http://tmp/x.png' })).rejects.toMatchObject(failure(/file not found/));
    const src = context.files.add({ bytes: Buffer.from('hello'), type: 'image/png' });
    await expect(wx.getImageInfo({ src })).rejects.toMatchObject(failure(/no picture/));
    await expect(wx.getImageInfo({ src: 'a/b.png' })).rejects.toMatchObject(failure(/temporary files and URLs/));
  });
});

describe("a picture's header", () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
  it.each([
    ['jpeg', hex('ffd8 ffe0 0004 0000 ffc0 0011 08 0030 0040 03'), 64, 48],
    ['gif', hex('474946383961 4000 3000'), 64, 48],
    ['webp', hex('52494646 00000000 57454250 56503858 0a000000 00000000 3f0000 2f0000'), 64, 48],
  ])('of a %s', (type, bytes, width, height) => {
    expect(pictureHeader(bytes)).toEqual({ type, width, height });
  });

  it('is not found in a file that ends early', () => {
    expect(pictureHeader(hex('ffd8 ffe0 0004'))).toBeUndefined();
    expect(pictureHeader(new Uint8Array())).toBeUndefined();
  });
});
