import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Uzdot jautājumu',
  greeting: 'Es esmu automātisks palīgs. Es atbildu uz biežiem jautājumiem.',
  otherwise: 'Ar visu pārējo Jums palīdzēs darbinieks.',
  passedOn: 'Jautājumus, uz kuriem nevaru atbildēt, nododam uzņēmumam, lai atbildes kļūtu labākas.',
  suggestions: 'Biežāk uzdotie jautājumi',
  allQuestions: 'Visi jautājumi',
  question: 'Jūsu jautājums',
  questionHint: 'Nosūtīt: {enter}. Jauna rinda: {shiftEnter}.',
  toPerson: 'Runāt ar darbinieku',
  conversation: 'Saruna',
  launcher: 'Tērzēt ar mums',
  closeChat: 'Aizvērt tērzēšanu',
};
