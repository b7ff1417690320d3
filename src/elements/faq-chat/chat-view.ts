import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import { langOf, type ChatEntry } from './entries/entry.js';

type Words = Localization<'faq-chat'>;

export interface ChatView {
  readonly words: Words;
  readonly entries: readonly ChatEntry[];
  /** Whether there is any way to a person. */
  readonly leadsOn: boolean;
  /** Whether questions without an answer are passed on, which the visitor is told before the first. */
  readonly passesOn: boolean;
  /** Whether anything was said: the questions to start with then make room. */
  readonly started: boolean | undefined;
  /** What was said. */
  readonly messages: unknown;
  /** Whether nothing of that is said again. */
  readonly quiet: boolean | undefined;
  /** What stands between the log and the field for the next question. */
  readonly after: unknown;
  readonly headingLevel: number;
  readonly choose: (entry: ChatEntry) => void;
}

/** Questions to start with, where the owner has not said which. */
const SUGGESTED = 4;
/** Of one category; more than this nobody reads through, and the rest is found by asking. */
const MOST_LISTED = 200;

/**
 * The log and what can be asked. The log is there from the start, empty but for the greeting, so that what is added to
 * it is heard, and what was there is not.
 */
export const chatTemplate = (view: ChatView): TemplateResult => {
  const { words, entries, started, headingLevel, choose } = view;
  const chosen = entries.filter(({ suggested }) => suggested);
  const first = chosen.length ? chosen : entries.slice(0, SUGGESTED);
  return html`<div class="log" id="log" part="log">
    <div role="log" aria-live=${view.quiet ? 'off' : nothing} aria-label=${words.text('conversation')} tabindex="0">
      <ol>
        <li class="message" part="message assistant-message">
          <p>${words.text('greeting')} ${view.leadsOn ? words.text('otherwise') : nothing}</p>
          ${view.passesOn ? html`<p class="hint">${words.text('passedOn')}</p>` : nothing}
        </li>
        ${view.messages}
      </ol>
    </div>
    ${started || !first.length
      ? nothing
      : html`<p class="hint" role="heading" aria-level=${headingLevel}>${words.text('suggestions')}</p>
          ${listTemplate(first, choose)}`}
    ${view.after} ${entries.length > first.length || started ? categoriesTemplate(view) : nothing}
  </div>`;
}; // prettier-ignore

/** Every question can be reached without a word written: by its category, or in one list where there is none. */
const categoriesTemplate = ({ words, entries, choose }: ChatView): TemplateResult => {
  const categories = new Map<string, ChatEntry[]>();
  for (const entry of entries) {
    const name = entry.category || words.text('allQuestions');
    const list = categories.get(name) ?? [];
    list.push(entry);
    categories.set(name, list);
  }
  return html`<div class="categories" part="categories">
    ${[...categories].map(
      ([name, list]) =>
        html`<details name="categories">
          <summary part="category">${name}</summary>
          ${listTemplate(list.slice(0, MOST_LISTED), choose)}
        </details>`,
    )}
  </div>`;
};

const listTemplate = (entries: readonly ChatEntry[], choose: ChatView['choose']): TemplateResult =>
  html`<ul class="choices">
    ${entries.map((entry) => html`<li><button type="button" part="suggestion" lang=${langOf(entry) ?? nothing} dir="auto" @click=${() => choose(entry)}>${entry.question}</button></li>`)}
  </ul>`; // prettier-ignore
