import { html } from 'hono/html';
import type { Answering, Finder } from '../../questions/finder.js';
import type { QuestionGroup, Wording } from '../../questions/group.js';
import type { FaqEntry } from '../../store/faq.js';
import { oneLine } from '../../store/storable-text.js';
import { languageName, shortTime } from '../format.js';
import { langAttribute } from './languages.js';
import { page, type Html } from './layout.js';
import { csrfField, navigation, type NavigationOptions } from './navigation.js';
import { answeringText, askedText, LONGEST_HEADING, nearestText, unhelpfulEntries } from './questions.js';

/** Wordings of a group that a page shows, and that its buttons deal with. */
export const MOST_SHOWN = 50;
/** Entries to choose from. */
const MOST_ENTRIES = 1_000;

export interface QuestionPageOptions extends Omit<NavigationOptions, 'current'> {
  readonly lang: string;
  readonly group: QuestionGroup;
  readonly finder: Finder;
  /** RFC 3339: what was asked later is not on the page, nor meant by its buttons. */
  readonly until: string;
  readonly problem?: string;
}

/** One group of questions, with what can be done about it. */
export const questionPage = ({ lang, group, finder, until, problem, ...rest }: QuestionPageOptions): Html => {
  const first = group.wordings[0]!;
  const shown = group.wordings.slice(0, MOST_SHOWN);
  const more = group.wordings.length - shown.length;
  return page({
    title: `${problem ? 'Error: ' : ''}Question – Inbox`,
    navigation: navigation({ ...rest, current: 'questions' }),
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">Back to the questions</a></p>
      <h1><bdi ${langAttribute(lang)}>${oneLine(first.text, LONGEST_HEADING)}</bdi></h1>
      <p class="facts">${askedText(group)}<span>${languageName(lang)}</span></p>
      ${nearestText(group, lang, finder)}
      <form method="post" action="/inbox/questions/${first.id}">
        ${csrfField(rest.session)}
        <input type="hidden" name="until" value="${until}" />
        <fieldset class="panel">
          <legend>How it was asked</legend>
          ${problem && html`<p class="error" id="problem"><span class="visually-hidden">Error:</span> ${problem}</p>`}
          <p class="hint" id="public">
            What is ticked becomes a wording that everybody can read. Leave out names, addresses and numbers.
          </p>
          ${shown.map((wording, index) => wordingChoice(wording, index, lang, problem !== undefined))}
          ${more > 0 && html`<p class="hint">${more} more: they come once these are dealt with.</p>`}
        </fieldset>
        <section class="panel" aria-labelledby="do">
          <h2 id="do">What the chat should answer</h2>
          ${finder.entries.length > 0 && entryField(group, finder)}
          <p class="actions">
            ${finder.entries.length > 0 && html`<button class="primary" name="action" value="attach">Add the wording to this entry</button>`}
            ${finder.entries.length > 0 && html`<button name="action" value="edit">Add it, and change the entry</button>`}
            <button name="action" value="new">Write a new entry</button>
            <button name="action" value="aside">Put aside</button>
          </p>
        </section>
      </form>`,
  });
};

const wordingChoice = ({ id, text, questions }: Wording, index: number, lang: string, isWrong: boolean): Html => {
  const count = questions.length;
  const last = questions.at(-1)!;
  return html`<div class="choice">
    <input type="hidden" name="shown" value="${id}" />
    <input
      id="w-${id}"
      type="checkbox"
      name="wording"
      value="${id}"
      aria-describedby="f-${id}${isWrong && ' problem'}"
      ${index === 0 && !isWrong && html`checked`}
      ${isWrong && html`aria-invalid="true"`} ${isWrong && index === 0 && html`autofocus`}
    />
    <div>
      <label for="w-${id}"><bdi ${langAttribute(lang)}>${text}</bdi></label>
      <span class="hint" id="f-${id}"
        >${count === 1 ? 'Once' : `${count} times`},
        <time datetime="${last.askedAt}">${shortTime(last.askedAt)}</time>
        <a href="/inbox/${last.id}">${count === 1 ? 'Details' : 'Details of the last'}</a></span
      >
    </div>
  </div>`;
}; // prettier-ignore

const entryField = (group: QuestionGroup, finder: Finder): Html => {
  const { nearest } = finder.ask(group.wordings[0]!.text);
  const failed = unhelpfulEntries(group, finder).map(({ entry }) => entry);
  const label = (entry: FaqEntry) => (failed.includes(entry) ? `${entry.question} (was not helpful)` : entry.question);
  const options = (entries: readonly FaqEntry[], selected?: FaqEntry) =>
    entries.map((entry) => html`<option value="${entry.key}" ${entry === selected && html`selected`} ${langAttribute(entry.lang)}>${label(entry)}</option>`);
  const others = finder.entries.filter((entry) => !nearest.includes(entry)).slice(0, MOST_ENTRIES);
  return html`<div class="field">
    <label for="entry">Entry</label>
    <select id="entry" name="entry" aria-describedby="order">
      ${nearest.length > 0 && html`<optgroup label="Nearest">${options(nearest, nearest[0])}</optgroup>`}
      ${others.length > 0 && html`<optgroup label="All others">${options(others)}</optgroup>`}
    </select>
    <p class="hint" id="order">The nearest stand first.</p>
  </div>`;
}; // prettier-ignore

export interface SettledPageOptions extends Omit<NavigationOptions, 'current'> {
  readonly lang: string;
  readonly text: string;
  readonly answering: Answering;
  /** A question that stood in the same group and is still open. */
  readonly leftId: string | undefined;
}

/** A question that was dealt with, and what the chat does with it now. */
export const settledPage = ({ lang, text, answering, leftId, ...rest }: SettledPageOptions): Html =>
  page({
    title: 'Question dealt with – Inbox',
    navigation: navigation({ ...rest, current: 'questions' }),
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">Back to the questions</a></p>
      <h1>Dealt with</h1>
      <p class="text"><bdi ${langAttribute(lang)}>${text}</bdi></p>
      <p role="status">${answeringText(answering, lang)}</p>
      ${
        leftId &&
        html`<div class="notice">
          <p>Others of the group are still open: the chat does not find this entry by them.</p>
          <p><a href="/inbox/questions/${leftId}">Look at them</a></p>
        </div>`
      }`,
  });
