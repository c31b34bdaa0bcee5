/** Pictures as phones make them, for what looks at their bytes. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

export type Colour = readonly [red: number, green: number, blue: number, alpha?: number];
/** What is where: x and y in px from the top left corner. */
export type Painting = (x: number, y: number) => Colour;

const grey: Painting = (x, y) => [(x * 7) & 255, (y * 5) & 255, 128];

export function jpeg(width: number, height: number, painting: Painting = grey): Buffer {
  return encode({ width, height, data: painted(width, height, painting) }, 90).data;
}

export function png(width: number, height: number, painting: Painting = grey): Buffer {
  const picture = new PNG({ width, height });
  picture.data = painted(width, height, painting);
  return PNG.sync.write(picture);
}

function painted(width: number, height: number, painting: Painting): Buffer {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [red, green, blue, alpha = 255] = painting(at % width, Math.floor(at / width));
    data.set([red, green, blue, alpha], at * 4);
  }
  return data;
}

/** The JPEG with metadata as a camera writes it: an orientation, and a text that says where it was taken. */
export function withExif(picture: Buffer, orientation: number, text = '', bigEndian = false): Buffer {
  const short = (value: number) => (bigEndian ? [value >> 8, value & 255] : [value & 255, value >> 8]);
  const long = (value: number) => (bigEndian ? [...short(0), ...short(value)] : [...short(value), ...short(0)]);
  const tiff = Buffer.from([
    ...Buffer.from(bigEndian ? 'MM' : 'II'),
    ...short(42),
    ...long(8),
    ...short(2),
    // Make, and Orientation: tag, type, count, value
    ...[...short(0x010f), ...short(2), ...long(4), ...Buffer.from('Pho\0')],
    ...[...short(0x0112), ...short(3), ...long(1), ...short(orientation), ...short(0)],
    ...long(0),
    ...Buffer.from(text),
  ]);
  return withSegment(picture, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** The JPEG with one more segment at its beginning. */
export function withSegment(picture: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]);
  return Buffer.concat([picture.subarray(0, 2), head, content, picture.subarray(2)]);
}

/** The same file, whose header claims another size. */
export function claiming(picture: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(picture);
  if (lying[0] === 0x89) {
    lying.writeUInt32BE(width, 16);
    lying.writeUInt32BE(height, 20);
    return lying;
  }
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(height, frame + 5);
  lying.writeUInt16BE(width, frame + 7);
  return lying;
}
