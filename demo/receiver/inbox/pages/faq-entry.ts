import { html } from 'hono/html';
import { LIMITS, type ContentProblem } from '../../faq/content.js';
import type { FaqContent, FaqEntry } from '../../store/faq.js';
import { effectSection, type EffectOptions } from './effect.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm } from './undo.js';
import { ENGLISH } from '../words/words.js';

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

/** The kit's own languages are offered also where there is nothing in them yet. */
const KIT_LANGUAGES = ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'];

/** The form of one entry. */
export const faqEntryPage = (options: FaqEntryPageOptions): Html => {
  const { draft, entry, problems, needsALook, isStale, preview, previous, ...rest } = options;
  const isWrong = problems.length > 0 || isStale === true;
  const heading = entry ? 'Entry' : 'New entry';
  return page({
    isWrong,
    title: heading,
    frame: rest,
    current: 'faq',
    content: html`<p><a href="/inbox/faq?lang=${encodeURIComponent(draft.lang)}">Back to the FAQ</a></p>
      <h1>${heading}</h1>
      ${isStale && entry && staleNotice(entry)}
      ${
        needsALook &&
        html`<p class="notice" role="status">
          <strong>Nothing is changed yet.</strong> A visitor’s words were added that seem to hold an address
          or a number, or are long. Everybody can read what stands here: look at them, and save.
        </p>`
      }
      <form class="panel entry" method="post" action="/inbox/faq/${entry ? entry.key : 'new'}">
        ${csrfField(rest.session)} ${hiddenFields(options)} ${problemList(problems)} ${fields(options)}
        ${preview && effectSection(preview.shown)}
        <p class="actions">
          <button class="primary" name="action" value="save">Save</button>
          <button name="action" value="preview">See what it would change</button>
        </p>
      </form>
      ${entry && previous && previousSection(entry, previous, rest)}
      ${
        entry &&
        html`<form class="panel" method="post" action="/inbox/faq/${entry.key}/delete">
          ${csrfField(rest.session)} <input type="hidden" name="version" value="${entry.version}" />
          <p class="hint">It can be had back afterwards.</p>
          <button>Delete this entry</button>
        </form>`
      }`,
  });
};

const hiddenFields = ({ entry, from, preview }: FaqEntryPageOptions): Html =>
  html`${preview && html`<input type="hidden" name="seen" value="${preview.seen}" />`}
  ${entry && html`<input type="hidden" name="version" value="${entry.version}" />`}
  ${from && html`<input type="hidden" name="until" value="${from.until}" />`}
  ${from?.shown.map((id) => html`<input type="hidden" name="shown" value="${id}" />`)}`;

const staleNotice = (entry: FaqEntry): Html =>
  html`<section class="notice" aria-labelledby="stale">
    <h2 id="stale">Somebody has changed this entry meanwhile</h2>
    <p>
      Nothing of yours was saved, and nothing is lost: it stands below. This is what the entry says now.
      Saving puts yours in its place.
    </p>
    ${contentList(entry, entry.lang)}
  </section>`;

const previousSection = (entry: FaqEntry, previous: FaqContent, frame: Frame): Html =>
  html`<details class="panel">
    <summary>What it said before the last change</summary>
    ${contentList(previous, entry.lang)} ${undoForm({ entry }, frame, 'Put this back')}
    <p class="hint">Questions that the change had dealt with are then open again.</p>
  </details>`;

const contentList = ({ question, alternatives, answer, category }: FaqContent, lang: string): Html =>
  html`<dl>
    <div>
      <dt>Question</dt>
      <dd><bdi ${langAttribute(lang)}>${question}</bdi></dd>
    </div>
    <div>
      <dt>Further wordings</dt>
      <dd><span class="text" dir="auto" ${langAttribute(lang)}>${alternatives.join('\n')}</span></dd>
    </div>
    <div>
      <dt>Answer</dt>
      <dd><span class="text" dir="auto" ${langAttribute(lang)}>${answer}</span></dd>
    </div>
    ${
      category &&
      html`<div>
        <dt>Category</dt>
        <dd><bdi ${langAttribute(lang)}>${category}</bdi></dd>
      </div>`
    }
  </dl>`;

const problemList = (problems: readonly ContentProblem[]): Html | '' => {
  if (!problems.length) return '';
  return html`<ul class="error problems">
    ${problems.map(({ field, text }) => html`<li id="${field}-problem"><a href="#${field}">${text}</a></li>`)}
  </ul>`;
};

/** Attributes of a control: what is wrong with it, and its hint. The first that is wrong has the focus. */
const attributes = (name: string, problems: readonly ContentProblem[], hint = ''): Html => {
  const index = problems.findIndex(({ field }) => field === name);
  const described = [hint, index < 0 ? '' : `${name}-problem`].filter(Boolean).join(' ');
  return html`${index >= 0 && html`aria-invalid="true"`} ${index === 0 && html`autofocus`}
  ${described && html`aria-describedby="${described}"`}`;
};

const fields = ({ draft, entry, place, languages, categories, problems }: FaqEntryPageOptions): Html => {
  const lang = langAttribute(draft.lang);
  const control = (name: string, hint = '') => html`id="${name}" name="${name}" ${attributes(name, problems, hint)}`;
  return html`${
      entry
        ? html`<p class="hint">${ENGLISH.language(draft.lang)}</p>`
        : html`<div class="field">
            <label for="lang">Language</label>
            <input ${control('lang', 'lang-hint')} value="${draft.lang}" list="langs" required autocomplete="off" />
            <p class="hint" id="lang-hint">Its tag, such as eu or es.</p>
            <datalist id="langs">
              ${[...new Set([...languages, ...KIT_LANGUAGES])].map((tag) => html`<option value="${tag}">${ENGLISH.language(tag)}</option>`)}
            </datalist>
          </div>`
    }
    <div class="field">
      <label for="question">Question</label>
      <input ${control('question')} value="${draft.question}" dir="auto" ${lang} maxlength="${LIMITS.question}" required autocomplete="off" />
    </div>
    <div class="field">
      <label for="alternatives">Further wordings (optional)</label>
      <textarea ${control('alternatives', 'alternatives-hint')} rows="5" dir="auto" ${lang}>
${draft.alternatives.join('\n')}</textarea>
      <p class="hint" id="alternatives-hint">
        One a line: as people ask it. The more there are, the more often it is found. Everybody can read them.
      </p>
    </div>
    <div class="field">
      <label for="answer">Answer</label>
      <textarea ${control('answer', 'answer-hint')} rows="8" dir="auto" ${lang} required>
${draft.answer}</textarea>
      <p class="hint" id="answer-hint">
        An empty line begins a paragraph, “- ” an item of a list. **strong**, *emphasis*, [link](https://…). HTML is text.
      </p>
    </div>
    <div class="field">
      <label for="category">Category (optional)</label>
      <input ${control('category')} value="${draft.category}" list="categories" dir="auto" ${lang} maxlength="${LIMITS.category}" autocomplete="off" />
      <datalist id="categories">
        ${categories.map((each) => html`<option value="${each}"></option>`)}
      </datalist>
    </div>
    ${
      place &&
      html`<div class="field">
        <label for="place">Place in the list</label>
        <input id="place" name="place" type="number" min="1" max="${place.of}" value="${place.number}" aria-describedby="place-hint" />
        <p class="hint" id="place-hint">1 to ${place.of}</p>
      </div>`
    }
    <div class="choice">
      <input id="suggested" name="suggested" type="checkbox" value="yes" ${draft.suggested && html`checked`} />
      <label for="suggested">One of the questions to start with</label>
    </div>`;
}; // prettier-ignore
