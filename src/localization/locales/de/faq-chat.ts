import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Stellen Sie eine Frage',
  greeting: 'Ich bin ein automatischer Assistent. Ich beantworte häufige Fragen.',
  otherwise: 'Bei allem anderen führe ich Sie zu einem Menschen.',
  passedOn:
    'Fragen, die ich nicht beantworten kann, werden an uns weitergegeben, damit die Antworten besser werden.',
  suggestions: 'Häufige Fragen',
  allQuestions: 'Alle Fragen',
  question: 'Ihre Frage',
  questionHint: '{enter} sendet die Frage, {shiftEnter} beginnt eine neue Zeile.',
  toPerson: 'Mit einem Menschen sprechen',
  conversation: 'Unterhaltung',
  launcher: 'Chatten Sie mit uns',
  closeChat: 'Chat schließen',
};
