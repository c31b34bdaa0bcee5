/** A square PNG of one colour (`#rrggbb`), made by hand: W3C PNG, the one row colour is a palette of one, stored deflate. */
export function solidPng(size: number, colour: string): Uint8Array {
  const palette = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  // One bit a pixel, all of them 0: filter byte and pixels of each row.
  const pixels = new Uint8Array(size * (1 + Math.ceil(size / 8)));
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...bytes32(size), ...bytes32(size), 1, 3, 0, 0, 0]),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', stored(pixels)),
    ...chunk('IEND', []),
  ]);
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...new TextEncoder().encode(name), ...data];
  return [...bytes32(data.length), ...body, ...bytes32(crc32(body))];
}

/** A zlib stream of one uncompressed block; `pixels` are at most 65,535 zeros. */
function stored(pixels: Uint8Array): number[] {
  const low = pixels.length & 0xff;
  const high = pixels.length >> 8;
  // Adler-32 of zeros: 1 in the low half, their number in the high half.
  const adler = bytes32(((pixels.length % 65521) << 16) | 1);
  return [0x78, 0x01, 0x01, low, high, low ^ 0xff, high ^ 0xff, ...pixels, ...adler];
}

function crc32(bytes: readonly number[]): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

function bytes32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
