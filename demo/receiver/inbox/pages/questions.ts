import { html } from 'hono/html';
import type { Answering, Finder } from '../../questions/finder.js';
import type { QuestionGroup, Wording } from '../../questions/group.js';
import type { FaqEntry } from '../../store/faq.js';
import { oneLine } from '../../store/storable-text.js';
import type { InboxWords } from '../words/words.js';
import { languageLinks, langAttribute, pageLinks, type ListPart } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';

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
  const { words } = rest;
  const { frame, questions: text } = words.text;
  return page({
    title: frame.questions,
    frame: rest,
    current: 'questions',
    content: html`<h1>${frame.questions}</h1>
      <p>${text.text}</p>
      ${asideAt && asideNotice(asideAt, lang, rest)}
      ${languageLinks(words, '/inbox/questions', lang, languages)}
      ${isCut && html`<p class="hint">${text.cut}</p>`}
      ${
        part.items.length
          ? html`<ol class="groups">
              ${part.items.map((group) => groupItem(words, group, lang, finder))}
            </ol>`
          : html`<p class="empty">${text.none}</p>`
      }
      ${pageLinks(words, '/inbox/questions', lang, part)}`,
  });
};

const asideNotice = (at: string, lang: string, { words, session }: Frame): Html =>
  html`<form class="notice" method="post" action="/inbox/questions/reopen">
    <p role="status">${words.text.questions.aside}</p>
    ${csrfField(session)} <input type="hidden" name="at" value="${at}" />
    <input type="hidden" name="lang" value="${lang}" />
    <button>${words.text.frame.undo}</button>
  </form>`;

const groupItem = (words: InboxWords, group: QuestionGroup, lang: string, finder: Finder): Html => {
  const [first, ...others] = group.wordings as [Wording, ...Wording[]];
  const shown = others.slice(0, EXAMPLES);
  const more = others.length - shown.length;
  const { also, alsoMore } = words.text.questions;
  return html`<li class="panel">
    <h2>
      <a href="/inbox/questions/${first.id}"
        ><bdi ${langAttribute(lang)}>${oneLine(first.text, LONGEST_HEADING)}</bdi></a
      >
    </h2>
    <p class="facts">${askedText(words, group)}</p>
    ${
      shown.length > 0 &&
      html`<p class="hint">
        ${words.html(also, {
          wordings: html`${shown.map(({ text }, index) => html`${index > 0 && ' · '}<bdi ${langAttribute(lang)}>${oneLine(text, LONGEST_HEADING)}</bdi>`)}
          ${more > 0 && html`· ${words.fill(alsoMore, { count: words.number(more) })}`}`,
        })}
      </p>`
    }
    ${nearestText(words, group, lang, finder)}
  </li>`;
};

/** How often a group was asked, and when last. */
export const askedText = (words: InboxWords, { count, lastAskedAt }: QuestionGroup): Html => {
  const { asked, askedOn, lastAskedOn } = words.text.questions;
  const time = html`<time datetime="${lastAskedAt}">${words.dates.short(lastAskedAt)}</time>`;
  return html`<span>${words.plural(asked, count)}</span>
    <span>${words.html(count === 1 ? askedOn : lastAskedOn, { time })}</span>`;
};

/** What the chat makes of the group's first wording, and which answers did not help. */
export const nearestText = (words: InboxWords, group: QuestionGroup, lang: string, finder: Finder): Html => {
  const { notHelpful, serverAnswer } = words.text.questions;
  const named = (name: string) => (name ? html`<bdi ${langAttribute(lang)}>${name}</bdi>` : serverAnswer);
  return html`<p>
    ${answeringText(words, finder.ask(group.wordings[0]!.text))}
    ${unhelpfulEntries(group, finder).map(
      ({ entry, name, count }) =>
        html`<br /><strong>${words.plural(notHelpful, count)}</strong>
          ${entry ? entryLink(entry) : named(name)}`,
    )}
  </p>`;
};

/** What the chat does now with a question. */
export const answeringText = (words: InboxWords, { kind, nearest }: Answering): Html | string => {
  const { answering: text } = words.text.questions;
  const [first] = nearest;
  if (!first) return text.nothing;
  if (kind !== 'unsure') return words.html(text[kind], { entry: entryLink(first) });
  const links = nearest.map(
    (entry, index) => html`${index > 0 && html`<span> · </span>`}${entryLink(entry)}`,
  );
  return words.html(text.unsure, { entries: html`${links}` });
};

const entryLink = ({ key, question, lang }: FaqEntry): Html =>
  html`<a href="/inbox/faq/${key}"><bdi ${langAttribute(lang)}>${question}</bdi></a>`;

interface Unhelpful {
  /** As the page called it; empty where its server has answered. */
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
    .map(([name, count]) => ({ name, entry: finder.named(name), count }));
};
