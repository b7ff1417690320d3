import type { Definition } from '../../controllers/definition.js';
import type { Field, FieldGroup, FileLimits, FormEntry, Option } from '../../controllers/field.js';
import type { Localization } from '../../localization/localization.js';
import type { ContactTopic, Remedy } from '../../submission/types.js';

type Words = Localization<'contact-form'>;

/** Where an answer may go. */
export type ReplyBy = 'email' | 'phone' | 'either';

/** What decides which fields a contact form has. */
export interface ContactFormShape {
  /** The topic that is chosen or fixed; empty while none is. */
  readonly topic: string;
  /** Whether the owner has fixed the topic, so that it isn't asked for. */
  readonly topicIsFixed: boolean;
  readonly replyBy: ReplyBy;
  /** Files may be attached within these limits. */
  readonly files: FileLimits | undefined;
  readonly definition: Definition;
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

/** More choices than this are a list to open rather than radio buttons. */
const MAX_RADIOS = 6;

/** A long text is welcome; this is where a receiver may stop. */
const MESSAGE_LIMIT = 20_000;

/** `question` → `Question`, `price_reduction` → `PriceReduction`: the ending of the catalogue's keys. */
const ending = (value: string): string =>
  value.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The catalogue's text for a topic of the kit's, else its general one. */
export const topicText = <P extends 'message' | 'send' | 'sent'>(
  words: Words,
  prefix: P,
  topic: string,
): string => {
  const own = (TOPICS as readonly string[]).includes(topic);
  if (own) return words.text(`${prefix}${ending(topic)}` as 'sendQuestion');
  return words.text(prefix === 'sent' ? 'sentTitle' : prefix);
};

/**
 * The places of a contact form, in the order: topic, what the topic asks for, name, e-mail, phone, subject, the
 * owner's own fields, message, files. The owner's HTML may replace any of them: a control of the same name
 * changes it, a hidden one takes its place. A form that is taken over has its own fields and no others.
 */
export const contactFields = (words: Words, shape: ContactFormShape): readonly FormEntry[] => {
  const { definition, topic } = shape;
  const { fields: own, hidden } = definition;
  if (definition.form) return own.map(named);
  const taken = new Set(hidden.map(([name]) => name));
  const place = (field: Field): Field | undefined => {
    if (taken.has(field.name)) return undefined;
    const given = own.find(({ name }) => name === field.name);
    return given ? merge(field, given) : field;
  };
  const kit = {
    topic: shape.topicIsFixed ? undefined : place(topicField(words)),
    complaint: topic === 'complaint' ? complaintGroup(words, place) : undefined,
    name: place(nameField(words)),
    ...contactPlaces(words, shape.replyBy, place),
    subject: place({
      name: 'subject',
      type: 'text',
      label: words.text('subject'),
      half: true,
      maxLength: 500,
    }),
    message: place(messageField(words, topic)),
    attachment:
      shape.files &&
      place({ name: 'attachment', type: 'file', label: words.text('attachment'), files: shape.files }),
  };
  const { message, attachment, ...first } = kit;
  const extra = own.filter(({ name }) => !KIT_NAMES.has(name)).map(named);
  const files = own.find(({ name, files: rules }) => rules && name === 'attachment');
  return [
    ...Object.values(first),
    ...extra,
    message,
    attachment ?? (files && named({ ...files, label: files.label || words.text('attachment') })),
  ];
};

const KIT_NAMES = new Set([
  'topic',
  'order_number',
  'purchase_date',
  'remedy',
  'name',
  'email',
  'phone',
  'subject',
  'message',
  'attachment',
]);

/** A field without a label has its name for one, which beats none. */
const named = (field: Field): Field => (field.label ? field : { ...field, label: field.name });

/** The owner's HTML wins in what it says; a label, type or options that it leaves out are the kit's. */
const merge = (kit: Field, own: Field): Field => ({
  ...kit,
  ...own,
  label: own.label || kit.label,
  ...(own.options && {
    type: own.options.length > MAX_RADIOS ? 'select' : own.type === 'select' ? kit.type : own.type,
  }),
  ...(own.files && kit.files && { files: kit.files }),
});

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

const nameField = (words: Words): Field => ({
  name: 'name',
  type: 'text',
  label: words.text('name'),
  required: true,
  requiredKey: 'nameRequired',
  autocomplete: 'name',
  half: true,
});

/** Either of two ways to be reached is a group with one explanation; else one is wanted and the other welcome. */
const contactPlaces = (words: Words, replyBy: ReplyBy, place: (field: Field) => Field | undefined) => {
  const email = place({
    name: 'email',
    type: 'email',
    label: words.text('email'),
    required: replyBy === 'email',
    requiredKey: 'emailRequired',
    autocomplete: 'email',
    half: true,
  });
  const phone = place({
    name: 'phone',
    type: 'tel',
    label: words.text('phone'),
    required: replyBy === 'phone',
    requiredKey: 'phoneRequired',
    autocomplete: 'tel',
    half: true,
  });
  if (replyBy !== 'either') return { either: undefined, email, phone };
  const either: FieldGroup = {
    legend: words.text('eitherContact'),
    hint: words.text('eitherContactHint'),
    fields: [email, phone].filter((field) => field !== undefined).map((field) => ({ ...field, oneOf: true })),
  };
  return { either, email: undefined, phone: undefined };
};

const complaintGroup = (words: Words, place: (field: Field) => Field | undefined): FieldGroup => ({
  legend: words.text('purchase'),
  hint: words.text('complaintIntro'),
  slot: 'rights',
  fields: [
    place({ name: 'order_number', type: 'text', label: words.text('orderNumber'), maxLength: 300 }),
    place({ name: 'purchase_date', type: 'date', label: words.text('purchaseDate'), past: true }),
    place({
      name: 'remedy',
      type: 'radio',
      label: words.text('remedy'),
      options: REMEDIES.map((value): Option => ({
        value,
        label: words.text(`remedy${ending(value)}` as 'remedyRepair'),
      })),
    }),
  ].filter((field) => field !== undefined),
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
