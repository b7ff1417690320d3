import { lastPart } from '../../submission/text-part.js';
import { textOf } from './answer/node.js';
import type { Message } from './conversation.js';

/** What the assistant says, and who says what, in the visitor's words for it. */
type Word = (key: 'me' | 'assistant' | 'unknown' | 'didYouMean') => string;

/** Characters: what the wire has room for. */
const LONGEST = 20_000;

/** What was said, as a person reads it: a line a message, the oldest first. Of a long conversation, the end. */
export const transcriptOf = (messages: readonly Message[], word: Word): string => {
  const lines = messages.flatMap((message) => {
    const line = lineOf(message, word);
    return line ? [`${word(message.kind === 'visitor' ? 'me' : 'assistant')}: ${line}`] : [];
  });
  return lastPart(lines.join('\n'), LONGEST);
};

const lineOf = (message: Message, word: Word): string => {
  switch (message.kind) {
    case 'visitor':
      return message.text;
    case 'answer':
      return textOf(message.nodes);
    case 'choices':
      return [word('didYouMean'), ...message.choices.map(({ question }) => question)].join(' / ');
    case 'unknown':
      return word('unknown');
    default:
      return '';
  }
};
