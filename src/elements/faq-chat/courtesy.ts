import { wordsOf } from '../../knowledge/words.js';
import type { Localization } from '../../localization/localization.js';

/** What asks nothing, and what is said to it. */
export type Courtesy = 'greeted' | 'thanked';

/** Whether a message is a greeting or thanks and nothing else: nobody has to be told of it. One word more, and it is a question. */
export const courtesyOf = (text: string, words: Localization<'faq-chat'>): Courtesy | undefined => {
  const said = wordsOf(text).join(' ');
  const phrases = (key: 'greetings' | 'thanks'): string =>
    words
      .text(key)
      .split(',')
      .map((phrase) => wordsOf(phrase).join(' '))
      .join('|');
  const thanks = phrases('thanks');
  if (!new RegExp(`^(?:(?:${phrases('greetings')}|${thanks})(?: |$))+$`).test(said)) return undefined;
  return new RegExp(`(?:^| )(?:${thanks})$`).test(said) ? 'thanked' : 'greeted';
};
