/** The mail to the owner that a message has come. */
export const mail = {
  /** A label and what it says, on a line. */
  fact: '{label}: {value}',
  message: 'Message',
  answer: 'Survey answer',
  /** In the subject, where there is no score. */
  anAnswer: 'an answer',
  /** Instead of a score. */
  noScore: 'none',
  appointment: 'Appointment request',
  /** In the subject: when is asked for. */
  appointmentAt: 'Appointment, {when}',
  callWanted: 'Call wanted',
  /** In the subject: when was promised. */
  callWantedAt: 'Call wanted, {when}',
  noCallWanted: 'No call wanted any more',
  takesBack: 'Takes back message',
  promised: 'Promised',
  /** When, in the middle of a line. */
  soon: 'as soon as possible',
  timeAsked: 'Time asked for',
  or: 'Or',
  /** A file and its size. */
  file: 'File: {name} ({size})',
  noText: 'There is no text in this message.',
  duplicate: 'The sender could not know whether a first try had arrived.',
  readAndAnswer: 'Read and answer: {url}',
  inInbox: 'Files and everything else are in the inbox.',
};
