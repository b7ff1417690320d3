import { html } from 'hono/html';
import type { Answering, Finder } from '../../questions/finder.js';
import type { QuestionGroup, Wording } from '../../questions/group.js';
import type { FaqEntry } from '../../store/faq.js';
import { oneLine } from '../../store/storable-text.js';
import { effectSection, type EffectOptions } from './effect.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm, type UndoOptions } from './undo.js';
import { answeringText, askedText, LONGEST_HEADING, nearestText, unhelpfulEntries } from './questions.js';
import { ENGLISH } from '../words/words.js';

/** Wordings of a group that a page shows, and that its buttons deal with. */
export const MOST_SHOWN = 50;
/** Entries to choose from. */
const MOST_ENTRIES = 1_000;

export interface QuestionPageOptions extends Frame {
  readonly lang: string;
  readonly group: QuestionGroup;
  readonly finder: Finder;
  /** RFC 3339: what was asked later is not on the page, nor meant by its buttons. */
  readonly until: string;
  readonly problem?: string | undefined;
  /** What was chosen in the form, where it came back. */
  readonly chosen?: { readonly wordings: ReadonlySet<string>; readonly entry: string } | undefined;
  /** What that would change, and how it is known again. */
  readonly preview?: { readonly seen: string; readonly shown: EffectOptions } | undefined;
  /** The last change was just taken back. */
  readonly isUndone?: boolean;
}

/** One group of questions, with what can be done about it. */
export const questionPage = (options: QuestionPageOptions): Html => {
  const { lang, group, finder, until, problem, chosen, preview, isUndone, ...rest } = options;
  const first = group.wordings[0]!;
  const shown = group.wordings.slice(0, MOST_SHOWN);
  const more = group.wordings.length - shown.length;
  return page({
    isWrong: Boolean(problem),
    title: `Question`,
    frame: rest,
    current: 'questions',
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">Back to the questions</a></p>
      <h1><bdi ${langAttribute(lang)}>${oneLine(first.text, LONGEST_HEADING)}</bdi></h1>
      <p class="facts">${askedText(group)}<span>${ENGLISH.language(lang)}</span></p>
      ${nearestText(group, lang, finder)}
      ${isUndone && html`<p class="notice" role="status">Undone. The questions are open again.</p>`}
      <form method="post" action="/inbox/questions/${first.id}">
        ${csrfField(rest.session)}
        <input type="hidden" name="until" value="${until}" />
        ${preview && html`<input type="hidden" name="seen" value="${preview.seen}" />`}
        <fieldset class="panel">
          <legend>How it was asked</legend>
          ${problem && html`<p class="error" id="problem"><span class="visually-hidden">Error:</span> ${problem}</p>`}
          <p class="hint" id="public">
            What is ticked becomes a wording that everybody can read. Leave out names, addresses and numbers.
          </p>
          ${shown.map((wording, index) => {
            const isTicked = chosen ? chosen.wordings.has(wording.id) : index === 0;
            return wordingChoice(wording, lang, isTicked, problem === undefined ? undefined : index === 0);
          })}
          ${more > 0 && html`<p class="hint">${more} more: they come once these are dealt with.</p>`}
        </fieldset>
        <section class="panel" aria-labelledby="do">
          <h2 id="do">What the chat should answer</h2>
          ${finder.entries.length > 0 && entryField(group, finder, chosen?.entry)}
          ${preview && effectSection(preview.shown)}
          <p class="actions">
            ${finder.entries.length > 0 && html`<button class="primary" name="action" value="attach">Add the wording to this entry</button>`}
            ${finder.entries.length > 0 && html`<button name="action" value="preview">See what that would change</button>`}
            ${finder.entries.length > 0 && html`<button name="action" value="edit">Add it, and change the entry</button>`}
            <button name="action" value="new">Write a new entry</button>
            <button name="action" value="aside">Put aside</button>
          </p>
        </section>
      </form>`,
  });
};

/** @param wrong whether it is the first of those of which none was ticked; `undefined` where nothing is wrong */
const wordingChoice = ({ id, text, questions }: Wording, lang: string, isTicked: boolean, wrong?: boolean): Html => {
  const count = questions.length;
  const last = questions.at(-1)!;
  return html`<div class="choice">
    <input type="hidden" name="shown" value="${id}" />
    <input
      id="w-${id}"
      type="checkbox"
      name="wording"
      value="${id}"
      aria-describedby="f-${id}${wrong !== undefined && ' problem'}"
      ${isTicked && html`checked`}
      ${wrong !== undefined && html`aria-invalid="true"`} ${wrong && html`autofocus`}
    />
    <div>
      <label for="w-${id}"><bdi ${langAttribute(lang)}>${text}</bdi></label>
      <span class="hint" id="f-${id}"
        >${count === 1 ? 'Once' : `${count} times`},
        <time datetime="${last.askedAt}">${ENGLISH.dates.short(last.askedAt)}</time>
        <a href="/inbox/${last.id}">${count === 1 ? 'Details' : 'Details of the last'}</a></span
      >
    </div>
  </div>`;
}; // prettier-ignore

const entryField = (group: QuestionGroup, finder: Finder, chosen?: string): Html => {
  const { nearest } = finder.ask(group.wordings[0]!.text);
  const selected = (chosen === undefined ? undefined : finder.get(chosen)) ?? nearest[0];
  const failed = unhelpfulEntries(group, finder).map(({ entry }) => entry);
  const label = (entry: FaqEntry) => (failed.includes(entry) ? `${entry.question} (was not helpful)` : entry.question);
  const options = (entries: readonly FaqEntry[]) =>
    entries.map((entry) => html`<option value="${entry.key}" ${entry === selected && html`selected`} ${langAttribute(entry.lang)}>${label(entry)}</option>`);
  const others = finder.entries.filter((entry) => !nearest.includes(entry)).slice(0, MOST_ENTRIES);
  return html`<div class="field">
    <label for="entry">Entry</label>
    <select id="entry" name="entry" aria-describedby="order">
      ${nearest.length > 0 && html`<optgroup label="Nearest">${options(nearest)}</optgroup>`}
      ${others.length > 0 && html`<optgroup label="All others">${options(others)}</optgroup>`}
    </select>
    <p class="hint" id="order">The nearest stand first.</p>
  </div>`;
}; // prettier-ignore

export interface SettledPageOptions extends Frame {
  readonly lang: string;
  readonly text: string;
  readonly answering: Answering;
  /** A question that stood in the same group and is still open. */
  readonly leftId: string | undefined;
  /** The change by which it was dealt with, while it can be undone. */
  readonly undo: UndoOptions | undefined;
}

/** A question that was dealt with, and what the chat does with it now. */
export const settledPage = ({ lang, text, answering, leftId, undo, ...rest }: SettledPageOptions): Html =>
  page({
    title: 'Question dealt with',
    frame: rest,
    current: 'questions',
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">Back to the questions</a></p>
      <h1>Dealt with</h1>
      <p class="text"><bdi ${langAttribute(lang)}>${text}</bdi></p>
      <p role="status">${answeringText(answering, lang)}</p>
      ${
        undo &&
        html`${undoForm(undo, rest)}
          <p class="hint">
            ${undo.entry.version === 1 ? 'The entry is then deleted' : 'The entry then says what it said before'},
            and the questions are open again.
          </p>`
      }
      ${
        leftId &&
        html`<div class="notice">
          <p>Others of the group are still open: the chat does not find this entry by them.</p>
          <p><a href="/inbox/questions/${leftId}">Look at them</a></p>
        </div>`
      }`,
  });
