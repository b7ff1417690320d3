/** What tabs show of widgets, and where. */
import { WINDOW, type HostTab } from './browsers/browser.js';
import { PLACE_WIDTH } from './host-page.js';
import { bringIntoView, painted, rectOf } from './in-page.js';
import type { Picture, Rect } from './pictures.js';

/** How long is waited for what must come, in milliseconds. */
export const PATIENCE_MS = 15_000;
/** Inside of what has round corners, behind which the page shows. */
const CORNER = 4;

/** Fractions of a pixel that nobody sees, and that the sums of browsers differ by. */
const NOISE = 0.02;

/** What stays where it is when the page is scrolled. */
export interface Bar extends Rect {
  /** Whether it comes after the widget in the document. */
  readonly isAfter: boolean;
  readonly zIndex: string;
}

/** Where a widget stands in a page, in pixels, and what that page is painted in layers by. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How far the page can be scrolled. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** What of the page does not scroll with it. */
  readonly bars: readonly Bar[];
}

export const blankPlace: Place = {
  x: 100,
  y: 300,
  width: PLACE_WIDTH,
  pageWidth: WINDOW.width,
  pageHeight: 3000,
  bars: [],
};

export const fraction = (value: number): number => Math.round((value - Math.floor(value)) * 64) / 64;

/** A rectangle in whole pixels, and some more around it. */
export const whole = ({ x, y, width, height }: Rect, more: number): Rect => {
  const [left, top] = [Math.floor(x) - more, Math.floor(y) - more];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) + more - left,
    height: Math.ceil(y + height) + more - top,
  };
};

/** The whole pixels in a rectangle, and some less: what is only half in it is half the page's. */
const inner = ({ x, y, width, height }: Rect, less: number): Rect => {
  const [left, top] = [Math.ceil(x - NOISE) + less, Math.ceil(y - NOISE) + less];
  return {
    x: left,
    y: top,
    width: Math.floor(x + width + NOISE) - less - left,
    height: Math.floor(y + height + NOISE) - less - top,
  };
};

/** The part of a rectangle that the window shows. */
const inWindow = ({ x, y, width, height }: Rect): Rect | undefined => {
  const [left, top] = [Math.max(x, 0), Math.max(y, 0)];
  const [right, bottom] = [Math.min(x + width, WINDOW.width), Math.min(y + height, WINDOW.height)];
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
};

/** Waits until something holds. */
export const until = async (holds: () => boolean | Promise<boolean>, patience: number): Promise<boolean> => {
  const deadline = Date.now() + patience;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** What is shown, once it is the same twice. */
export const settled = async (show: () => Promise<Picture | undefined>): Promise<Picture | undefined> => {
  let last = await show();
  await until(async () => {
    const next = await show();
    const isSame = last !== undefined && next !== undefined && !next.difference(last);
    last = next;
    return isSame;
  }, PATIENCE_MS);
  return last;
};

/** What the window shows of the widget, or of a part of it. */
export const look = async (tab: HostTab, tag: string, selector?: string): Promise<Picture | undefined> => {
  await tab.evaluate(bringIntoView, tag, selector);
  await tab.evaluate(painted);
  const rect = await tab.evaluate(rectOf, tag, selector);
  if (!rect) return undefined;
  const part = inWindow(inner(rect, selector ? CORNER : 0));
  return part && tab.picture(part);
};
