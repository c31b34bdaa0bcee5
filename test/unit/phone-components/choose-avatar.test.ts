import { inflateSync } from 'node:zlib';
import { portrait } from '../../emulator/wechat/portrait';
import { createWorld, render } from './wechat';

const later = () => new Promise((resolve) => setTimeout(resolve, 30));

function newButton(avatarUrl = portrait('小同', 'o1')) {
  const world = createWorld({ access: () => ({ state: 'granted' }) });
  Object.assign(world.context, { user: { ...world.context.user, avatarUrl } });
  const page = render(world, '<button id="b" open-type="chooseAvatar" bindchooseavatar="chosen">x</button>', {
    handlers: { chosen: null },
  });
  const { native, files } = world.context;
  return { native, files, calls: page.calls, tap: () => (page.tap('b'), later()) };
}

/** The one event's detail. */
const detailOf = (calls: [string, unknown][]) => calls.at(-1)?.[1] as { errMsg: string; avatarUrl?: string };

describe('a button of open-type chooseAvatar', () => {
  test('gives the WeChat avatar as a temporary PNG', async () => {
    const { native, files, calls, tap } = newButton();
    await tap();
    expect(native.dialogs).toMatchObject([{ kind: 'avatar' }]);
    native.answer(['avatar'], { accepted: true });
    await later();
    const { errMsg, avatarUrl = '' } = detailOf(calls);
    expect(errMsg).toBe('chooseAvatar:ok');
    expect(avatarUrl).toMatch(/^http:\/\/tmp\/\w+\.png$/);
    const png = Buffer.from(files.get(avatarUrl)?.bytes ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(132);
    const data = png.indexOf('IDAT');
    expect(inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))).toHaveLength(132 * 18);
  });

  test('gives another picture byte for byte, which an image can show', async () => {
    const { native, files, calls, tap } = newButton();
    const bytes = Uint8Array.from([255, 216, 255, 1, 2, 3]);
    const picture = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    await tap();
    native.answer(['avatar'], { accepted: true, picture });
    await later();
    const { avatarUrl = '' } = detailOf(calls);
    expect(files.get(avatarUrl)).toEqual({ bytes, type: 'image/jpeg' });
    expect(files.dataUrl(avatarUrl)).toBe(picture);
  });

  test('gives no avatarUrl when the sheet is closed', async () => {
    const { native, calls, tap } = newButton();
    await tap();
    native.answer(['avatar'], { accepted: false });
    await later();
    expect(detailOf(calls)).toEqual({ errMsg: 'chooseAvatar:fail cancel' });
  });
});
