import { html } from 'hono/html';
import { locales } from '../../../../src/localization/locale.js';
import { LIMITS, type ContentProblem } from '../../faq/content.js';
import type { FaqContent, FaqEntry } from '../../store/faq.js';
import type { InboxWords } from '../words/words.js';
import { effectSection, type EffectOptions } from './effect.js';
import { problemText } from './faq-problems.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm } from './undo.js';

/** Questions of visitors that a form deals with. */
export interface FromQuestions {
  /** Ids of wordings. */
  readonly shown: readonly string[];
  /** RFC 3339: what was asked later is not meant. */
  readonly until: string;
}

export interface FaqEntryPageOptions extends Frame {
  /** What stands in the form, not kept yet. */
  readonly draft: FaqContent & { readonly lang: string };
  /** The entry as it is kept; a new one is not yet. */
  readonly entry?: FaqEntry | undefined;
  /** Its place in the list and the length of that, from 1. */
  readonly place?: { readonly number: string; readonly of: number } | undefined;
  /** Languages and categories that are in use. */
  readonly languages: readonly string[];
  readonly categories: readonly string[];
  readonly from?: FromQuestions | undefined;
  readonly problems: readonly ContentProblem[];
  /** Words of visitors were added that should be looked at before they are public. */
  readonly needsALook?: boolean;
  /** Another has changed the entry since the form was made. */
  readonly isStale?: boolean;
  /** What it would change, and how that is known again. */
  readonly preview?: { readonly seen: string; readonly shown: EffectOptions } | undefined;
  /** What the entry said before its last change. */
  readonly previous?: FaqContent | undefined;
}

/** The form of one entry. */
export const faqEntryPage = (options: FaqEntryPageOptions): Html => {
  const { draft, entry, problems, needsALook, isStale, preview, previous, ...rest } = options;
  const isWrong = problems.length > 0 || isStale === true;
  const { words } = rest;
  const { backToFaq, entry: text } = words.text.faq;
  const heading = entry ? text.heading : text.newHeading;
  return page({
    isWrong,
    title: heading,
    frame: rest,
    current: 'faq',
    content: html`<p><a href="/inbox/faq?lang=${encodeURIComponent(draft.lang)}">${backToFaq}</a></p>
      <h1>${heading}</h1>
      ${isStale && entry && staleNotice(words, entry)}
      ${
        needsALook &&
        html`<p class="notice" role="status"><strong>${text.nothingChanged}</strong> ${text.needsALook}</p>`
      }
      <form class="panel entry" method="post" action="/inbox/faq/${entry ? entry.key : 'new'}">
        ${csrfField(rest.session)} ${hiddenFields(options)} ${problemList(words, problems, draft.lang)}
        ${fields(options)} ${preview && effectSection(words, preview.shown)}
        <p class="actions">
          <button class="primary" name="action" value="save">${text.save}</button>
          <button name="action" value="preview">${text.preview}</button>
        </p>
      </form>
      ${entry && previous && previousSection(entry, previous, rest)}
      ${
        entry &&
        html`<form class="panel" method="post" action="/inbox/faq/${entry.key}/delete">
          ${csrfField(rest.session)} <input type="hidden" name="version" value="${entry.version}" />
          <p class="hint">${text.deleteHint}</p>
          <button>${text.delete}</button>
        </form>`
      }`,
  });
};

const hiddenFields = ({ entry, from, preview }: FaqEntryPageOptions): Html =>
  html`${preview && html`<input type="hidden" name="seen" value="${preview.seen}" />`}
  ${entry && html`<input type="hidden" name="version" value="${entry.version}" />`}
  ${from && html`<input type="hidden" name="until" value="${from.until}" />`}
  ${from?.shown.map((id) => html`<input type="hidden" name="shown" value="${id}" />`)}`;

const staleNotice = (words: InboxWords, entry: FaqEntry): Html =>
  html`<section class="notice" aria-labelledby="stale">
    <h2 id="stale">${words.text.faq.entry.staleHeading}</h2>
    <p>${words.text.faq.entry.staleText}</p>
    ${contentList(words, entry, entry.lang)}
  </section>`;

const previousSection = (entry: FaqEntry, previous: FaqContent, frame: Frame): Html => {
  const { entry: text } = frame.words.text.faq;
  return html`<details class="panel">
    <summary>${text.previous}</summary>
    ${contentList(frame.words, previous, entry.lang)} ${undoForm({ entry }, frame, text.putBack)}
    <p class="hint">${text.putBackHint}</p>
  </details>`;
};

