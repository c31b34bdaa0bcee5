import fc from 'fast-check';
import { decode } from 'jpeg-js';
import { CallError } from '../../../cloud/contract/call-error';
import { makePhoto } from '../../../cloud/domain/album/make-photo';
import { claiming, jpeg, png, withExif, withSegment, type Colour } from '../../pictures';

function codeOf(bytes: Buffer): string {
  try {
    makePhoto(bytes);
    return 'made';
  } catch (error) {
    if (error instanceof CallError) return error.code;
    throw error;
  }
}

const sizeOf = (picture: Buffer) => {
  const { width, height } = decode(picture);
  return [width, height];
};

function colourAt(picture: Buffer, x: number, y: number): string {
  const { width, data } = decode(picture);
  const at = (y * width + x) * 4;
  return [data[at], data[at + 1], data[at + 2]].map((value = 0) => (value > 127 ? 1 : 0)).join('');
}

describe('a photo', () => {
  test.each([
    ['JPEG', jpeg],
    ['PNG', png],
  ])('of a %s is a JPEG of its size, with a thumbnail of at most 320 px', (_format, draw) => {
    const { photo, thumbnail, width, height } = makePhoto(draw(640, 200));
    expect([width, height]).toEqual([640, 200]);
    expect(sizeOf(photo)).toEqual([640, 200]);
    expect(sizeOf(thumbnail)).toEqual([320, 100]);
  });

  test('is at most 2048 px a side; a small one is not blown up', () => {
    const large = makePhoto(jpeg(3_000, 60));
    expect([large.width, large.height]).toEqual([2_048, 41]);
    expect(sizeOf(large.photo)).toEqual([2_048, 41]);
    const small = makePhoto(jpeg(20, 10));
    expect([sizeOf(small.photo), sizeOf(small.thumbnail)]).toEqual([
      [20, 10],
      [20, 10],
    ]);
  });

  test('is the same for the same bytes', () => {
    const upload = jpeg(100, 60);
    expect(makePhoto(upload)).toEqual(makePhoto(upload));
  });

  test('shows what it showed, shrunk by the mean; what is transparent on white', () => {
    const stripes = makePhoto(png(640, 64, (x) => (x % 2 === 0 ? [0, 0, 0] : [255, 255, 255])));
    const { data } = decode(stripes.thumbnail);
    const grey = [...data].filter((_value, at) => at % 4 === 0);
    expect(Math.min(...grey.slice(0, 10_000))).toBeGreaterThan(120);
    expect(Math.max(...grey.slice(0, 10_000))).toBeLessThan(136);
    const seeThrough = makePhoto(png(32, 16, (x) => (x < 16 ? [0, 0, 0, 0] : [255, 0, 0, 255])));
    expect([colourAt(seeThrough.photo, 8, 8), colourAt(seeThrough.photo, 24, 8)]).toEqual(['111', '100']);
  });

  /** EXIF 2.32, 4.6.5: which side of what is seen the first stored row is, and the first stored column. */
  const sides: readonly (readonly [
    number,
    'top' | 'right' | 'bottom' | 'left',
    'top' | 'right' | 'bottom' | 'left',
  ])[] = [
    [1, 'top', 'left'],
    [2, 'top', 'right'],
    [3, 'bottom', 'right'],
    [4, 'bottom', 'left'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ];
  const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

  describe.each([false, true])('(big-endian metadata: %p)', (bigEndian) => {
    test.each(sides)(
      'of orientation %p is turned upright: first row %p, first column %p',
      (orientation, row, column) => {
        const colours: readonly Colour[] = [
          [255, 0, 0],
          [0, 255, 0],
          [0, 0, 255],
          [255, 255, 255],
        ];
        const stored = jpeg(64, 32, (x, y) => colours[(x < 32 ? 0 : 1) + (y < 16 ? 0 : 2)] ?? [0, 0, 0]);
        const made = makePhoto(withExif(stored, orientation, '', bigEndian));
        const [width, height] = orientation < 5 ? [64, 32] : [32, 64];
        expect([made.width, made.height, ...sizeOf(made.photo)]).toEqual([width, height, width, height]);
        const corners = [
          [row, column],
          [row, opposite[column]],
          [opposite[row], column],
          [opposite[row], opposite[column]],
        ] as const;
        const seen = corners.map((corner) => {
          const x = corner.some((side) => side === 'left') ? width / 4 : (width / 4) * 3;
          const y = corner.some((side) => side === 'top') ? height / 4 : (height / 4) * 3;
          return [colourAt(made.photo, x, y), colourAt(made.thumbnail, x, y)];
        });
        expect(seen).toEqual(['100', '010', '001', '111'].map((colour) => [colour, colour]));
      },
    );
  });

  test('keeps nothing but pixels: no metadata, no comment, nothing behind its end', () => {
    const secret = 'GPS 31.2304N 121.4737E';
    const upload = Buffer.concat([
      withSegment(withSegment(withExif(jpeg(64, 64), 1, secret), 0xfe, Buffer.from(secret)), 0xed, Buffer.from(secret)),
      Buffer.from(secret),
    ]);
    expect(upload.includes(secret)).toBe(true);
    const { photo, thumbnail } = makePhoto(upload);
    for (const made of [photo, thumbnail]) {
      expect(made.includes(secret)).toBe(false);
      expect(made.includes('Exif')).toBe(false);
    }
  });

  /** An orientation that makes no sense, metadata that ends in the middle. */
  test.each([
    withExif(jpeg(64, 32), 9),
    withExif(jpeg(64, 32), 0),
    withSegment(jpeg(64, 32), 0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\x7f', 'latin1')),
    withSegment(jpeg(64, 32), 0xe1, Buffer.from('Exif\0\0')),
  ])('with broken metadata is taken as it is (%#)', (upload) => {
    expect(makePhoto(upload)).toMatchObject({ width: 64, height: 32 });
  });
});

describe('what is no photo', () => {
  const whole = jpeg(64, 64);
  const interlaced = Buffer.from(png(8, 8));
  interlaced[28] = 1;
  const arithmetic = Buffer.from(whole);
  arithmetic[whole.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9;

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<script>alert(1)</script>'.repeat(10))],
    ['a GIF', Buffer.from('GIF89a'.padEnd(100, '\0'))],
    ['the first half of a JPEG', whole.subarray(0, whole.length / 2)],
    ['the first half of a PNG', png(64, 64).subarray(0, 120)],
    ['a JPEG of metadata alone', Buffer.concat([whole.subarray(0, 20), Buffer.from([0xff, 0xd9])])],
    ['an interlaced PNG', interlaced],
    ['an arithmetic JPEG', arithmetic],
    ['no pixels', claiming(whole, 0, 64)],
  ])('%s is refused', (_what, bytes) => {
    expect(codeOf(bytes)).toBe('photo-unreadable');
  });

  test.each([
    ['a JPEG', claiming(whole, 65_000, 65_000)],
    ['a JPEG that is only wide', claiming(whole, 4_097, 1)],
    ['a JPEG of too many pixels', claiming(whole, 4_000, 4_000)],
    ['a PNG', claiming(png(8, 8), 1_000_000, 1_000_000)],
  ])('%s that claims to be huge is refused before anything is decoded', (_what, bytes) => {
    // The decoders would say photo-unreadable: there are no pixels behind the claim.
    expect(codeOf(bytes)).toBe('input-too-large');
  });

  test('a second frame that is huge is refused too', () => {
    const frame = whole.indexOf(Buffer.from([0xff, 0xc0]));
    const huge = claiming(whole, 65_000, 65_000).subarray(frame, frame + 19);
    const twice = Buffer.concat([whole.subarray(0, frame + 19), huge, whole.subarray(frame + 19)]);
    expect(codeOf(twice)).toBe('photo-unreadable');
  });

  test('any bytes get a code, never another failure', () => {
    const start = fc.constantFrom(Buffer.alloc(0), whole.subarray(0, 20), png(8, 8).subarray(0, 33));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        expect(['photo-unreadable', 'input-too-large']).toContain(codeOf(Buffer.concat([head, tail])));
      }),
      { numRuns: 300 },
    );
  });

  test('a photo with broken bytes gets a code too', () => {
    for (const picture of [jpeg(24, 16), png(24, 16)]) {
      const broken = fc.tuple(fc.nat({ max: picture.length - 1 }), fc.nat({ max: 255 }));
      fc.assert(
        fc.property(fc.array(broken, { minLength: 1, maxLength: 5 }), (changes) => {
          const bytes = Buffer.from(picture);
          for (const [at, value] of changes) bytes[at] = value;
          expect(['made', 'photo-unreadable', 'input-too-large']).toContain(codeOf(bytes));
        }),
        { numRuns: 40 },
      );
    }
  });
});
