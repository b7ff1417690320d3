import { wordsOf } from '../../knowledge/words.js';
import type { Localization } from '../../localization/localization.js';

/** What asks nothing, and what is said to it. */
export type Courtesy = 'greeted' | 'thanked';

/** Whether a message is a greeting or thanks and nothing else: nobody has to be told of it. One word more, and it is a question. */
export const courtesyOf = (text: string, words: Localization<'faq-chat'>): Courtesy | undefined => {
  const said = wordsOf(text).join(' ');
  const phrases = (key: 'greetings' | 'thanks'): string[] =>
    words
      .text(key)
      .split(',')
      .map((phrase) => wordsOf(phrase).join(' '));
  const thanks = phrases('thanks');
  // The longest first: then none has to be taken back, which could go on for ever.
  const known = phrases('greetings')
    .concat(thanks)
    .sort((one, other) => other.length - one.length);
  const rest = said.replace(new RegExp(`(?:^| )(?:${known.join('|')})(?= |$)`, 'g'), '');
  if (!said || rest) return undefined;
  return new RegExp(`(?:^| )(?:${thanks.join('|')})$`).test(said) ? 'thanked' : 'greeted';
};
