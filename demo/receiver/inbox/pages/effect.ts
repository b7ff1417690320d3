import { html } from 'hono/html';
import { shownEntries, type Difference, type Effect } from '../../questions/effect.js';
import type { Answering } from '../../questions/finder.js';
import { oneLine } from '../../store/storable-text.js';
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
export const effectSection = ({ effect, lang, key, isWarning }: EffectOptions): Html => {
  const { own, gained, changed, tried } = effect;
  const list = (title: string, differences: readonly Difference[]) =>
    differences.length > 0 && html`<h3>${title}</h3>
      <ul class="effect">
        ${differences.slice(0, MOST_LISTED).map((each) => item(each, lang, key))}
      </ul>
      ${differences.length > MOST_LISTED && html`<p class="hint">${differences.length - MOST_LISTED} more</p>`}`;
  const rest = tried - gained.length - changed.length;
  return html`<section class="notice" aria-labelledby="effect">
    <h2 id="effect" tabindex="-1" autofocus>What it would change</h2>
    <p>
      <strong>Nothing is saved yet.</strong> ${isWarning && 'The chat would answer other questions differently than now.'}
    </p>
    ${list('The questions for which it is', own)} ${list('Others that would be answered', gained)}
    ${list('Others that would be answered differently', changed)}
    <p>${restText(tried, rest)}</p>
  </section>`;
}; // prettier-ignore

const restText = (tried: number, rest: number): string => {
  if (tried === 0) return 'Nothing else was asked of late.';
  if (rest === 0) return 'Nothing else was asked of late but what stands here.';
  const others = rest === tried ? '' : 'other ';
  return rest === 1
    ? `For 1 ${others}question that was asked of late, nothing changes.`
    : `For ${rest} ${others}questions that were asked of late, nothing changes.`;
};

const item = ({ text, before, after }: Difference, lang: string, key: string): Html => {
  const [now, then] = [answeringWords(before, lang), answeringWords(after, lang, key)];
  const isSame = isEqual(before, after);
  return html`<li>
    <p><bdi ${langAttribute(lang)}>${oneLine(text, LONGEST)}</bdi></p>
    <dl>
      <div>
        <dt>${isSame ? 'Now and then' : 'Now'}</dt>
        <dd>${now}</dd>
      </div>
      ${
        !isSame &&
        html`<div>
          <dt>Then</dt>
          <dd>${then}</dd>
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
const answeringWords = (answering: Answering, lang: string, key?: string): Html | string => {
  const names = shownEntries(answering).map(
    (entry, index) =>
      html`${index > 0 && ' · '}<bdi ${langAttribute(lang)}>${oneLine(entry.question, LONGEST)}</bdi
        >${entry.key === key && ' (this entry)'}`,
  );
  switch (answering.kind) {
    case 'sure':
      return html`It answers by ${names}`;
    case 'unsure':
      return html`It asks whether this is meant: ${names}`;
    case 'unknown':
      return 'It does not know';
  }
};
