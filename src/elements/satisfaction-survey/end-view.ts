import { html, nothing, type TemplateResult } from 'lit';
import { complain } from '../../controllers/complain.js';
import type { Localization } from '../../localization/localization.js';
import type { SurveyScale } from '../../submission/survey-scales.js';
import { parseUrl } from '../../submission/url.js';
import { uncopiedTemplate, type Contact } from '../../ui/outcome.js';
import type { Words } from '../../ui/words.js';
import { slottedIn } from './follow-up.js';

/** What comes after an answer, as the owner says it. */
export interface EndHost extends HTMLElement {
  readonly lowScore: string | undefined;
  readonly highScore: string | undefined;
  readonly reviewUrl: string | undefined;
  readonly shareUrl: string | undefined;
}

export interface EndView {
  readonly words: Localization<'satisfaction-survey'>;
  readonly level: number;
  readonly mood: Mood;
  /** It could not be sent yet. */
  readonly saved: boolean;
  readonly contacts: readonly Contact[];
  readonly uncopied: string | undefined;
  readonly change: () => void;
  readonly copy: (text: string) => void;
  readonly forget: (() => void) | undefined;
}

export type Mood = 'low' | 'middle' | 'high';

const THANKS = { low: 'thanksLow', middle: 'thanksMiddle', high: 'thanksHigh' } as const;

/**
 * The highest score that is a bad one and the lowest that is a good one: of NPS those of detractors and promoters (Reichheld
 * 2003), of the others whatever is on either side of the middle.
 */
const boundsOf = ({ metric, min, max }: SurveyScale): readonly [low: number, high: number] => {
  const middle = (min + max) / 2;
  return metric === 'nps' ? [6, 9] : [Math.ceil(middle) - 1, Math.floor(middle) + 1];
};

/** What a score says, by the owner's bounds. */
export const moodOf = (host: EndHost, scale: SurveyScale | undefined, score: number | undefined): Mood => {
  if (!scale || score === undefined) return 'middle';
  const bound = (name: 'low-score' | 'high-score', value: string | undefined, otherwise: number): number => {
    if (typeof value !== 'string') return otherwise;
    const number = Number(value);
    if (value.trim() && Number.isInteger(number) && number >= scale.min && number <= scale.max) return number;
    complain(host, name, value, `not a score from ${scale.min} to ${scale.max}; ${otherwise} is used`);
    return otherwise;
  };
  const [low, high] = boundsOf(scale);
  if (score <= bound('low-score', host.lowScore, low)) return 'low';
  return score >= bound('high-score', host.highScore, high) ? 'high' : 'middle';
};

/** Thanks that fit the score, and what comes next: the owner's own widgets, else plain links. */
export const endTemplate = (host: EndHost, view: EndView): TemplateResult => {
  const { words, mood, saved } = view;
  return html`<div class="stack" part="end">
    <p class="heading" id="end" role="heading" aria-level=${view.level} tabindex="-1">${words.text(saved ? 'savedTitle' : THANKS[mood])}</p>
    ${saved ? html`<p>${words.text('savedText')}</p><p>${words.text(THANKS[mood])}</p>` : nothing}
    ${saved ? nothing : html`<slot name="thanks"></slot>`}
    ${mood === 'low' ? afterLow(host, view) : mood === 'high' ? afterHigh(host, view) : nothing}
    <slot name="follow-up"></slot>
    <div class="actions">
      <button type="button" part="change-button" @click=${view.change}>${words.text('changeAnswer')}</button>
      ${view.forget ? html`<button type="button" part="delete-button" @click=${view.forget}>${words.text('deleteSaved')}</button>` : nothing}
    </div>
    ${uncopiedTemplate(view.uncopied, words as unknown as Words)}
  </div>`;
}; // prettier-ignore

const afterLow = (host: EndHost, { words, contacts }: EndView): TemplateResult => html`<p>${words.text('putRight')}</p>
  <slot name="low-score"></slot>
  ${contacts.length && !slottedIn(host, 'low-score').length
    ? html`<div><p>${words.text('reachUs')}:</p>
        <p class="contacts" part="contacts">${contacts.map(({ href, text }) => html`<a href=${href}><bdi>${text}</bdi></a>`)}</p></div>`
    : nothing}`; // prettier-ignore

const afterHigh = (host: EndHost, view: EndView): TemplateResult => {
  const { words } = view;
  if (slottedIn(host, 'high-score').length) return html`<slot name="high-score"></slot>`;
  const review = addressOf(host, 'review-url', host.reviewUrl || undefined);
  const share = typeof host.shareUrl === 'string' ? addressOf(host, 'share-url', host.shareUrl || location.origin + location.pathname) : undefined;
  if (!review && !share) return html`<slot name="high-score"></slot>`;
  const canShare = typeof navigator.share === 'function';
  const onShare = (): void => {
    // A visitor who closes the system's own window rejects it.
    if (canShare) navigator.share({ url: share!, title: document.title }).catch(() => undefined);
    else view.copy(share!);
  };
  return html`<slot name="high-score"></slot>
    <p>${words.text('tellOthers')}</p>
    <p class="actions">
      ${review ? html`<a class="button" part="review-link" href=${review} target="_blank" rel="noopener">${words.text('review')} <span class="visually-hidden">${words.text('newTab')}</span></a>` : nothing}
      ${share ? html`<button type="button" part="share-button" @click=${onShare}>${words.text(canShare ? 'share' : 'copyLink')}</button>` : nothing}
    </p>`;
}; // prettier-ignore

const addressOf = (host: EndHost, name: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const url = parseUrl(value, location.href);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  complain(host, name, value, 'not an http(s) address; it is not shown');
  return undefined;
};
