import type { Tab } from '../../engines/support/browser.js';
import type { Picture, Rect } from '../pictures.js';

/** The size of all windows, in pixels: as wide as a small laptop, and high enough for any widget. */
export const WINDOW = { width: 1000, height: 1000 };

/** A tab that can also tell what was thrown in it, where the browser's driver hears of it. */
export interface HostTab extends Omit<Tab, 'screenshot'> {
  /** What the window shows, or a part of it. */
  picture(part?: Rect): Promise<Picture>;
  /** Messages of errors since the page was opened. */
  thrown(): readonly string[];
  /** What is done and asked inside the page's first frame; nothing where it has none, or the driver can't. */
  frame(): Pick<HostTab, 'evaluate' | 'click'> | undefined;
}

export interface HostBrowser {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  readonly version: string;
  /** Whether {@link open} can have code run before that of a page; else the page has to bring it. */
  readonly runsBefore: boolean;
  /** Opens a tab in which this code runs in each page before anything else. */
  open(before: string): Promise<HostTab>;
  close(): Promise<void>;
}
