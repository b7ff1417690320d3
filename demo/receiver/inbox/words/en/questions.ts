/** Questions that the chat could not answer, and what the owner does about them. */
export const questions = {
  back: 'Back to the questions',
  text: 'What visitors asked the chat and it could not answer, or not well. Similar ones stand together, those that were asked most first.',
  cut: 'There are more than are shown here: the others come once these are dealt with.',
  none: 'There is no open question.',
  aside: 'Put aside. Asked again, it comes back.',
  asked: { one: 'Asked once', other: 'Asked {count} times' },
  /** When a question was asked that was asked once. */
  askedOn: 'on {time}',
  lastAskedOn: 'last on {time}',
  /** Further wordings of a group. */
  also: 'Also: {wordings}',
  alsoMore: '{count} more',
  notHelpful: { one: 'Not helpful once:', other: 'Not helpful {count} times:' },
  /** In the place of an entry's name where a page's own server has answered. */
  serverAnswer: 'an answer of a server',
  /** What the chat does now with a question. */
  answering: {
    nothing: 'The chat has no entry that is anything like it.',
    sure: 'The chat answers this now by {entry}.',
    unsure: 'The chat asks whether this is meant: {entries}',
    unknown: 'The chat does not know. Nearest: {entry}',
  },
  group: {
    title: 'Question',
    undone: 'Undone. The questions are open again.',
    wordings: 'How it was asked',
    wordingsHint:
      'What is ticked becomes a wording that everybody can read. Leave out names, addresses and numbers.',
    tickOne: 'Tick at least one wording.',
    more: '{count} more: they come once these are dealt with.',
    /** How often a wording was asked, and when last. */
    asked: { one: 'Once, {time}', other: '{count} times, {time}' },
    details: 'Details',
    detailsOfLast: 'Details of the last',
    heading: 'What the chat should answer',
    entry: 'Entry',
    entryHint: 'The nearest stand first.',
    nearest: 'Nearest',
    others: 'All others',
    entryNotHelpful: '{entry} (was not helpful)',
    attach: 'Add the wording to this entry',
    preview: 'See what that would change',
    edit: 'Add it, and change the entry',
    new: 'Write a new entry',
    aside: 'Put aside',
  },
  settled: {
    title: 'Question dealt with',
    heading: 'Dealt with',
    undoDeletes: 'The entry is then deleted, and the questions are open again.',
    undoRestores: 'The entry then says what it said before, and the questions are open again.',
    left: 'Others of the group are still open: the chat does not find this entry by them.',
    lookAtThem: 'Look at them',
  },
  errors: {
    stale: {
      heading: 'Changed meanwhile',
      text: 'Somebody has just changed this entry. Nothing was added: go back and try once more.',
    },
    dealtWith: {
      heading: 'Dealt with meanwhile',
      text: 'These questions are not open any more. Nothing was changed.',
    },
    entryGone: {
      heading: 'This entry is gone',
      text: 'It was deleted meanwhile. Nothing was changed: choose another.',
    },
  },
};
