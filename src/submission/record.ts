import type { PageContext } from './context.js';
import { referenceOf } from './reference.js';
import { singleLine, wellFormed } from './text.js';
import type { SubmissionId, WidgetName, WireRecord, WireValue } from './types.js';

/** A control's wire name and value. */
export type FieldEntry = readonly [name: string, value: WireValue | undefined];

/** What a submission is made of. */
export interface RecordParts {
  readonly id: SubmissionId;
  readonly widget: WidgetName;
  /** When the visitor pressed send. */
  readonly createdAt: Date;
  /** BCP 47 tag of the language the visitor saw. */
  readonly locale: string;
  /** The kit's own fields. One without a value (`undefined` or empty) is not sent, but its name stays taken. */
  readonly fields: readonly FieldEntry[];
  /** The fields from the owner's HTML. Entries of one name become a list. */
  readonly ownFields?: readonly FieldEntry[];
  /** The consent that was given, if one was asked for. */
  readonly consent?: { readonly text: string; readonly at: Date; readonly url?: string };
  /** The `submission_id` that this submission follows. */
  readonly regarding?: SubmissionId;
  /** 0 (a person) to 100 (surely a machine), and what raised it. */
  readonly spam?: { readonly score: number; readonly signals: readonly string[] };
  readonly context: PageContext;
  /** Hears of own fields that had to be renamed, one sentence each for the owner. Default: `console.warn`. */
  readonly warn?: (message: string) => void;
}

/** Fields that may become part of a mail header, or have one line by nature. */
const SINGLE_LINE = ['name', 'email', 'phone', 'subject', 'topic', 'order_number'];

/** Names that only the kit gives, because receivers check what is in them, or because they would reach a prototype. */
const RESERVED =
  /^(?:submission_id|reference|widget|created_at|locale|page_url|consent_\w+|regarding|possible_duplicate|spam_\w+|__proto__|constructor|prototype)$/;

/**
 * The record that profiles encode, in a stable order: id, reference, widget, the visitor's fields, the owner's own,
 * consent, circumstances. It has no prototype, so any name is just a name, and a page that extends
 * `Object.prototype` adds nothing to it.
 *
 * Nothing that somebody wrote is dropped or overwritten: an own field whose name is taken or reserved is sent
 * as `own_<name>`, and the owner is warned. One that is empty, or says what the kit says, adds nothing and is left
 * out: a form that works without the script has it there for the service that it goes to.
 */
export function buildRecord(parts: RecordParts): WireRecord {
  const { id, widget, createdAt, locale, fields, ownFields = [], consent, regarding, spam, context } = parts;
  const record = recordOf([
    ['submission_id', id],
    ['reference', referenceOf(id)],
    ['widget', widget],
    ...fields,
  ]);
  const circumstances = recordOf([
    ['consent_text', consent?.text],
    ['consent_at', consent && timestamp(consent.at)],
    ['consent_url', consent?.url],
    ['regarding', regarding],
    ['spam_score', spam?.score],
    ['spam_signals', spam?.signals.join(',')],
    ['created_at', timestamp(createdAt)],
    ['locale', locale],
    ...Object.keys(context).map((name): FieldEntry => [name, context[name as keyof PageContext]]),
  ]);
  const taken = new Set([...fields.map(([name]) => name), ...Object.keys(context)]);
  addOwnFields(record, ownFields, taken, circumstances, parts.warn);
  return Object.assign(record, circumstances);
}

/** An entry without a value is not sent. */
function recordOf(entries: readonly FieldEntry[]): Record<string, WireValue> {
  const record = Object.create(null) as Record<string, WireValue>;
  for (const [name, value] of entries) {
    if (value !== undefined && value !== '') record[name] = cleanValue(name, value);
  }
  return record;
}

/** The same submission for another try where nobody knows whether the first arrived. */
export function asPossibleDuplicate(record: WireRecord): WireRecord {
  return Object.assign(Object.create(null), record, { possible_duplicate: true }) as WireRecord;
}

function addOwnFields(
  record: Record<string, WireValue>,
  ownFields: readonly FieldEntry[],
  taken: ReadonlySet<string>,
  circumstances: WireRecord,
  warn: (message: string) => void = (message) => console.warn(message),
): void {
  for (const [written, value] of ownFields) {
    if (!written || value === undefined) continue;
    let name = wellFormed(written);
    if (taken.has(name) || RESERVED.test(name)) {
      if (value === '' || value === (record[name] ?? circumstances[name])) continue;
      name = `own_${name}`;
      warn(`harreman: name="${written}" is a field of the kit; yours is sent as "${name}"`);
    }
    const earlier = record[name];
    const clean = cleanValue(name, value);
    record[name] = earlier === undefined ? clean : [...asList(earlier), ...asList(clean)];
  }
}

function cleanValue(name: string, value: WireValue): WireValue {
  if (typeof value === 'string') return SINGLE_LINE.includes(name) ? singleLine(value) : wellFormed(value);
  return typeof value === 'object' ? value.map(wellFormed) : value;
}

function asList(value: WireValue): readonly string[] {
  return typeof value === 'object' ? value : [`${value}`];
}

/** RFC 3339 in UTC. By hand, because old date libraries replace `Date.prototype.toISOString`. */
function timestamp(date: Date): string {
  const joined = (separator: string, ...numbers: number[]) =>
    numbers.map((number) => `${number < 10 ? '0' : ''}${number}`).join(separator);
  const day = joined('-', date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return `${day}T${joined(':', date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds())}Z`;
}
