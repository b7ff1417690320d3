import { html } from 'hono/html';
import type { WireValue } from '../../../../src/submission/types.js';
import { isBlank } from '../../../../src/validation/text.js';
import type { StoredSubmission } from '../../store/store.js';
import { webUrl } from '../format.js';
import {
  modeLabel,
  outcomeLabel,
  sectionLabels,
  valueLabel,
  widgetLabel,
  type FieldLabel,
  type Section,
} from '../labels.js';
import type { Html } from './layout.js';
import type { InboxWords } from '../words/words.js';

/** A titled list of those fields of a section that were sent, or nothing. */
export const section = (
  words: InboxWords,
  heading: string,
  name: Section,
  submission: StoredSubmission,
  lang: string | undefined,
): Html | '' => {
  const list = definitions(words, sectionLabels(words, name), submission, lang);
  return (
    list &&
    html`<section class="panel ${name}" aria-labelledby="${name}">
      <h2 id="${name}">${heading}</h2>
      ${list}
    </section>`
  );
};

/** A list of those fields that were sent, or nothing. */
export const definitions = (
  words: InboxWords,
  labels: readonly FieldLabel[],
  { fields, reference }: StoredSubmission,
  lang: string | undefined,
): Html | '' => {
  const sent = labels.filter(
    ([name]) => Object.hasOwn(fields, name) && !(name === 'reference' && fields[name] === reference),
  );
  if (!sent.length) return '';
  return html`<dl>
    ${sent.map(
      ([name, label]) =>
        html`<div>
          <dt><bdi>${label}</bdi></dt>
          ${valueCell(words, name, fields[name]!, lang)}
        </div>`,
    )}
  </dl>`;
};

/** Names whose values are not in the visitor's language: addresses, codes, and what is said in the words of the inbox. */
const TECHNICAL =
  /^(?:email|phone|remedy|mode|outcome|purchase_date|created_at|consent_at|consent_received_at|page_url|referrer|landing_page|consent_url|locale|reference|widget|submission_id|regarding|spam_|utm_|[gw]braid|[a-z]+cl(?:k)?id$)/;

const valueCell = (words: InboxWords, name: string, value: WireValue, lang: string | undefined): Html => {
  const inLanguage = typeof value !== 'boolean' && !TECHNICAL.test(name);
  const language = lang && inLanguage && html`lang="${lang}"`;
  if (Array.isArray(value)) {
    return html`<dd>
      <ul ${language}>
        ${value.map((item) => html`<li dir="auto">${item}</li>`)}
      </ul>
    </dd>`;
  }
  // No white space inside: it would show.
  const text = valueText(words, name, value as string | number | boolean);
  return html`<dd><span class="text" dir="auto" ${language}>${text}</span></dd>`;
};

const TIMES: readonly string[] = ['created_at', 'consent_at', 'consent_received_at'];

const valueText = (words: InboxWords, name: string, value: string | number | boolean): Html | string => {
  const { frame, message } = words.text;
  if (typeof value === 'boolean') return value ? frame.yes : frame.no;
  if (typeof value === 'number') return `${value}`;
  if (isBlank(value)) return html`<span class="hint">${message.emptyValue}</span>`;
  if (name === 'remedy') return valueLabel(words, value);
  if (name === 'widget') return widgetLabel(words, value);
  if (name === 'mode') return modeLabel(words, value);
  if (name === 'outcome') return outcomeLabel(words, value);
  if (TIMES.includes(name)) return words.dates.long(value);
  if (name === 'purchase_date') return words.dates.wireDay(value);
  if (name === 'locale') return words.language(value);
  if (name === 'regarding') return html`<a href="/inbox/${value}">${value}</a>`;
  const url = name === 'page_url' || name === 'consent_url' ? webUrl(value) : undefined;
  return url ? html`<a href="${url}" rel="noreferrer noopener">${value}</a>` : value;
};
