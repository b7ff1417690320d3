export type Key = 'Enter' | 'Tab' | 'Space' | 'Backspace' | 'Escape';

/** One tab of a browser, with just what the tests of the engines need. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs a function in the page, with arguments that JSON can express. */
  evaluate<A extends readonly unknown[], T>(run: (...args: A) => T, ...args: A): Promise<T>;
  /** Presses the keys of a text, as a person would, into what has the focus. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Clicks in the middle of a box in the window. */
  click(x: number, y: number): Promise<void>;
  /** Closes it, whatever is under way there. */
  close(): Promise<void>;
}

/** A browser that has been started, with one tab open. */
export interface Browser {
  /** Name and version. */
  readonly version: string;
  readonly tab: Tab;
  /** Opens another tab, or a window with one, of the same profile. */
  open(): Promise<Tab>;
  close(): Promise<void>;
}
