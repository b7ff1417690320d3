/** The list of messages, and the quarantine. */
export const list = {
  quarantineText:
    'These look as if a machine had written them, or ask for more calls than are allowed. Nothing is deleted; open one to move it to the messages.',
  search: 'Search',
  form: 'Form',
  state: 'State',
  topic: 'Topic',
  /** Every form, state or topic. */
  all: 'All',
  /** The days on which a message came, both included. */
  from: 'Received from',
  to: 'Received until',
  show: 'Show',
  showAll: 'Show all',
  /** What the table holds: one of the two lists. */
  messagesCaption: 'Messages, newest first',
  quarantineCaption: 'Quarantine, newest first',
  message: 'Message',
  sender: 'From',
  received: 'Received',
  files: { one: '{count} file', other: '{count} files' },
  noName: 'No name',
  noTopic: 'None',
  appointment: 'Appointment',
  wantsCall: 'Wants a call',
  wantsNoCall: 'Does not want a call any more',
  noText: 'No text ({reference})',
  noMatch: 'No message matches.',
  noOlder: 'There are no older messages.',
  quarantineEmpty: 'The quarantine is empty.',
  empty: 'No message has arrived yet.',
  newest: 'Newest messages',
  older: 'Older messages',
  download: 'Download this list:',
  csv: 'spreadsheet (CSV)',
  ndjson: 'data (NDJSON)',
};
