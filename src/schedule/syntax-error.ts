/** An attribute's text is no hours or no list of days. Says where, for the owner's console. */
export class ScheduleSyntaxError extends SyntaxError {
  override readonly name = 'ScheduleSyntaxError';
  /** Characters before the place, in UTF-16 units. */
  readonly offset: number;
  /** The word at the place; empty at the end of the text. */
  readonly found: string;
  /** What would be right there, in English. */
  readonly expected: string;

  constructor(text: string, offset: number, expected: string) {
    const found =
      /^[^\s,;]{0,30}/.exec(text.slice(offset, offset + 30))![0] || text.slice(offset, offset + 1);
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    super(
      `expected ${expected} but found ${found ? `"${found}"` : 'the end'} at character ${offset + 1} of "${shown}"`,
    );
    this.offset = offset;
    this.found = found;
    this.expected = expected;
  }
}
