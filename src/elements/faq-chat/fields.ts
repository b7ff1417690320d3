import type { FormEntry } from '../../controllers/field.js';
import type { Localization } from '../../localization/localization.js';

type Words = Localization<'faq-chat'>;

/** What is asked, now or of a person. */
export const questionField = (words: Words) =>
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
    ...questionField(words),
    rows: 2,
    hint: words.text('questionHint', { enter: 'Enter', shiftEnter: 'Shift+Enter' }),
  },
];
