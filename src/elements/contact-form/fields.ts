import type { Field, FieldGroup, FileLimits, FormEntry, Option } from '../../controllers/field.js';
import type { ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import type { ContactTopic, Remedy } from '../../submission/types.js';
import { contactPlaces, nameField } from '../../ui/contact-fields.js';

type Words = Localization<'contact-form'>;

/** What decides which fields a contact form has. */
export interface ContactFormShape {
  /** The topic that is chosen or fixed; empty while none is. */
  readonly topic: string;
  /** Whether the owner has fixed the topic, so that it isn't asked for. */
  readonly topicIsFixed: boolean;
  readonly replyBy: ReplyBy;
  /** Files may be attached within these limits. */
  readonly files: FileLimits | undefined;
}

/** The kit's own topics, in the order in which they are offered. */
export const TOPICS: readonly ContactTopic[] = [
  'question',
  'suggestion',
  'improvement',
  'complaint',
  'quote',
];

const REMEDIES: readonly Remedy[] = ['repair', 'replacement', 'price_reduction', 'refund', 'explanation'];

/** A long text is welcome; this is where a receiver may stop. */
const MESSAGE_LIMIT = 20_000;

/** `question` → `Question`, `price_reduction` → `PriceReduction`: the ending of the catalogue's keys. */
const ending = (value: string): string =>
  value.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The catalogue's text for a topic of the kit's, else its general one. */
export const topicText = (words: Words, prefix: 'message' | 'send' | 'sent', topic: string): string => {
  const own = (TOPICS as readonly string[]).includes(topic);
  if (own) return words.text(`${prefix}${ending(topic)}` as 'sendQuestion');
  return words.text(prefix === 'sent' ? 'sentTitle' : prefix);
};

/** The places of a contact form: topic, what the topic asks for, who writes, subject, message, files. */
export const contactFields = (words: Words, shape: ContactFormShape): readonly FormEntry[] => {
  const { topic, files } = shape;
  return [
    shape.topicIsFixed ? undefined : topicField(words),
    topic === 'complaint' ? complaintGroup(words) : undefined,
    nameField(words),
    ...contactPlaces(words, shape.replyBy),
    { name: 'subject', type: 'text', label: words.text('subject'), half: true, maxLength: 500 },
    messageField(words, topic),
    files && { name: 'attachment', type: 'file', label: words.text('attachment'), files },
  ];
};

const topicField = (words: Words): Field => ({
  name: 'topic',
  type: 'radio',
  label: words.text('topic'),
  required: true,
  requiredKey: 'topicRequired',
  options: TOPICS.map((value): Option => ({
    value,
    label: words.text(`topic${ending(value)}` as 'topicQuestion'),
  })),
});

const complaintGroup = (words: Words): FieldGroup => ({
  legend: words.text('purchase'),
  hint: words.text('complaintIntro'),
  slot: 'rights',
  fields: [
    { name: 'order_number', type: 'text', label: words.text('orderNumber'), maxLength: 300 },
    { name: 'purchase_date', type: 'date', label: words.text('purchaseDate'), past: true },
    {
      name: 'remedy',
      type: 'radio',
      label: words.text('remedy'),
      options: REMEDIES.map((value): Option => ({
        value,
        label: words.text(`remedy${ending(value)}` as 'remedyRepair'),
      })),
    },
  ],
});

const HINTS: Readonly<Record<string, 'hintSuggestion' | 'hintImprovement' | 'hintQuote'>> = {
  suggestion: 'hintSuggestion',
  improvement: 'hintImprovement',
  quote: 'hintQuote',
};

const messageField = (words: Words, topic: string): Field => {
  const hint = Object.hasOwn(HINTS, topic) ? HINTS[topic] : undefined;
  return {
    name: 'message',
    type: 'textarea',
    label: topicText(words, 'message', topic),
    ...(hint && { hint: words.text(hint) }),
    required: true,
    requiredKey: 'messageRequired',
    maxLength: MESSAGE_LIMIT,
    rows: 6,
  };
};
