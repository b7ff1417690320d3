import { PNG } from 'pngjs';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How differently a browser may paint the same twice. */
export interface Smoothing {
  /** How far a channel may be off, of 255. */
  readonly tolerance: number;
  /** How many pixels may be off further. */
  readonly stray: number;
}

/** How the edges of what scrolls, or is filtered, are smoothed differs by 5. */
const EXACT: Smoothing = { tolerance: 6, stray: 0 };

/** A screenshot. Its pixels are only looked at where it is not the same file as another one. */
export class Picture {
  #file: Buffer | undefined;
  #png: PNG | undefined;

  constructor(picture: Buffer | PNG) {
    if (picture instanceof PNG) this.#png = picture;
    else this.#file = picture;
  }

  get png(): PNG {
    this.#png ??= PNG.sync.read(this.#file!);
    return this.#png;
  }

  /** A part of it. What is beyond its edges is transparent. */
  crop({ x, y, width, height }: Rect): Picture {
    const part = new PNG({ width, height });
    const [left, top] = [Math.max(x, 0), Math.max(y, 0)];
    const [right, bottom] = [Math.min(x + width, this.png.width), Math.min(y + height, this.png.height)];
    if (right > left && bottom > top)
      PNG.bitblt(this.png, part, left, top, right - left, bottom - top, left - x, top - y);
    return new Picture(part);
  }

  /** What differs from another one outside these places: how many pixels, and the place of the first. */
  difference(
    other: Picture,
    except: readonly Rect[] = [],
    { tolerance, stray }: Smoothing = EXACT,
  ): { pixels: number; at: string } | undefined {
    if (this.#file && other.#file?.equals(this.#file)) return undefined;
    const { width, height, data } = this.png;
    if (width !== other.png.width || height !== other.png.height)
      return { pixels: Infinity, at: `${width}×${height} instead of ${other.png.width}×${other.png.height}` };
    let pixels = 0;
    let at = '';
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const index = (y * width + x) * 4;
        let isOff = false;
        for (let channel = 0; channel < 4; channel++)
          if (Math.abs(data[index + channel]! - other.png.data[index + channel]!) > tolerance) isOff = true;
        if (!isOff || except.some((rect) => isIn(rect, x, y))) continue;
        pixels++;
        at ||= `${x},${y}`;
      }
    }
    return pixels > stray ? { pixels, at } : undefined;
  }

  toPng(): Buffer {
    return this.#file ?? PNG.sync.write(this.png);
  }
}

const isIn = ({ x, y, width, height }: Rect, px: number, py: number): boolean =>
  px >= x && py >= y && px < x + width && py < y + height;
