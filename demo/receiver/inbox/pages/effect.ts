import { html } from 'hono/html';
import { shownEntries, type Difference, type Effect } from '../../questions/effect.js';
import type { Answering } from '../../questions/finder.js';
import { oneLine } from '../../store/storable-text.js';
import type { InboxWords } from '../words/words.js';
import { langAttribute } from './languages.js';
import type { Html } from './layout.js';

export interface EffectOptions {
  readonly effect: Effect;
  readonly lang: string;
  /** Of the entry that is to be. */
  readonly key: string;
  /** Whether it stands before its owner because it takes answers away, and not since they asked for it. */
  readonly isWarning: boolean;
}

/** Questions of a kind that are listed. */
const MOST_LISTED = 20;
/** Characters of a question. */
const LONGEST = 200;

/** What a change would do, before it is kept. */
export const effectSection = (words: InboxWords, { effect, lang, key, isWarning }: EffectOptions): Html => {
  const { effect: text } = words.text.faq;
  const { own, gained, changed, tried } = effect;
  const list = (title: string, differences: readonly Difference[]) =>
    differences.length > 0 && html`<h3>${title}</h3>
      <ul class="effect">
        ${differences.slice(0, MOST_LISTED).map((each) => item(words, each, lang, key))}
      </ul>
      ${differences.length > MOST_LISTED && html`<p class="hint">${words.fill(text.more, { count: words.number(differences.length - MOST_LISTED) })}</p>`}`;
  const rest = tried - gained.length - changed.length;
  return html`<section class="notice" aria-labelledby="effect">
    <h2 id="effect" tabindex="-1" autofocus>${text.heading}</h2>
    <p>
      <strong>${text.nothingSaved}</strong> ${isWarning && text.warning}
    </p>
    ${list(text.own, own)} ${list(text.gained, gained)}
    ${list(text.changed, changed)}
    <p>${restText(words, tried, rest)}</p>
  </section>`;
}; // prettier-ignore

const restText = (words: InboxWords, tried: number, rest: number): string => {
  const { effect: text } = words.text.faq;
  if (tried === 0) return text.nothingElse;
  if (rest === 0) return text.nothingElseButThese;
  return words.plural(rest === tried ? text.unchanged : text.othersUnchanged, rest);
};

const item = (words: InboxWords, { text, before, after }: Difference, lang: string, key: string): Html => {
  const { now, then, nowAndThen } = words.text.faq.effect;
  const isSame = isEqual(before, after);
  return html`<li>
    <p><bdi ${langAttribute(lang)}>${oneLine(text, LONGEST)}</bdi></p>
    <dl>
      <div>
        <dt>${isSame ? nowAndThen : now}</dt>
        <dd>${answeringWords(words, before, lang)}</dd>
      </div>
      ${
        !isSame &&
        html`<div>
          <dt>${then}</dt>
          <dd>${answeringWords(words, after, lang, key)}</dd>
        </div>`
      }
    </dl>
  </li>`;
};

const isEqual = (before: Answering, after: Answering): boolean =>
  before.kind === after.kind &&
  shownEntries(before).length === shownEntries(after).length &&
  shownEntries(before).every(({ key }, index) => key === shownEntries(after)[index]!.key);

/** @param key of an entry that is pointed out */
const answeringWords = (
  words: InboxWords,
  answering: Answering,
  lang: string,
  key?: string,
): Html | string => {
  const { effect: text } = words.text.faq;
  const names = shownEntries(answering).map((entry, index) => {
    const name = html`<bdi ${langAttribute(lang)}>${oneLine(entry.question, LONGEST)}</bdi>`;
    const known = entry.key === key ? words.html(text.thisEntry, { entry: name }) : name;
    return html`${index > 0 && ' · '}${known}`;
  });
  switch (answering.kind) {
    case 'sure':
      return words.html(text.answers, { entry: html`${names}` });
    case 'unsure':
      return words.html(text.asks, { entries: html`${names}` });
    case 'unknown':
      return text.doesNotKnow;
  }
};
