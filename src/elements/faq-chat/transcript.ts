import { textOf } from './answer/node.js';
import type { Message } from './conversation.js';

/** Who said what, in the visitor's words for it. */
export interface TranscriptWords {
  readonly me: string;
  readonly assistant: string;
  /** What the assistant says where it has no answer. */
  readonly unknown: string;
  readonly didYouMean: string;
}

/** What was said, as a person reads it: a line a message, the oldest first. */
export const transcriptOf = (messages: readonly Message[], words: TranscriptWords): string =>
  messages
    .flatMap((message) => {
      const line = lineOf(message, words);
      return line ? [`${message.kind === 'visitor' ? words.me : words.assistant}: ${line}`] : [];
    })
    .join('\n');

const lineOf = (message: Message, words: TranscriptWords): string => {
  switch (message.kind) {
    case 'visitor':
      return message.text;
    case 'answer':
      return textOf(message.nodes);
    case 'choices':
      return [words.didYouMean, ...message.choices.map(({ question }) => question)].join(' / ');
    case 'unknown':
      return words.unknown;
    case 'sorry':
    case 'person':
      return '';
  }
};

/**
 * The end of a text within a number of characters, by whole characters as people see them, begun by an ellipsis where
 * something is missing.
 * @param lengthOf how long a text is where it goes
 */
export const lastPart = (text: string, most: number, lengthOf = (part: string) => part.length): string => {
  if (lengthOf(text) <= most) return text;
  const characters = graphemesOf(text);
  let from = characters.length;
  let length = lengthOf('…');
  while (from > 0) {
    length += lengthOf(characters[from - 1]!);
    if (length > most) break;
    from--;
  }
  return `…${characters.slice(from).join('')}`;
};

/** The beginning of a text, likewise. */
export const firstPart = (text: string, most: number, lengthOf = (part: string) => part.length): string => {
  if (lengthOf(text) <= most) return text;
  let part = '';
  let length = lengthOf('…');
  for (const character of graphemesOf(text)) {
    length += lengthOf(character);
    if (length > most) break;
    part += character;
  }
  return `${part}…`;
};

/** Characters as people see them (UAX #29); where the browser can't tell, code points. */
const graphemesOf = (text: string): readonly string[] => {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  return Segmenter ? Array.from(new Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
};
