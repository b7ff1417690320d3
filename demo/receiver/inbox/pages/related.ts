import { html } from 'hono/html';
import { isBlank } from '../../../../src/validation/text.js';
import { replyUrl } from '../format.js';
import { metricLabel, scoreText, valueLabel, widgetLabel } from '../labels.js';
import type { StoredAnswer } from '../../store/surveys.js';
import type { AnswerView, RelatedView } from '../related-view.js';
import { surveyPath } from '../survey-query.js';
import type { Html } from './layout.js';
import { followUpLink } from './follow-up.js';
import type { InboxWords } from '../words/words.js';

/** An answer to a survey, how it stands, and who was asked. */
export const answerPanels = (words: InboxWords, view: AnswerView, lang: string | undefined): Html => {
  const { message: text } = words.text;
  const { answer, others } = view;
  const { survey, metric, comment } = answer;
  return html`${standingNotice(words, view)}
    <section class="panel" aria-labelledby="text">
      <h2 id="text">${scoreOf(words, answer)}</h2>
      <p class="hint">${surveyOf(words, { metric, survey })}</p>
      ${
        isBlank(comment)
          ? html`<p class="hint">${text.noComment}</p>`
          : html`<div class="text" dir="auto" ${lang && html`lang="${lang}"`}>${comment}</div>`
      }
    </section>
    ${invitedPanel(words, view, lang)}
    ${
      others.length > 0 &&
      html`<section class="panel" aria-labelledby="others">
        <h2 id="others">${text.otherAnswers}</h2>
        <ul>
          ${others.map(
            (other) =>
              html`<li>
                <a href="/inbox/${other.id}">${scoreOf(words, other)} (${other.reference})</a>,
                <time datetime="${other.answeredAt}">${words.dates.short(other.answeredAt)}</time>
              </li>`,
          )}
        </ul>
      </section>`
    }`;
};

/** What was asked, and the survey that asked it. */
export const surveyOf = (
  words: InboxWords,
  { metric, survey }: { readonly metric: string; readonly survey: string },
): Html =>
  words.html(words.text.message.surveyOf, {
    metric: metricLabel(words, metric),
    survey: html`<a href="${surveyPath(survey)}"><bdi>${survey}</bdi></a>`,
  });

/** A score in words, or that there is none. */
export const scoreOf = (words: InboxWords, answer: StoredAnswer): string =>
  scoreText(words, answer) || words.text.labels.noScore;

const standingNotice = (words: InboxWords, { standing, current, answer }: AnswerView): Html | '' => {
  const { message: text } = words.text;
  if (standing === 'replaced' && current)
    return html`<p class="notice">
      ${words.html(text.replaced, {
        answer: html`<a href="/inbox/${current.id}"
          >${scoreText(words, current) || text.laterAnswer} (${current.reference})</a
        >`,
      })}
    </p>`;
  if (standing === 'refused')
    return html`<p class="notice">${text.notCounted} ${words.text.labels.verdicts[answer.verdict]}</p>`;
  return '';
};

const invitedPanel = (
  { text: { message: text, labels } }: InboxWords,
  { invitation, answer }: AnswerView,
  locale: string | undefined,
): Html | '' => {
  if (!invitation) return '';
  const { name, email, reference, erasedAt } = invitation;
  if (erasedAt) return html`<p class="hint">${text.invitedErased}</p>`;
  const reply = replyUrl({ email, ...(locale && { locale }) }, answer.reference);
  return html`<section class="panel" aria-labelledby="invited">
    <h2 id="invited">${text.invited}</h2>
    <dl>
      ${name && definition(labels.fields.name, name)} ${definition(labels.fields.email, email)}
      ${reference && definition(text.reference, reference)}
    </dl>
    ${reply && html`<p class="actions"><a class="button primary" href="${reply}">${text.writeToThem}</a></p>`}
  </section>`;
};

const definition = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;

/** What a message follows, and what has followed. */
export const relatedPanel = (words: InboxWords, { earlier, followUps }: RelatedView): Html | '' => {
  if (!earlier && !followUps.length) return '';
  const { message: text } = words.text;
  return html`<section class="panel" aria-labelledby="related">
    <h2 id="related">${text.related}</h2>
    <dl>
      ${
        earlier &&
        html`<div>
          <dt>${text.follows}</dt>
          <dd>
            <a href="/inbox/${earlier.id}">${kindOf(words, earlier)} ${earlier.reference}</a>
          </dd>
        </div>`
      }
      ${
        followUps.length > 0 &&
        html`<div>
          <dt>${text.followedBy}</dt>
          ${followUps.map((followUp) => html`<dd>${followUpLink(words, followUp)}</dd>`)}
        </div>`
      }
    </dl>
  </section>`;
};

const kindOf = (words: InboxWords, { widget, fields }: NonNullable<RelatedView['earlier']>): string => {
  const { topic } = fields;
  return typeof topic === 'string' && !isBlank(topic) ? valueLabel(words, topic) : widgetLabel(words, widget);
};
