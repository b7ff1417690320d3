import type { Tab } from '../../engines/support/browser.js';
import type { Picture, Rect, Smoothing } from '../pictures.js';

/** The size of all windows, in pixels: as wide as a small laptop, and high enough for any widget clear of a page's bars. */
export const WINDOW = { width: 1000, height: 1400 };

/** A tab that can also tell what was thrown in it, where the browser's driver hears of it. */
export interface HostTab extends Tab {
  /** Moves the pointer there. */
  move(x: number, y: number): Promise<void>;
  /** What the window shows, or a part of it. */
  picture(part?: Rect): Promise<Picture>;
  /** Messages of errors since the page was opened. */
  thrown(): readonly string[];
  /** What is done and asked inside the page's first frame; nothing where it has none, or the driver can't. */
  frame(): (Pick<HostTab, 'evaluate' | 'click'> & Partial<Pick<HostTab, 'type' | 'press'>>) | undefined;
}

export interface HostBrowser {
  readonly version: string;
  /** Where it can't run code in pages before they do: they bring it themselves then, and this with it. */
  readonly codeInPages?: string;
  /** Where it paints the same more differently than the others do. */
  readonly smoothing?: Smoothing;
  /** Whether it tells how far a layout has shifted: the kit's files then wait until the page stands without them. */
  readonly tellsShifts?: true;
  /** Opens a tab in which this code runs in each page before anything else, where it can. */
  open(before: string): Promise<HostTab>;
  close(): Promise<void>;
}

/**
 * A call of a function as an expression, for the page. The compiler of the tests names inner functions by a helper of
 * its own, which pages don't have.
 */
export const callOf = (run: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `((__name) => (${run.toString()}))((it) => it)(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;

/** Where the content of the page's first frame begins, in pixels of the window. Runs in the page. */
export const frameBox = () => {
  const frame = document.querySelector('iframe')!;
  const { x, y } = frame.getBoundingClientRect();
  return { x: x + frame.clientLeft, y: y + frame.clientTop };
};
