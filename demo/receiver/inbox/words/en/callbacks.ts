/** The calls that visitors wait for, one call, and what is done about them. */
export const callbacks = {
  /** Of one call. */
  heading: 'Callback {reference}',
  /** Title of the page of one call. */
  title: 'Callback',
  back: 'Back to the callbacks',
  urgencies: {
    overdue: 'Overdue',
    now: 'Now',
    soon: 'As soon as possible',
    later: 'Later',
    reached: 'Reached, not done yet',
  },
  /** What was just done. */
  did: {
    claimed: 'You have this call now.',
    released: 'Released: anybody can claim it.',
    reached: 'Noted: reached.',
    missed: 'Noted: not reached. It stays in the list.',
    done: 'Done. It is off the list.',
    reopened: 'It is on the list again.',
  },
  asOf: 'As of {time}.',
  refresh: 'Refresh',
  none: 'Nobody waits for a call.',
  more: 'There are more: they come once some of these are done.',
  /** A heading and how many there are under it. */
  withCount: '{heading} ({count})',
  promised: 'Promised',
  topic: 'Topic',
  name: 'Name',
  noName: 'No name ({reference})',
  askedFor: 'Asked for',
  times: { one: '{count} time', other: '{count} times' },
  tries: 'Tries so far',
  nextTry: 'Next try',
  holder: 'Who has it',
  /** Who has a call, and since when. */
  held: '{holder}, since {time}',
  /** A label and what it says, in a row of facts. */
  fact: '{label}: {value}',
  closed: 'Done and taken back',
  closedAsked: 'asked for {time}',
  /** A link that dials. */
  call: 'Call {number}',
  /** A time by the clocks of the visitor. */
  forVisitor: 'For the visitor: {time}',
  wanted: 'Call wanted',
  notWanted: 'No call wanted any more',
  takesBack: 'The visitor takes back an earlier request.',
  openRequest: 'Open that request',
  openCall: 'Who calls, and what was done',
  /** Over the requests of one call. */
  asked: { one: 'What was asked', other: 'Asked {count} times, the latest first' },
  quarantined: 'In quarantine',
  history: 'What was done',
  nothingYet: 'Nothing yet.',
  taken: 'Somebody else has this call',
  changed: 'Changed meanwhile',
  whoHas: 'Who has it: {holder}.',
  standsSo: 'It stands so: {state}.',
  nothingChanged: 'Nothing of yours was changed.',
  openThis: 'Open this call',
  buttons: {
    reopen: 'Open again',
    done: 'Done',
    claim: 'Claim',
    doneWithout: 'Done without a call',
    takeOver: 'Take over',
    reached: 'Reached',
    reachedDone: 'Reached, and done',
    missed: 'Not reached',
    release: 'Release',
  },
  /** By minutes from now. */
  nextTries: {
    quarter: 'in 15 minutes',
    hour: 'in an hour',
    threeHours: 'in three hours',
    tomorrow: 'tomorrow at this time',
  },
  yourName: 'Your name',
  yourNameHint: 'Others see by it who has a call. It is remembered until you sign out.',
  thisIsMe: 'This is me',
  youAre: 'You are {name}',
  errors: {
    doubled: {
      heading: 'Asked for again',
      text: 'This number has another open call. Nothing was changed: see the list.',
    },
    noName: {
      heading: 'Your name is missing',
      text: 'Go back and write it, so that others see who has a call.',
    },
  },
};