const contentList = (
  words: InboxWords,
  { question, alternatives, answer, category }: FaqContent,
  lang: string,
): Html => {
  const { entry: text } = words.text.faq;
  return html`<dl>
    <div>
      <dt>${text.question}</dt>
      <dd><bdi ${langAttribute(lang)}>${question}</bdi></dd>
    </div>
    <div>
      <dt>${text.wordings}</dt>
      <dd><span class="text" dir="auto" ${langAttribute(lang)}>${alternatives.join('\n')}</span></dd>
    </div>
    <div>
      <dt>${text.answer}</dt>
      <dd><span class="text" dir="auto" ${langAttribute(lang)}>${answer}</span></dd>
    </div>
    ${
      category &&
      html`<div>
        <dt>${text.category}</dt>
        <dd><bdi ${langAttribute(lang)}>${category}</bdi></dd>
      </div>`
    }
  </dl>`;
};

const problemList = (words: InboxWords, problems: readonly ContentProblem[], lang: string): Html | '' => {
  if (!problems.length) return '';
  return html`<ul class="error problems">
    ${problems.map(
      (problem) =>
        html`<li id="${problem.field}-problem">
          <a href="#${problem.field}">${problemText(words, problem, lang)}</a>
        </li>`,
    )}
  </ul>`;
};

/** Attributes of a control: what is wrong with it, and its hint. The first that is wrong has the focus. */
const attributes = (name: string, problems: readonly ContentProblem[], hint = ''): Html => {
  const index = problems.findIndex(({ field }) => field === name);
  const described = [hint, index < 0 ? '' : `${name}-problem`].filter(Boolean).join(' ');
  return html`${index >= 0 && html`aria-invalid="true"`} ${index === 0 && html`autofocus`}
  ${described && html`aria-describedby="${described}"`}`;
};

const fields = ({ words, draft, entry, place, languages, categories, problems }: FaqEntryPageOptions): Html => {
  const { entry: text } = words.text.faq;
  const lang = langAttribute(draft.lang);
  const control = (name: string, hint = '') => html`id="${name}" name="${name}" ${attributes(name, problems, hint)}`;
  return html`${
      entry
        ? html`<p class="hint">${words.language(draft.lang)}</p>`
        : html`<div class="field">
            <label for="lang">${text.language}</label>
            <input ${control('lang', 'lang-hint')} value="${draft.lang}" list="langs" required autocomplete="off" />
            <p class="hint" id="lang-hint">${text.languageHint}</p>
            <datalist id="langs">
              ${[...new Set([...languages, ...locales])].map((tag) => html`<option value="${tag}">${words.language(tag)}</option>`)}
            </datalist>
          </div>`
    }
    <div class="field">
      <label for="question">${text.question}</label>
      <input ${control('question')} value="${draft.question}" dir="auto" ${lang} maxlength="${LIMITS.question}" required autocomplete="off" />
    </div>
    <div class="field">
      <label for="alternatives">${text.wordingsOptional}</label>
      <textarea ${control('alternatives', 'alternatives-hint')} rows="5" dir="auto" ${lang}>
${draft.alternatives.join('\n')}</textarea>
      <p class="hint" id="alternatives-hint">${text.wordingsHint}</p>
    </div>
    <div class="field">
      <label for="answer">${text.answer}</label>
      <textarea ${control('answer', 'answer-hint')} rows="8" dir="auto" ${lang} required>
${draft.answer}</textarea>
      <p class="hint" id="answer-hint">${text.answerHint}</p>
    </div>
    <div class="field">
      <label for="category">${text.categoryOptional}</label>
      <input ${control('category')} value="${draft.category}" list="categories" dir="auto" ${lang} maxlength="${LIMITS.category}" autocomplete="off" />
      <datalist id="categories">
        ${categories.map((each) => html`<option value="${each}"></option>`)}
      </datalist>
    </div>
    ${
      place &&
      html`<div class="field">
        <label for="place">${text.place}</label>
        <input id="place" name="place" type="number" min="1" max="${place.of}" value="${place.number}" aria-describedby="place-hint" />
        <p class="hint" id="place-hint">${words.fill(text.placeHint, { last: words.number(place.of) })}</p>
      </div>`
    }
    <div class="choice">
      <input id="suggested" name="suggested" type="checkbox" value="yes" ${draft.suggested && html`checked`} />
      <label for="suggested">${text.suggested}</label>
    </div>`;
}; // prettier-ignore
