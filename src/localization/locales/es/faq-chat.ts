import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Haga una pregunta',
  greeting: 'Soy un asistente automático. Respondo a las preguntas habituales.',
  otherwise: 'Para lo demás, le pongo en contacto con una persona.',
  passedOn: 'Las preguntas que no sé responder se trasladan a la empresa, para mejorar las respuestas.',
  suggestions: 'Preguntas habituales',
  allQuestions: 'Todas las preguntas',
  question: 'Su pregunta',
  questionHint: 'Enviar: {enter}. Nueva línea: {shiftEnter}.',
  toPerson: 'Hablar con una persona',
  conversation: 'Conversación',
  launcher: 'Chatee con nosotros',
  closeChat: 'Cerrar el chat',
};
