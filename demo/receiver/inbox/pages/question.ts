import { html } from 'hono/html';
import type { Answering, Finder } from '../../questions/finder.js';
import type { QuestionGroup, Wording } from '../../questions/group.js';
import type { FaqEntry } from '../../store/faq.js';
import { oneLine } from '../../store/storable-text.js';
import type { InboxWords } from '../words/words.js';
import { effectSection, type EffectOptions } from './effect.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm, type UndoOptions } from './undo.js';
import { answeringText, askedText, LONGEST_HEADING, nearestText, unhelpfulEntries } from './questions.js';

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
  const { words } = rest;
  const { frame, questions } = words.text;
  const text = questions.group;
  const first = group.wordings[0]!;
  const shown = group.wordings.slice(0, MOST_SHOWN);
  const more = group.wordings.length - shown.length;
  return page({
    isWrong: Boolean(problem),
    title: text.title,
    frame: rest,
    current: 'questions',
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">${questions.back}</a></p>
      <h1><bdi ${langAttribute(lang)}>${oneLine(first.text, LONGEST_HEADING)}</bdi></h1>
      <p class="facts">${askedText(words, group)} <span>${words.language(lang)}</span></p>
      ${nearestText(words, group, lang, finder)}
      ${isUndone && html`<p class="notice" role="status">${text.undone}</p>`}
      <form method="post" action="/inbox/questions/${first.id}">
        ${csrfField(rest.session)}
        <input type="hidden" name="until" value="${until}" />
        ${preview && html`<input type="hidden" name="seen" value="${preview.seen}" />`}
        <fieldset class="panel">
          <legend>${text.wordings}</legend>
          ${problem && html`<p class="error" id="problem"><span class="visually-hidden">${frame.errorPrefix}</span> ${problem}</p>`}
          <p class="hint" id="public">${text.wordingsHint}</p>
          ${shown.map((wording, index) => {
            const isTicked = chosen ? chosen.wordings.has(wording.id) : index === 0;
            return wordingChoice(
              words,
              wording,
              lang,
              isTicked,
              problem === undefined ? undefined : index === 0,
            );
          })}
          ${more > 0 && html`<p class="hint">${words.fill(text.more, { count: words.number(more) })}</p>`}
        </fieldset>
        <section class="panel" aria-labelledby="do">
          <h2 id="do">${text.heading}</h2>
          ${finder.entries.length > 0 && entryField(words, group, finder, chosen?.entry)}
          ${preview && effectSection(words, preview.shown)}
          <p class="actions">
            ${finder.entries.length > 0 && html`<button class="primary" name="action" value="attach">${text.attach}</button>`}
            ${finder.entries.length > 0 && html`<button name="action" value="preview">${text.preview}</button>`}
            ${finder.entries.length > 0 && html`<button name="action" value="edit">${text.edit}</button>`}
            <button name="action" value="new">${text.new}</button>
            <button name="action" value="aside">${text.aside}</button>
          </p>
        </section>
      </form>`,
  });
};

/** @param wrong whether it is the first of those of which none was ticked; `undefined` where nothing is wrong */
const wordingChoice = (words: InboxWords, { id, text, questions }: Wording, lang: string, isTicked: boolean, wrong?: boolean): Html => {
  const { asked, details, detailsOfLast } = words.text.questions.group;
  const count = questions.length;
  const last = questions.at(-1)!;
  const time = html`<time datetime="${last.askedAt}">${words.dates.short(last.askedAt)}</time>`;
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
        >${words.pluralHtml(asked, count, { time })}
        <a href="/inbox/${last.id}">${count === 1 ? details : detailsOfLast}</a></span
      >
    </div>
  </div>`;
}; // prettier-ignore

const entryField = (words: InboxWords, group: QuestionGroup, finder: Finder, chosen?: string): Html => {
  const { group: text } = words.text.questions;
  const { nearest } = finder.ask(group.wordings[0]!.text);
  const selected = (chosen === undefined ? undefined : finder.get(chosen)) ?? nearest[0];
  const failed = unhelpfulEntries(group, finder).map(({ entry }) => entry);
  const label = (entry: FaqEntry) =>
    failed.includes(entry) ? words.fill(text.entryNotHelpful, { entry: entry.question }) : entry.question;
  const options = (entries: readonly FaqEntry[]) =>
    entries.map((entry) => html`<option value="${entry.key}" ${entry === selected && html`selected`} ${langAttribute(entry.lang)}>${label(entry)}</option>`);
  const others = finder.entries.filter((entry) => !nearest.includes(entry)).slice(0, MOST_ENTRIES);
  return html`<div class="field">
    <label for="entry">${text.entry}</label>
    <select id="entry" name="entry" aria-describedby="order">
      ${nearest.length > 0 && html`<optgroup label="${text.nearest}">${options(nearest)}</optgroup>`}
      ${others.length > 0 && html`<optgroup label="${text.others}">${options(others)}</optgroup>`}
    </select>
    <p class="hint" id="order">${text.entryHint}</p>
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
export const settledPage = ({
  lang,
  text: question,
  answering,
  leftId,
  undo,
  ...rest
}: SettledPageOptions): Html => {
  const { words } = rest;
  const { back, settled: text } = words.text.questions;
  return page({
    title: text.title,
    frame: rest,
    current: 'questions',
    content: html`<p><a href="/inbox/questions?lang=${encodeURIComponent(lang)}">${back}</a></p>
      <h1>${text.heading}</h1>
      <p class="text"><bdi ${langAttribute(lang)}>${question}</bdi></p>
      <p role="status">${answeringText(words, answering)}</p>
      ${
        undo &&
        html`${undoForm(undo, rest)}
          <p class="hint">${undo.entry.version === 1 ? text.undoDeletes : text.undoRestores}</p>`
      }
      ${
        leftId &&
        html`<div class="notice">
          <p>${text.left}</p>
          <p><a href="/inbox/questions/${leftId}">${text.lookAtThem}</a></p>
        </div>`
      }`,
  });
};
