import type { Field, FormEntry, Option } from '../../controllers/field.js';
import type { ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import type { AppointmentMode } from '../../submission/types.js';
import { contactPlaces, nameField } from '../../ui/contact-fields.js';

type Words = Localization<'appointment-request'>;

/** The ways to meet that the kit has words for, in the order in which they are offered. */
export const MODES: readonly AppointmentMode[] = ['visit', 'office', 'phone', 'video'];

/** The steps of a request. The last shows what was written, and sends. */
export type StepName = 'about' | 'when' | 'details' | 'check';

/** The kit's own fields in the first two steps; all others are details. */
export const ABOUT = /^(service|staff|mode|place|people)$/;
export const WHEN = /^(when|start|wishes|week|part_of_day)$/;

/** The step in which a field is asked for. */
export const stepOf = ({ name }: Field): StepName =>
  ABOUT.test(name) ? 'about' : WHEN.test(name) ? 'when' : 'details';

/** What decides which fields there are. */
export interface AppointmentShape {
  /** The ways to meet that are offered; a single one isn't asked for. */
  readonly modes: readonly AppointmentMode[];
  /** The one that is chosen or fixed; empty while none is. */
  readonly mode: string;
  /** Whether the owner's HTML has a choice of services, or of people. */
  readonly has: (name: 'service' | 'staff') => boolean;
  /** The most people who can come; not asked for where undefined. */
  readonly people: number | undefined;
  readonly replyBy: ReplyBy;
}

/** What and how: the first step. */
export const aboutFields = (words: Words, shape: AppointmentShape): readonly FormEntry[] => {
  const { modes, mode, people } = shape;
  const choice = (name: 'service' | 'staff', required: boolean): Field | undefined =>
    // The owner's own options take the place of none.
    shape.has(name) ? { name, type: 'radio', label: words.text(name), required, options: [] } : undefined;
  return [
    choice('service', true),
    choice('staff', false),
    modes.length > 1
      ? {
          name: 'mode',
          type: 'radio',
          label: words.text('mode'),
          required: true,
          options: modes.map((value): Option => ({
            value,
            label: words.text(`mode${value.charAt(0).toUpperCase()}${value.slice(1)}` as 'modeVisit'),
          })),
        }
      : undefined,
    mode === 'visit'
      ? {
          name: 'place',
          type: 'textarea',
          label: words.text('place'),
          hint: words.text('placeHint'),
          required: true,
          rows: 2,
          autocomplete: 'street-address',
          maxLength: 1000,
        }
      : undefined,
    people === undefined
      ? undefined
      : {
          name: 'people',
          type: 'number',
          label: words.text('people'),
          min: '1',
          max: `${people}`,
          step: '1',
        },
  ];
};

/** Who asks: the step before the last. */
export const detailFields = (words: Words, { mode, replyBy }: AppointmentShape): readonly FormEntry[] => [
  nameField(words),
  ...(mode === 'phone' ? phoneFirst(words, replyBy) : contactPlaces(words, replyBy)),
  {
    name: 'notes',
    type: 'textarea',
    label: words.text('notes'),
    hint: words.text('notesHint'),
    rows: 3,
    maxLength: 20_000,
  },
];

/** Who wants to be called must say where. */
const phoneFirst = (words: Words, replyBy: ReplyBy): readonly FormEntry[] =>
  contactPlaces(words, replyBy === 'either' ? 'phone' : replyBy).map((entry) =>
    entry && 'name' in entry && entry.name === 'phone' ? { ...entry, required: true } : entry,
  );
