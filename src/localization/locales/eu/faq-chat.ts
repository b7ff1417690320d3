import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Egin galdera bat',
  greeting: 'Laguntzaile automatikoa naiz. Ohiko galderei erantzuten diet.',
  otherwise: 'Gainerakoetarako, pertsona batengana bideratuko zaitut.',
  passedOn: 'Erantzuten ez dakidan galderak enpresari helarazten zaizkio, erantzunak hobetzeko.',
  suggestions: 'Ohiko galderak',
  allQuestions: 'Galdera guztiak',
  question: 'Zure galdera',
  questionHint: 'Galdera bidaltzeko: {enter}. Lerro berria: {shiftEnter}.',
  toPerson: 'Hitz egin pertsona batekin',
  conversation: 'Elkarrizketa',
  launcher: 'Txateatu gurekin',
  closeChat: 'Itxi txata',
};
