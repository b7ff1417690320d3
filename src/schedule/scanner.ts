import { ScheduleSyntaxError } from './syntax-error.js';

/** Reads a text from left to right. White space between what is taken doesn't matter. */
export class Scanner {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  /** Where the next thing begins. */
  get offset(): number {
    return this.#offset;
  }

  get isAtEnd(): boolean {
    return this.#offset === this.#text.length;
  }

  /** @param pattern sticky (flag `y`). */
  isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset;
    return pattern.test(this.#text);
  }

  /** Takes what is next if it is this. @param pattern sticky. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#offset = pattern.lastIndex;
    this.#skipSpace();
    return match;
  }

  /** What `read` reads, and more of it after each comma. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.take(/,/y)) items.push(read());
    return items;
  }

  /** @throws ScheduleSyntaxError always. */
  fail(expected: string, offset = this.#offset): never {
    throw new ScheduleSyntaxError(this.#text, offset, expected);
  }

  #skipSpace() {
    const space = /\s*/y;
    space.lastIndex = this.#offset;
    space.exec(this.#text);
    this.#offset = space.lastIndex;
  }
}
