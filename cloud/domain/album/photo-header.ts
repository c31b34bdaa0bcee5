import { CallError } from '../../contract/call-error';
import { maxPixels, maxSide } from './limits';

/** What a picture says about itself before its pixels are looked at. */
export interface PhotoHeader {
  readonly format: 'jpeg' | 'png';
  /** px, as stored: before `orientation` turns them. */
  readonly width: number;
  readonly height: number;
  /** 1 to 8 as EXIF counts them (CIPA DC-008, 4.6.5); 1 is upright. */
  readonly orientation: number;
}

/**
 * Reads the header by the bytes, whatever the file's name says, and decides before anything is decoded, so that a few
 * bytes cannot ask for gigabytes. Throws a CallError: `photo-unreadable`, `input-too-large`.
 */
export function readHeader(bytes: Buffer): PhotoHeader {
  const header = bytes.subarray(0, 8).equals(pngSignature) ? readPng(bytes) : readJpeg(bytes);
  const { width, height } = header;
  if (width < 1 || height < 1) throw unreadable('it has no pixels');
  if (width > maxSide || height > maxSide || width * height > maxPixels) {
    throw new CallError('input-too-large', `A photo has at most ${maxSide} px a side and ${maxPixels} px in all.`);
  }
  return header;
}

export function unreadable(why: string, cause?: unknown): CallError {
  return new CallError('photo-unreadable', `Not a whole JPEG or PNG: ${why}.`, { cause });
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Interlaced ones are refused: pngjs unpacks those without a bound, and no camera and no screenshot makes one. */
function readPng(bytes: Buffer): PhotoHeader {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw unreadable('a PNG without a header');
  if (bytes[28] !== 0) throw unreadable('an interlaced PNG');
  return { format: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), orientation: 1 };
}

/** Baseline, extended and progressive: what cameras make and jpeg-js decodes. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
const startOfScan = 0xda;
const app1 = 0xe1;

/** Segments up to the frame (ITU T.81, B.1.1.4): `FF marker`, two bytes of length that count themselves. */
function readJpeg(bytes: Buffer): PhotoHeader {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) throw unreadable('it begins as neither does');
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) throw unreadable('a segment is broken');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    if (frames.includes(marker)) {
      return { format: 'jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), orientation };
    }
    if (marker === startOfScan) break;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === app1) orientation = orientationIn(bytes.subarray(at + 4, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  throw unreadable('a JPEG without a frame that can be decoded');
}

const exif = Buffer.from('Exif\0\0', 'latin1');
const orientationTag = 0x0112;

/** The orientation of the first directory; undefined where there is none or it makes no sense. */
function orientationIn(segment: Buffer): number | undefined {
  if (!segment.subarray(0, 6).equals(exif)) return undefined;
  const tiff = segment.subarray(6);
  if (tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) !== orientationTag) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
