import type { InboxMessages } from '../catalogue.js';
import { appointments } from './appointments.js';
import { callbacks } from './callbacks.js';
import { erasure } from './erasure.js';
import { faq } from './faq.js';
import { frame } from './frame.js';
import { labels } from './labels.js';
import { list } from './list.js';
import { mail } from './mail.js';
import { message } from './message.js';
import { outgoing } from './outgoing.js';
import { questions } from './questions.js';
import { surveys } from './surveys.js';

export const eu: InboxMessages = {
  frame,
  labels,
  list,
  message,
  appointments,
  callbacks,
  erasure,
  outgoing,
  mail,
  faq,
  questions,
  surveys,
};
