/** Erasing messages and people, and the addresses that get no invitations. */
export const erasure = {
  title: 'Erase message {reference}',
  back: 'Back, erase nothing',
  gone: 'What was written in it, who it is from and what you answered here are gone for good. What is still to leave by mail and web-hook does not.',
  files: { one: 'Its file is gone, too.', other: 'Its {count} files are gone, too.' },
  copies: 'Copies that left before are not reached: mails, web-hooks, exports, backups.',
  survey: 'Its score stays, and counts. Its comment is gone.',
  callback: 'The number goes off the list of calls, unless another message asks for it.',
  toCome: 'Its appointment is still to come.',
  toComeText: 'The time stays taken; who comes will not be known any more.',
  stays:
    'Its reference, when it came, and the record of what was consented to stay. Who sends the same once more is told the same as before; it does not come back.',
  eraseForGood: 'Erase for good',
  erased: 'Erased on {erased}. It had come on {received}.',
  scoreStays: 'The score stays, and counts.',
  suppressions: {
    title: 'No invitations',
    heading: 'Addresses that get no invitations',
    allSurveys: 'All surveys',
    text: 'Their owners wanted no more, or their mail servers refused them.',
    none: 'None.',
    reasons: {
      unsubscribed: 'Wants none',
      bounced: 'Mail came back',
      erased: 'Erased',
    },
    erasedAddress: 'An erased address',
    /** The same for who hears the button alone; `{end}` tells two of them apart. */
    erasedAddressEnd: 'an erased address, {end}',
    allow: 'Allow invitations again',
    allowFor: 'Allow invitations again: {address}',
    allowHint: 'Only if they have asked for it.',
    erasePerson: 'Erase a person',
    address: 'E-mail address',
    erase: 'Erase …',
    eraseFor: 'Erase: {address}',
    addressWanted: 'Write one e-mail address, like name@example.com.',
    erasedInvitations: {
      one: 'Erased: {count} invitation names nobody any more.',
      other: 'Erased: {count} invitations name nobody any more.',
    },
    erasedMessages: { one: '{count} message is gone.', other: '{count} messages are gone.' },
    invitations: {
      one: '{count} invitation went to this address, or waits to. Address, name, language and reference are erased, and what waits is not sent.',
      other:
        '{count} invitations went to this address, or wait to. Address, name, language and reference are erased, and what waits is not sent.',
    },
    answersStay:
      'Answers to them stay and count. Nothing says any more whose they are, and the links in the mails are worth nothing.',
    hash: 'The address gets no more invitations. All that is kept to know it by is a keyed hash.',
    elsewhere: 'Where else the address stands in a text is not looked for: see the {link}.',
    elsewhereLink: 'messages with this address',
    eraseMessages: {
      one: 'Erase the message that was written with this address, too: texts, files and all that was given. Of an answer to a survey the score stays.',
      other:
        'Erase the {count} messages that were written with this address, too: texts, files and all that was given. Of an answer to a survey the score stays.',
    },
  },
};
