import { html } from 'hono/html';
import type { StoredSubmission } from '../../store/store.js';
import type { StoredAnswer } from '../../store/surveys.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { scoreOf, surveyOf } from './related.js';

interface ErasureOptions extends Frame {
  readonly submission: StoredSubmission;
}

/** Says what will be gone and what stays, before anything is. */
export const eraseMessagePage = ({
  submission,
  now,
  ...rest
}: ErasureOptions & { readonly now: Date }): Html => {
  const { id, reference, widget, files, appointment } = submission;
  const { words } = rest;
  const { erasure: text } = words.text;
  const heading = words.fill(text.title, { reference });
  const isToCome = appointment?.holds.some(({ end }) => Date.parse(end) > now.getTime());
  return page({
    title: heading,
    frame: rest,
    content: html`<p><a href="/inbox/${id}">${text.back}</a></p>
      <h1>${heading}</h1>
      <ul>
        <li>${text.gone}</li>
        ${files.length > 0 && html`<li>${words.plural(text.files, files.length)}</li>`}
        <li>${text.copies}</li>
        ${widget === 'survey' && html`<li>${text.survey}</li>`}
        ${widget === 'callback' && html`<li>${text.callback}</li>`}
        ${isToCome && html`<li><strong>${text.toCome}</strong> ${text.toComeText}</li>`}
        <li>${text.stays}</li>
      </ul>
      <form method="post" action="/inbox/${id}/erase">
        ${csrfField(rest.session)}
        <p class="actions"><button class="primary">${text.eraseForGood}</button></p>
      </form>`,
  });
};

/** What is left. */
export const erasedPage = ({
  submission: { reference, receivedAt },
  erasedAt,
  answer,
  list,
  ...rest
}: ErasureOptions & {
  readonly erasedAt: string;
  /** Of an answer to a survey. */
  readonly answer: StoredAnswer | undefined;
  /** The address of the list to go back to. */
  readonly list: string;
}): Html => {
  const { words } = rest;
  const { erasure: text, message, frame } = words.text;
  const heading = words.fill(message.title, { reference });
  const time = (at: string) => html`<time datetime="${at}">${words.dates.long(at)}</time>`;
  return page({
    title: heading,
    frame: rest,
    content: html`<p><a href="${list}">${frame.backToMessages}</a></p>
      <h1>${heading}</h1>
      <p class="notice">${words.html(text.erased, { erased: time(erasedAt), received: time(receivedAt) })}</p>
      ${
        answer &&
        html`<section class="panel" aria-labelledby="text">
          <h2 id="text">${scoreOf(words, answer)}</h2>
          <p class="hint">${surveyOf(words, answer)}. ${text.scoreStays}</p>
        </section>`
      }`,
  });
};
