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
