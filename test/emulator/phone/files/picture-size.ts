/** What a picture's own header says of it. */
export interface PictureHeader {
  readonly type: 'png' | 'jpeg' | 'gif' | 'webp';
  /** px, before any rotation. */
  readonly width: number;
  readonly height: number;
}

/** Reads PNG, JPEG, GIF and WebP; undefined for anything else. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
  try {
    if (text(1, 3) === 'PNG') return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
    if (text(0, 3) === 'GIF') return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return { type: 'webp', ...webpSize(view, text(12, 4)) };
    if (view.getUint16(0) === 0xffd8) return jpegHeader(view);
  } catch (error) {
    // A file that ends in the middle of its header.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** RFC 9649: lossy, lossless, extended. */
function webpSize(view: DataView, kind: string): { width: number; height: number } {
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') {
    const less = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: less(24) + 1, height: less(27) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** ITU T.81: the start of the frame among the segments. */
function jpegHeader(view: DataView): PictureHeader | undefined {
  let at = 2;
  for (;;) {
    const marker = view.getUint16(at);
    if (marker >>> 8 !== 0xff) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
}
