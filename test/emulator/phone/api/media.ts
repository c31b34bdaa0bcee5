import { warnOnce } from '../components/warn';
import { loadPicture } from '../files/picture';
import { pictureHeader } from '../files/picture-size';
import { solidPng } from '../files/solid-png';
import type { TempFile } from '../files/temp-files';
import { fail } from './failure';
import { typeName } from './json';
import type { ApiPart } from './part';

/** Files that may be chosen at once (api/media/video/wx.chooseMedia.html), and by default. */
const MOST = 20;
const USUAL = 9;
/** px of a picture that the phone takes itself where nobody chose one, and its colours in turn. */
const SIZE = 640;
const COLOURS = ['#4c9f70', '#e0a458', '#5b8fb9', '#b56576', '#7d70ba'];

/** WeChat: developers.weixin.qq.com/miniprogram/dev/api/media/ */
export function createMedia({ context, calling }: ApiPart) {
  let taken = 0;
  const take = (): TempFile => ({ bytes: solidPng(SIZE, COLOURS[taken++ % COLOURS.length] ?? ''), type: 'image/png' });

  return {
    /** Pictures come byte for byte: there is nothing to compress them with outside a browser. */
    chooseMedia: calling.promised<WechatMiniprogram.ChooseMediaOption>('chooseMedia', async (options) => {
      const { count = USUAL, mediaType = ['image', 'video'], sourceType = ['album', 'camera'] } = options;
      if (!Number.isInteger(count) || count < 1 || count > MOST) {
        throw fail('chooseMedia', `parameter error: count should be 1 to ${MOST}, got ${JSON.stringify(count)};`);
      }
      const kinds = listOf('mediaType', mediaType, ['image', 'video', 'mix']);
      const sources = listOf('sourceType', sourceType, ['album', 'camera']);
      const sizes = listOf('sizeType', options.sizeType ?? ['original', 'compressed'], ['original', 'compressed']);
      if (!sizes.includes('original')) warnOnce(context, 'wx.chooseMedia: the local WeChat does not compress pictures');
      if (!kinds.some((kind) => kind !== 'video')) throw fail('chooseMedia', 'the local WeChat has no videos');
      if (kinds.some((kind) => kind !== 'image')) warnOnce(context, 'wx.chooseMedia: the local WeChat has no videos');

      await context.consent.ensure('chooseMedia');
      const { accepted, pictures } = await context.native.ask({ kind: 'media', count, sources });
      if (!accepted) throw fail('chooseMedia', 'cancel');
      const files = pictures ? await Promise.all(pictures.slice(0, count).map(loadPicture)) : [take()];
      return { tempFiles: files.map((file) => describe(file, context.files.add(file))), type: 'image' };
    }),

    /** Full screen, over everything. Whether the page below is hidden meanwhile is not documented: here it is not. */
    previewImage: calling.promised<WechatMiniprogram.PreviewImageOption>('previewImage', async (options) => {
      const { urls, current } = options;
      if (!Array.isArray(urls) || urls.length === 0) {
        throw fail('previewImage', 'parameter error: parameter.urls should have at least 1 item;');
      }
      const shown = await Promise.all(urls.map((url) => loadable(url)));
      const at = Math.max(0, current === undefined ? 0 : urls.indexOf(current));
      context.native.ask({ kind: 'preview', urls: shown, current: at }).catch((error: unknown) => {
        context.reportError(error);
      });
    }),

    /** `src`: a temporary file, or a picture of the network, which becomes one. */
    getImageInfo: calling.promised<WechatMiniprogram.GetImageInfoOption>('getImageInfo', async ({ src }) => {
      if (typeof src !== 'string' || !/^(https?|data):/.test(src)) {
        throw fail('getImageInfo', `the local WeChat reads temporary files and URLs, got ${JSON.stringify(src)}`);
      }
      const isHere = src.startsWith('http://tmp/');
      const file = isHere ? context.files.get(src) : await loadPicture(src);
      if (!file) throw fail('getImageInfo', 'file not found');
      const header = pictureHeader(file.bytes);
      if (!header) throw fail('getImageInfo', 'the file is no picture');
      const { width, height, type } = header;
      const path = isHere ? src : context.files.add(file);
      return { width, height, path, orientation: 'up', type: type === 'webp' ? 'unknown' : type };
    }),
  } satisfies Partial<WechatMiniprogram.Wx>;

  /** As a browser can load it; '' where it cannot be loaded. */
  async function loadable(url: unknown): Promise<string> {
    if (typeof url !== 'string') throw fail('previewImage', `parameter error: urls should be strings;`);
    if (url.startsWith('http://tmp/')) return context.files.dataUrl(url) ?? '';
    if (/^(https?|data):/.test(url)) return url;
    if (!url.startsWith('cloud://')) {
      warnOnce(context, `wx.previewImage cannot show "${url}": only http, https, cloud and temporary files`);
      return '';
    }
    const { fileList } = await context.bridge.request('getTempFileURL', { fileList: [{ fileID: url }] });
    return fileList[0]?.tempFileURL ?? '';
  }
}

function describe(file: TempFile, tempFilePath: string): WechatMiniprogram.MediaFile {
  const { width = 0, height = 0 } = pictureHeader(file.bytes) ?? {};
  const size = file.bytes.length;
  return { tempFilePath, size, width, height, fileType: 'image', duration: 0, thumbTempFilePath: '' };
}

function listOf<T extends string>(name: string, given: unknown, allowed: readonly T[]): readonly T[] {
  const isOne = (value: unknown): value is T => allowed.includes(value as T);
  if (Array.isArray(given) && given.length > 0 && given.every(isOne)) return given;
  const got = Array.isArray(given) ? JSON.stringify(given) : typeName(given);
  throw fail('chooseMedia', `parameter error: parameter.${name} should be of ${allowed.join(', ')}, got ${got};`);
}
