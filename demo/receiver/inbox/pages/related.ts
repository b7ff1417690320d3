import { html } from 'hono/html';
import { isBlank } from '../../../../src/validation/text.js';
import { replyUrl } from '../format.js';
import { metricLabel, scoreText, valueLabel, widgetLabel } from '../labels.js';
import type { AnswerView, RelatedView } from '../related-view.js';
import { surveyPath } from '../survey-query.js';
import type { Html } from './layout.js';
import { followUpLink } from './follow-up.js';
import { ENGLISH } from '../words/words.js';

/** An answer to a survey, how it stands, and who was asked. */
export const answerPanels = (view: AnswerView, lang: string | undefined): Html => {
  const { answer, others } = view;
  const { survey, metric, comment } = answer;
  return html`${standingNotice(view)}
    <section class="panel" aria-labelledby="text">
      <h2 id="text">${scoreText(ENGLISH, answer) || 'No score'}</h2>
      <p class="hint">
        ${metricLabel(ENGLISH, metric)}, survey <a href="${surveyPath(survey)}"><bdi>${survey}</bdi></a>
      </p>
      ${
        isBlank(comment)
          ? html`<p class="hint">There is no comment.</p>`
          : html`<div class="text" dir="auto" ${lang && html`lang="${lang}"`}>${comment}</div>`
      }
    </section>
    ${invitedPanel(view)}
    ${
      others.length > 0 &&
      html`<section class="panel" aria-labelledby="others">
        <h2 id="others">Other answers of the same person</h2>
        <ul>
          ${others.map(
            (other) =>
              html`<li>
                <a href="/inbox/${other.id}"
                  >${scoreText(ENGLISH, other) || 'No score'} (${other.reference})</a
                >,
                <time datetime="${other.answeredAt}">${ENGLISH.dates.short(other.answeredAt)}</time>
              </li>`,
          )}
        </ul>
      </section>`
    }`;
};

const standingNotice = ({ standing, current, answer }: AnswerView): Html | '' => {
  if (standing === 'replaced' && current)
    return html`<p class="notice">
      This was changed later and is not counted. What counts is
      <a href="/inbox/${current.id}"
        >${scoreText(ENGLISH, current) || 'the later answer'} (${current.reference})</a
      >.
    </p>`;
  if (standing === 'refused')
    return html`<p class="notice">This is not counted. ${ENGLISH.text.labels.verdicts[answer.verdict]}</p>`;
  return '';
};

const invitedPanel = ({ invitation, answer }: AnswerView): Html | '' => {
  if (!invitation) return '';
  const { name, email, reference, erasedAt } = invitation;
  if (erasedAt) return html`<p class="hint">Who was invited has been erased.</p>`;
  const reply = replyUrl({ email }, answer.reference);
  return html`<section class="panel" aria-labelledby="invited">
    <h2 id="invited">Who was invited</h2>
    <dl>
      ${name && definition('Name', name)} ${definition('E-mail', email)}
      ${reference && definition('Reference', reference)}
    </dl>
    ${reply && html`<p class="actions"><a class="button primary" href="${reply}">Write to them</a></p>`}
  </section>`;
};

const definition = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;

/** What a message follows, and what has followed. */
export const relatedPanel = ({ earlier, followUps }: RelatedView): Html | '' => {
  if (!earlier && !followUps.length) return '';
  return html`<section class="panel" aria-labelledby="related">
    <h2 id="related">Belongs together</h2>
    <dl>
      ${
        earlier &&
        html`<div>
          <dt>Follows</dt>
          <dd>
            <a href="/inbox/${earlier.id}">${kindOf(earlier)} ${earlier.reference}</a>
          </dd>
        </div>`
      }
      ${
        followUps.length > 0 &&
        html`<div>
          <dt>Followed by</dt>
          ${followUps.map((followUp) => html`<dd>${followUpLink(ENGLISH, followUp)}</dd>`)}
        </div>`
      }
    </dl>
  </section>`;
};

const kindOf = ({ widget, fields }: NonNullable<RelatedView['earlier']>): string => {
  const { topic } = fields;
  return typeof topic === 'string' && !isBlank(topic)
    ? valueLabel(ENGLISH, topic)
    : widgetLabel(ENGLISH, widget);
};
