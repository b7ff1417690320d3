import { html } from 'hono/html';
import type { WireValue } from '../../../../src/submission/types.js';
import { isBlank } from '../../../../src/validation/text.js';
import type { StoredSubmission } from '../../store/store.js';
import { webUrl } from '../format.js';
import { modeLabel, outcomeLabel, sectionLabels, valueLabel, type Section } from '../labels.js';
import type { Html } from './layout.js';
import { ENGLISH } from '../words/words.js';

/** A titled list of those fields of a section that were sent, or nothing. */
export const section = (
  heading: string,
  name: Section,
  submission: StoredSubmission,
  lang: string | undefined,
): Html | '' => {
  const list = definitions(sectionLabels(ENGLISH, name), submission, lang);
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
  labels: readonly (readonly [name: string, label: string])[],
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
          ${valueCell(name, fields[name]!, lang)}
        </div>`,
    )}
  </dl>`;
};

/** Names whose values are not in the visitor's language: addresses, codes, and what is said here in English. */
const TECHNICAL =
  /^(?:email|phone|remedy|mode|outcome|purchase_date|created_at|consent_at|consent_received_at|page_url|referrer|landing_page|consent_url|locale|reference|widget|submission_id|regarding|spam_|utm_|[gw]braid|[a-z]+cl(?:k)?id$)/;

const valueCell = (name: string, value: WireValue, lang: string | undefined): Html => {
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
  const text = valueText(name, value as string | number | boolean);
  return html`<dd><span class="text" dir="auto" ${language}>${text}</span></dd>`;
};

const TIMES: readonly string[] = ['created_at', 'consent_at', 'consent_received_at'];

const valueText = (name: string, value: string | number | boolean): Html | string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return `${value}`;
  if (isBlank(value)) return html`<span class="hint">Empty</span>`;
  if (name === 'remedy') return valueLabel(ENGLISH, value);
  if (name === 'mode') return modeLabel(ENGLISH, value);
  if (name === 'outcome') return outcomeLabel(ENGLISH, value);
  if (TIMES.includes(name)) return ENGLISH.dates.long(value);
  if (name === 'locale') return ENGLISH.language(value);
  if (name === 'regarding') return html`<a href="/inbox/${value}">${value}</a>`;
  const url = name === 'page_url' || name === 'consent_url' ? webUrl(value) : undefined;
  return url ? html`<a href="${url}" rel="noreferrer noopener">${value}</a>` : value;
};
