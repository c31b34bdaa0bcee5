import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { keptSide, maxPixels, thumbnailSide } from './limits';
import { readHeader, unreadable, type PhotoHeader } from './photo-header';
import { type Pixels, shrink, upright } from './pixels';

/** A photo as it is kept, and its thumbnail: both JPEG. */
export interface MadePhoto {
  readonly photo: Buffer;
  readonly thumbnail: Buffer;
  /** px of the photo. */
  readonly width: number;
  readonly height: number;
}

/** Of JPEG, 1 to 100: a photo that is encoded anew at this does not look it. */
const quality = { photo: 85, thumbnail: 75 };

/**
 * Decodes an upload and makes of its pixels, and of nothing else, what is kept: metadata (where it was taken, by which
 * phone), hidden parts and whatever stands behind the end of the picture do not survive. The same bytes make the same.
 * Throws a CallError: `photo-unreadable`, `input-too-large`.
 */
export function makePhoto(bytes: Buffer): MadePhoto {
  const header = readHeader(bytes);
  const seen = upright(shrink(decoded(bytes, header), keptSide), header.orientation);
  const { width, height } = seen;
  return {
    photo: encoded(seen, quality.photo),
    thumbnail: encoded(shrink(seen, thumbnailSide), quality.thumbnail),
    width,
    height,
  };
}

function decoded(bytes: Buffer, { format }: PhotoHeader): Pixels {
  try {
    return format === 'png' ? PNG.sync.read(bytes) : decode(bytes, bounds);
  } catch (cause) {
    throw unreadable('its pixels cannot be decoded', cause);
  }
}

/** A JPEG may hold several frames: what the header says of the first is no promise for the others. */
const bounds = {
  useTArray: true,
  tolerantDecoding: false,
  maxResolutionInMP: maxPixels / 1e6,
  maxMemoryUsageInMB: 320,
} as const;

function encoded({ width, height, data }: Pixels, at: number): Buffer {
  return encode({ width, height, data }, at).data;
}
