import type { WireValue } from '../../../src/submission/types.js';
import { isBlank } from '../../../src/validation/text.js';
import { fileSize, longTime } from '../inbox/format.js';
import { isOwnField, sectionLabels, valueLabel } from '../inbox/labels.js';
import { oneLine, storable } from '../store/storable-text.js';
import type { Fields, StoredSubmission } from '../store/store.js';

/** One line, so that nothing in it can begin another header. */
export const mailSubject = ({ reference, fields }: StoredSubmission): string => {
  const about = text(fields, 'subject') || text(fields, 'message');
  return oneLine(`[${reference}] ${[topicOf(fields), about].filter(Boolean).join(': ')}`, 150);
};

/**
 * Plain text. What the visitor wrote stands behind `>` wherever it may have lines of its own: none of them can pass
 * for a line of ours.
 */
export const mailText = (submission: StoredSubmission, inboxUrl: string | undefined): string => {
  const { id, reference, fields, receivedAt, files } = submission;
  const message = text(fields, 'message');
  return [
    [`${topicOf(fields) || 'Message'} ${reference}`, longTime(receivedAt)],
    facts([...sectionLabels('sender'), ['subject', 'Subject']], fields),
    message ? quoted(message) : ['There is no text in this message.'],
    facts([...sectionLabels('complaint'), ...ownLabels(fields)], fields),
    files.map(({ name, size }) => `File: ${oneLine(name, 200)} (${fileSize(size)})`),
    fields['possible_duplicate'] === true
      ? ['The sender could not know whether a first try had arrived.']
      : [],
    [inboxUrl ? `Read and answer: ${inboxUrl}/${id}` : 'Files and everything else are in the inbox.'],
  ]
    .filter((block) => block.length)
    .map((block) => block.join('\n'))
    .join('\n\n');
};

const topicOf = (fields: Fields): string => oneLine(valueLabel(text(fields, 'topic')), 100);

const ownLabels = (fields: Fields) =>
  Object.keys(fields)
    .filter(isOwnField)
    .map((name) => [name, oneLine(name, 100)] as const);

const facts = (labels: readonly (readonly [name: string, label: string])[], fields: Fields): string[] =>
  labels.flatMap(([name, label]) => {
    const value = Object.hasOwn(fields, name) ? readable(name, fields[name]!) : '';
    if (isBlank(value)) return [];
    return value.includes('\n') ? [`${label}:`, ...quoted(value)] : [`${label}: ${value}`];
  });

const readable = (name: string, value: WireValue): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (name === 'remedy') return valueLabel(plain(String(value)));
  return plain(Array.isArray(value) ? value.join('\n') : String(value));
};

const text = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' && !isBlank(value) ? plain(value) : '';
};

/** Without control characters, which terminals and some mail programs obey. */
const plain = (value: string): string =>
  storable(value)
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

const quoted = (value: string): string[] => value.split('\n').map((line) => `> ${line}`.trimEnd());
