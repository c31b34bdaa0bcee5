import { toFailure } from '../api/failure';
import { warnOnce } from '../components/warn';
import { toBase64 } from '../files/base64';
import { loadPicture, loadedImage } from '../files/picture';
import { solidPng } from '../files/solid-png';
import type { TempFile } from '../files/temp-files';
import type { PageHandle, PhoneContext } from '../parts';
import { pageOutline } from './page-outline';

/** px of a card's picture, 5 : 4 (reference/api/Page.html#onShareAppMessage-Object-object). */
const [WIDTH, HEIGHT] = [500, 400];
/** What a share picture may be (the same page). */
const TYPES = ['image/png', 'image/jpeg'];

export interface SharePicture {
  /** What the card carries. */
  readonly imageUrl: string;
  /** The same, as a browser can load it. */
  readonly shownUrl: string;
}

/**
 * The picture of a card, which outlives the phone's own files: a small copy of those as a data URL; addresses and ids of
 * cloud storage as they are. Without `imageUrl`, or where it cannot be used, a drawing in place of WeChat's screenshot.
 */
export async function sharePicture(
  context: PhoneContext,
  imageUrl: string | undefined,
  page: PageHandle,
): Promise<SharePicture> {
  try {
    if (imageUrl !== undefined) return await pictureOf(context, imageUrl, page);
  } catch (error) {
    warnOnce(context, `onShareAppMessage: imageUrl "${imageUrl}" cannot be used: ${toFailure('share', error).errMsg}`);
  }
  return same(outlineOf(context, page));
}

async function pictureOf(context: PhoneContext, imageUrl: string, page: PageHandle): Promise<SharePicture> {
  const { files, bridge, package: pkg } = context;
  if (imageUrl.startsWith('cloud://')) {
    const { fileList } = await bridge.request('getTempFileURL', { fileList: [{ fileID: imageUrl }] });
    const [file] = fileList;
    if (!file?.tempFileURL) throw new Error(file?.errMsg ?? 'no such file');
    return { imageUrl, shownUrl: file.tempFileURL };
  }
  if (imageUrl.startsWith('http://tmp/')) {
    const file = files.get(imageUrl);
    if (!file) throw new Error('there is no such temporary file');
    return same(await thumbnail(file));
  }
  if (/^https?:/.test(imageUrl)) return same(imageUrl);
  if (imageUrl.startsWith('data:')) return same(await thumbnail(await loadPicture(imageUrl)));
  // Files of the package are read in a browser only.
  if (!context.view) return same(outlineOf(context, page));
  const path = new URL(imageUrl, `file:///${page.path}`).pathname.slice(1);
  return same(await thumbnail(await loadPicture(pkg.assetBase + path)));
}

const same = (url: string): SharePicture => ({ imageUrl: url, shownUrl: url });

/** Cut to 5 : 4 from the middle, as chats show it; without a browser the picture as it is. */
async function thumbnail({ bytes, type }: TempFile): Promise<string> {
  if (!TYPES.includes(type)) throw new Error(`a share picture is a PNG or a JPEG, this one is ${type || 'neither'}`);
  const url = `data:${type};base64,${toBase64(bytes)}`;
  if (typeof document === 'undefined') return url;
  const image = await loadedImage(url);
  const scale = Math.max(WIDTH / image.naturalWidth, HEIGHT / image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  canvas.getContext('2d')?.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  return canvas.toDataURL('image/jpeg', 0.85);
}

/** Without a browser nobody looks at it: one grey. */
function outlineOf(context: PhoneContext, page: PageHandle): string {
  if (context.view) return pageOutline(context, page);
  return `data:image/png;base64,${toBase64(solidPng(100, '#ededed'))}`;
}
