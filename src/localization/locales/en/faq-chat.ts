import type { FaqChatMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const faqChat: FaqChatMessages = {
  heading: 'Ask a question',
  greeting: 'I am an automatic assistant for common questions.',
  otherwise: 'For anything else, I lead you to a person.',
  passedOn: 'Questions that I cannot answer are passed on to us.',
  suggestions: 'Common questions',
  allQuestions: 'All questions',
  question: 'Your question',
  questionHint: '{enter} sends the question, {shiftEnter} starts a new line.',
  toPerson: 'Talk to a person',
  conversation: 'Conversation',
  launcher: 'Chat with us',
  closeChat: 'Close chat',
};
