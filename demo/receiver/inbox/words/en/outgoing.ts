/** Mails and web-hooks: what could not be delivered, and how a message left. */
export const outgoing = {
  text: 'Mails and web-hooks that did not arrive where they should. The messages themselves are safe in the inbox.',
  none: 'Everything was delivered.',
  channels: {
    mail: 'Mail',
    webhook: 'Web-hook',
    visitor: 'Mail to the visitor',
    invitation: 'Invitation',
  },
  /** What did not arrive, and the message that it is of. */
  heading: '{channel} of {message}',
  retry: 'Try again',
  retryAll: 'Try all again now',
  dismiss: 'Take off this list',
  againNow: 'To be tried again now.',
  givenUp: { one: 'Given up after one try.', other: 'Given up after {count} tries.' },
  failedSoFar: {
    one: 'Not delivered after one try; next {time}.',
    other: 'Not delivered after {count} tries; next {time}.',
  },
  /** Heading on the page of a message. */
  sentOn: 'Sent on',
  delivered: 'Delivered',
  deliveredAtTry: 'Delivered at try {count}',
  dismissed: 'Not delivered, and taken off the list',
  onItsWay: 'On its way',
};
