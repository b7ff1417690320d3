import { html } from 'hono/html';
import type { Answering, Finder } from '../../questions/finder.js';
import type { QuestionGroup, Wording } from '../../questions/group.js';
import type { FaqEntry } from '../../store/faq.js';
import { oneLine } from '../../store/storable-text.js';
import { languageLinks, langAttribute, pageLinks, type ListPart } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { ENGLISH } from '../words/words.js';

export interface QuestionsPageOptions extends Frame {
  readonly lang: string;
  /** By language, how many are open. */
  readonly languages: ReadonlyMap<string, number>;
  readonly part: ListPart<QuestionGroup>;
  readonly isCut: boolean;
  readonly finder: Finder;
  /** When questions were put aside just now: to be had back. */
  readonly asideAt?: string | undefined;
}

/** Characters of a question where it is not the matter itself. */
export const LONGEST_HEADING = 200;
/** Further wordings of a group that the list shows. */
const EXAMPLES = 3;

export const questionsPage = (options: QuestionsPageOptions): Html => {
  const { lang, languages, part, isCut, finder, asideAt, ...rest } = options;
  return page({
    title: 'Questions',
    frame: rest,
    current: 'questions',
    content: html`<h1>Questions</h1>
      <p>
        What visitors asked the chat and it could not answer, or not well. Similar ones stand together, those
        that were asked most first.
      </p>
      ${asideAt && asideNotice(asideAt, lang, rest)}
      ${languageLinks(rest.words, '/inbox/questions', lang, languages)}
      ${isCut && html`<p class="hint">There are more than are shown here: the others come once these are dealt with.</p>`}
      ${
        part.items.length
          ? html`<ol class="groups">
              ${part.items.map((group) => groupItem(group, lang, finder))}
            </ol>`
          : html`<p class="empty">There is no open question.</p>`
      }
      ${pageLinks(rest.words, '/inbox/questions', lang, part)}`,
  });
};

const asideNotice = (at: string, lang: string, { session }: Frame): Html =>
  html`<form class="notice" method="post" action="/inbox/questions/reopen">
    <p role="status">Put aside. Asked again, it comes back.</p>
    ${csrfField(session)} <input type="hidden" name="at" value="${at}" />
    <input type="hidden" name="lang" value="${lang}" />
    <button>Undo</button>
  </form>`;

const groupItem = (group: QuestionGroup, lang: string, finder: Finder): Html => {
  const [first, ...others] = group.wordings as [Wording, ...Wording[]];
  const shown = others.slice(0, EXAMPLES);
  return html`<li class="panel">
    <h2>
      <a href="/inbox/questions/${first.id}"
        ><bdi ${langAttribute(lang)}>${oneLine(first.text, LONGEST_HEADING)}</bdi></a
      >
    </h2>
    <p class="facts">${askedText(group)}</p>
    ${
      shown.length > 0 &&
      html`<p class="hint">
        Also:
        ${shown.map(({ text }, index) => html`${index > 0 && ' · '}<bdi ${langAttribute(lang)}>${oneLine(text, LONGEST_HEADING)}</bdi>`)}
        ${others.length > shown.length && ` · ${others.length - shown.length} more`}
      </p>`
    }
    ${nearestText(group, lang, finder)}
  </li>`;
};

export const askedText = ({ count, lastAskedAt }: QuestionGroup): Html =>
  html`<span>${count === 1 ? 'Asked once' : `Asked ${count} times`}</span>
    <span
      >${count === 1 ? 'on' : 'last on'}
      <time datetime="${lastAskedAt}">${ENGLISH.dates.short(lastAskedAt)}</time></span
    >`;

/** What the chat makes of the group's first wording, and which answers did not help. */
export const nearestText = (group: QuestionGroup, lang: string, finder: Finder): Html => {
  const unhelpful = unhelpfulEntries(group, finder);
  return html`<p>
    ${answeringText(finder.ask(group.wordings[0]!.text), lang)}
    ${unhelpful.map(({ entry, name, count }) => {
      const times = count === 1 ? 'once' : `${count} times`;
      return html`<br /><strong>Not helpful ${times}:</strong>
        ${entry ? entryLink(entry) : html`<bdi ${langAttribute(lang)}>${name}</bdi>`}`;
    })}
  </p>`;
};

/** What the chat does now with a question. */
export const answeringText = ({ kind, nearest }: Answering, lang: string): Html => {
  const [first] = nearest;
  if (!first) return html`The chat has no entry that is anything like it.`;
  switch (kind) {
    case 'sure':
      return html`The chat answers this now by ${entryLink(first)}.`;
    case 'unsure':
      return html`The chat asks whether this is meant:
      ${nearest.map((entry, index) => html`${index > 0 && html`<span> · </span>`}${entryLink(entry)}`)}`;
    case 'unknown':
      return html`The chat does not know. Nearest: <bdi ${langAttribute(lang)}>${entryLink(first)}</bdi>`;
  }
};

export const entryLink = ({ key, question, lang }: FaqEntry): Html =>
  html`<a href="/inbox/faq/${key}"><bdi ${langAttribute(lang)}>${question}</bdi></a>`;

interface Unhelpful {
  /** As the page called it. */
  readonly name: string;
  /** Where it is one of this FAQ. */
  readonly entry: FaqEntry | undefined;
  readonly count: number;
}

/** The entries whose answers did not help those who asked, the worst first. */
export const unhelpfulEntries = (group: QuestionGroup, finder: Finder): readonly Unhelpful[] => {
  const counts = new Map<string, number>();
  for (const { questions } of group.wordings)
    for (const { verdict, entry } of questions)
      if (verdict === 'unhelpful') counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({ name: name || 'an answer of a server', entry: finder.named(name), count }));
};
