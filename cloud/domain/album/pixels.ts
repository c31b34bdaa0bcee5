/** RGBA, 8 bits each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The picture with its longer side at most `side` px: each new pixel is the mean of those that it covers, what is
 * transparent on white. A smaller picture keeps its size.
 */
export function shrink({ width, height, data }: Pixels, side: number): Pixels {
  const scale = Math.min(1, side / Math.max(width, height));
  const small = { width: atLeastOne(width * scale), height: atLeastOne(height * scale) };
  const result = new Uint8Array(small.width * small.height * 4);
  for (let y = 0; y < small.height; y += 1) {
    const [top, bottom] = covered(y, small.height, height);
    for (let x = 0; x < small.width; x += 1) {
      const [left, right] = covered(x, small.width, width);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          const alpha = data[at + 3] ?? 0;
          const white = 255 * (255 - alpha);
          red += (data[at] ?? 0) * alpha + white;
          green += (data[at + 1] ?? 0) * alpha + white;
          blue += (data[at + 2] ?? 0) * alpha + white;
        }
      }
      const weight = 255 * (bottom - top) * (right - left);
      result.set([red / weight + 0.5, green / weight + 0.5, blue / weight + 0.5, 255], (y * small.width + x) * 4);
    }
  }
  return { ...small, data: result };
}

/** Which of `from` pixels the `n`th of `to` covers; at least one. */
function covered(n: number, to: number, from: number): readonly [number, number] {
  const first = Math.floor((n * from) / to);
  return [first, Math.max(first + 1, Math.floor(((n + 1) * from) / to))];
}

function atLeastOne(size: number): number {
  return Math.max(1, Math.round(size));
}

/** The picture as EXIF's `orientation` (1 to 8) means it to be seen. */
export function upright(pixels: Pixels, orientation: number): Pixels {
  if (orientation === 1) return pixels;
  const { width, height, data } = pixels;
  const turned = orientation >= 5;
  const size = turned ? { width: height, height: width } : { width, height };
  // 32 bits a pixel: one step each. A copy where the bytes do not begin at a multiple of four.
  const source = new Uint32Array(data.slice().buffer);
  const result = new Uint32Array(source.length);
  const mirroredX = [2, 3, 7, 8].includes(orientation);
  const mirroredY = [3, 4, 6, 7].includes(orientation);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      // Where (x, y) of the upright picture is in the stored one.
      const [u, v] = turned ? [y, x] : [x, y];
      const column = mirroredX ? width - 1 - u : u;
      const row = mirroredY ? height - 1 - v : v;
      result[y * size.width + x] = source[row * width + column] ?? 0;
    }
  }
  return { ...size, data: new Uint8Array(result.buffer) };
}
