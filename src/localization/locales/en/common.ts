import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(optional)',
  eitherContact: 'How can we reach you?',
  eitherContactHint: 'An e-mail address or a phone number is enough.',
  name: 'Your name',
  email: 'E-mail',
  phone: 'Phone',
  choose: 'Choose…',
  consent: 'I agree to the [privacy policy].',
  newTab: '(opens in a new tab)',
  attachment: 'Files',
  send: 'Send',
  replyWithin: {
    one: 'We answer within {count} working day.',
    other: 'We answer within {count} working days.',
  },
  stranded:
    'Your message has not been sent. The connection failed. Check it and try again. What you wrote is still here.',
  honeypot: 'Leave this field empty',
};
