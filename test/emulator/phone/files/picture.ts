import { solidPng } from './solid-png';
import type { TempFile } from './temp-files';

/** px of WeChat's avatars. */
const SIZE = 132;

/**
 * The picture behind a data URL, or behind any URL that this machine can load, as WeChat would give it to an app:
 * drawings (SVG) become PNG, all else stays byte for byte.
 */
export async function loadPicture(url: string): Promise<TempFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (type === 'image/svg+xml') return { bytes: await drawn(url, await response.text()), type: 'image/png' };
  return { bytes: new Uint8Array(await response.arrayBuffer()), type };
}

/** Without a browser nobody looks at it: a square in the drawing's first colour. */
async function drawn(url: string, svg: string): Promise<Uint8Array> {
  if (typeof document === 'undefined') return solidPng(SIZE, /#[0-9a-f]{6}/i.exec(svg)?.[0] ?? '#cccccc');
  const image = await loadedImage(url, SIZE);
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  canvas.getContext('2d')?.drawImage(image, 0, 0, SIZE, SIZE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser could not make a PNG of the avatar');
  return new Uint8Array(await blob.arrayBuffer());
}

/** In a browser: the picture once it can be drawn. `size` in px for what has none of its own. */
export async function loadedImage(url: string, size?: number): Promise<HTMLImageElement> {
  const image = new Image(size, size);
  image.src = url;
  await image.decode();
  return image;
}
