import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Posez une question',
  greeting: 'Je suis un assistant automatique. Je réponds aux questions courantes.',
  otherwise: 'Pour le reste, je vous oriente vers une personne.',
  passedOn:
    'Les questions auxquelles je ne sais pas répondre sont transmises à l’entreprise, pour améliorer les réponses.',
  suggestions: 'Questions fréquentes',
  allQuestions: 'Toutes les questions',
  question: 'Votre question',
  questionHint: 'Envoyer\u00a0: {enter}. Nouvelle ligne\u00a0: {shiftEnter}.',
  toPerson: 'Parler à une personne',
  conversation: 'Échanges',
  launcher: 'Discutez avec nous',
  closeChat: 'Fermer la discussion',
};
