import type { FormEntry } from '../../controllers/field.js';
import type { ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import { contactPlaces, nameField } from '../../ui/contact-fields.js';

type Words = Localization<'faq-chat'>;

const question = (words: Words) =>
  ({
    name: 'question',
    type: 'textarea',
    label: words.text('question'),
    required: true,
    requiredKey: 'questionRequired',
  }) as const;

/** What is asked next: Enter sends it. */
export const askingFields = (words: Words): readonly FormEntry[] => [
  {
    ...question(words),
    rows: 2,
    hint: words.text('questionHint', { enter: 'Enter', shiftEnter: 'Shift+Enter' }),
  },
];

/** A question that is left for a person. */
export const leavingFields = (words: Words, replyBy: ReplyBy): readonly FormEntry[] => [
  { ...question(words), rows: 3 },
  nameField(words),
  ...contactPlaces(words, replyBy),
];
