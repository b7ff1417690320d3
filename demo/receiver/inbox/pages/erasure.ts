import { html } from 'hono/html';
import type { StoredSubmission } from '../../store/store.js';
import type { StoredAnswer } from '../../store/surveys.js';
import { surveyPath } from '../survey-query.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { metricLabel, scoreText } from '../labels.js';
import { ENGLISH } from '../words/words.js';

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
  const isToCome = appointment?.holds.some(({ end }) => Date.parse(end) > now.getTime());
  return page({
    title: `Erase message ${reference}`,
    frame: rest,
    content: html`<p><a href="/inbox/${id}">Back, erase nothing</a></p>
      <h1>Erase message ${reference}</h1>
      <ul>
        <li>
          What was written in it, who it is
          from${files.length > 0 && `, ${files.length === 1 ? 'its file' : `its ${files.length} files`}`} and
          what you answered here are gone for good. What is still to leave by mail and web-hook does not.
        </li>
        <li>Copies that left before are not reached: mails, web-hooks, exports, backups.</li>
        ${widget === 'survey' && html`<li>Its score stays, and counts. Its comment is gone.</li>`}
        ${widget === 'callback' && html`<li>The number goes off the list of calls, unless another message asks for it.</li>`}
        ${
          isToCome &&
          html`<li>
            <strong>Its appointment is still to come.</strong> The time stays taken; who comes will not be
            known any more.
          </li>`
        }
        <li>
          Its reference, when it came, and the record of what was consented to stay. Who sends the same once
          more is told the same as before; it does not come back.
        </li>
      </ul>
      <form method="post" action="/inbox/${id}/erase">
        ${csrfField(rest.session)}
        <p class="actions"><button class="primary">Erase for good</button></p>
      </form>`,
  });
};

/** What is left. */
export const erasedPage = ({
  submission: { reference, receivedAt },
  erasedAt,
  answer,
  ...rest
}: ErasureOptions & {
  readonly erasedAt: string;
  /** Of an answer to a survey. */
  readonly answer: StoredAnswer | undefined;
}): Html =>
  page({
    title: `Message ${reference}`,
    frame: rest,
    content: html`<p><a href="/inbox">Back to the messages</a></p>
      <h1>Message ${reference}</h1>
      <p class="notice">
        Erased on <time datetime="${erasedAt}">${ENGLISH.dates.long(erasedAt)}</time>. It had come on
        <time datetime="${receivedAt}">${ENGLISH.dates.long(receivedAt)}</time>.
      </p>
      ${
        answer &&
        html`<section class="panel" aria-labelledby="text">
          <h2 id="text">${scoreText(ENGLISH, answer) || 'No score'}</h2>
          <p class="hint">
            ${metricLabel(ENGLISH, answer.metric)}, survey
            <a href="${surveyPath(answer.survey)}"><bdi>${answer.survey}</bdi></a
            >. The score stays, and counts.
          </p>
        </section>`
      }`,
  });
