import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../controllers/submission-controller.js';
import type { Words } from './words.js';

/** A way to reach the owner without this form. */
export interface Contact {
  readonly href: string;
  readonly text: string;
}

export interface OutcomeActions {
  /** Copies a text and says so. */
  readonly copy: (text: string) => void;
  /** The visitor's own text, where it could not be copied: shown selected, to be copied by hand. */
  readonly uncopied: string | undefined;
}

export interface FailureView extends OutcomeActions {
  readonly failure: Failure;
  /** Seconds until a new try makes sense. */
  readonly wait: number;
  /** Whether a second try might arrive twice. */
  readonly mayDouble: boolean;
  readonly ownText: string;
  readonly contacts: readonly Contact[];
  readonly headingLevel: number;
  readonly words: Words;
  readonly retry: () => void;
}

const REASONS = {
  'offline': 'offlineText',
  'network': 'networkText',
  'timeout': 'unconfirmedText',
  'busy': 'busyText',
  // Its title says all.
  'refused': undefined,
  'unreadable': 'unconfirmedText',
  'blocked': 'blockedText',
  'too-large': 'tooLargeText',
  'aborted': 'networkText',
} as const;

/**
 * The truth about a try that failed: what is known, that the text is still there, and every way on.
 * "Not sent" only where that is certain; else "not confirmed", or that this try was refused, whatever became of others.
 * The button that takes the focus says it to those who listen.
 */
export const failureTemplate = (view: FailureView): TemplateResult => {
  const { failure, wait, words } = view;
  const certain = failure.arrived === 'no';
  // No endpoint was asked: it is known to take none.
  const noFiles = failure.reason === 'too-large' && failure.status === undefined;
  const known = noFiles ? 'filesRefused' : REASONS[failure.reason];
  const isRefused = failure.reason === 'refused';
  const reason = certain || isRefused || failure.reason === 'busy' ? known : 'unconfirmedText';
  return html`<div class="failure stack" part="failure">
    <div id="failed" class="stack">
      <p class="subheading" role="heading" aria-level=${view.headingLevel}>
        ${words.text(certain ? 'notSentTitle' : isRefused ? 'refusedTitle' : 'unconfirmedTitle')}
      </p>
      ${reason && html`<p>${words.text(reason)}</p>`}
      <p>${words.text('textKept')}</p>
      ${view.mayDouble ? html`<p>${words.text('mayDouble')}</p>` : nothing}
    </div>
    ${wait ? html`<p>${waitText(words, wait)}</p>` : nothing}
    <div class="actions">
      <button type="button" class="primary" id="retry" part="retry-button" aria-disabled=${wait > 0} aria-describedby="failed"
        @click=${view.retry}>${words.text('tryAgain')}</button>
      <button type="button" @click=${() => view.copy(view.ownText)}>${words.text('copyMessage')}</button>
    </div>
    ${uncopiedTemplate(view.uncopied, words)} ${contactsTemplate(view.contacts, words)}
  </div>`;
}; // prettier-ignore

/** How long a new try has to wait. It counts down; as a part of what describes the button, it would be read out each second. */
export const waitText = (words: Words, seconds: number): string =>
  seconds < 90 ? words.plural('waitSeconds', seconds) : words.plural('waitMinutes', Math.ceil(seconds / 60));

export interface EndView extends OutcomeActions {
  /** Whether it has arrived: an owner's own thanks may say so, and would be untrue of what is only saved. */
  readonly sent: boolean;
  readonly title: string;
  /** Paragraphs beneath the title. */
  readonly texts: readonly string[];
  /** Heading over {@link texts}. */
  readonly textsTitle?: string;
  readonly reference: string;
  readonly ownText: string;
  readonly another: string;
  /** What the visitor can take along. */
  readonly keepsake: TemplateResult | typeof nothing;
  /** Other ways to reach the owner, where it isn't sent yet. */
  readonly contacts: readonly Contact[];
  readonly headingLevel: number;
  readonly words: Words;
  readonly restart: () => void;
  /** Takes back what is saved and not sent. */
  readonly forget?: (() => void) | undefined;
}

/** The end of a submission: its heading takes focus, the reference number can be kept. */
export const endTemplate = (view: EndView): TemplateResult => {
  const { words } = view;
  return html`<div class="stack" part="end">
    <p class="heading" id="end" role="heading" aria-level=${view.headingLevel} tabindex="-1">${view.title}</p>
    ${view.sent ? html`<slot name="thanks"></slot>` : nothing}
    <p>
      ${words.text('reference')}:<br />
      <bdi class="reference" part="reference" dir="ltr">${view.reference}</bdi>
    </p>
    ${view.textsTitle && view.texts[0] ? html`<p class="subheading" role="heading" aria-level=${Math.min(6, view.headingLevel + 1)}>${view.textsTitle}</p>` : nothing}
    ${view.texts.map((text) => html`<p>${text}</p>`)} ${view.keepsake}
    <div class="actions">
      <button type="button" @click=${() => view.copy(view.reference)}>${words.text('copyReference')}</button>
      <button type="button" @click=${() => view.copy(view.ownText)}>${words.text('copyMessage')}</button>
      ${view.forget ? html`<button type="button" part="delete-button" @click=${view.forget}>${words.text('deleteSaved')}</button>` : nothing}
      <button type="button" class="link" @click=${view.restart}>${view.another}</button>
    </div>
    ${uncopiedTemplate(view.uncopied, words)} ${contactsTemplate(view.contacts, words)}
  </div>`;
};

export const uncopiedTemplate = (uncopied: string | undefined, words: Words) =>
  uncopied === undefined
    ? nothing
    : html`<label for="uncopied">${words.text('copyFailed')}</label>
        <textarea class="control" id="uncopied" readonly dir="auto" .value=${uncopied}></textarea>`;

export const contactsTemplate = (contacts: readonly Contact[], words: Words) =>
  contacts.length
    ? html`<p>${words.text('otherWays')}:</p>
        <p class="contacts" part="contacts">
          ${contacts.map(({ href, text }) => html`<a href=${href}><bdi>${text}</bdi></a>`)}
        </p>`
    : nothing;
