import { html } from 'hono/html';
import {
  INVITATION_STATUSES,
  type Invitation,
  type InvitationCounts,
  type InvitationStatus,
  type InviteOutcome,
} from '../../store/surveys.js';
import type { Invitee, InvitationList } from '../../surveys/invitation-list.js';
import type { Session } from '../sessions.js';
import { surveyPath } from '../survey-query.js';
import { LANGUAGES, listProblemText } from '../survey-words.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';
import { surveyFrame } from './survey-frame.js';
import type { InboxWords } from '../words/words.js';

export interface InvitationsOptions extends Frame {
  readonly survey: string;
  /** What keeps invitations from being sent, in words; absent where nothing does. */
  readonly obstacle: string | undefined;
  readonly numbers: InvitationCounts;
  readonly status: InvitationStatus | undefined;
  readonly invitations: readonly Invitation[];
  readonly page: number;
  readonly hasMore: boolean;
  /** What became of a list that was just sent. */
  readonly invited?: number | undefined;
}

export const invitationsPage = (options: InvitationsOptions): Html => {
  const {
    survey,
    obstacle,
    numbers,
    status,
    invitations,
    page: number,
    hasMore,
    invited,
    ...frame
  } = options;
  const { words, session } = frame;
  const { invitations: text } = words.text.surveys;
  const pageUrl = (page: number) => invitationsUrl(survey, status, page);
  return surveyFrame(
    frame,
    survey,
    'invitations',
    html`${invited !== undefined && html`<p class="notice" role="status">${invitedText(words, invited)}</p>`}
      ${obstacle ? html`<p class="notice">${obstacle}</p>` : listForm(words, survey, session)}
      <h2 id="sent">${text.sent}</h2>
      <ul class="statuses" role="list">
        <li><a href="${invitationsUrl(survey)}" ${!status && html`aria-current="true"`}>${text.all}</a></li>
        ${INVITATION_STATUSES.filter((one) => numbers.byStatus[one] > 0 || one === status).map(
          (one) =>
            html`<li>
              <a href="${invitationsUrl(survey, one)}" ${status === one && html`aria-current="true"`}
                >${words.fill(words.text.frame.withCount, { list: text.statuses[one], count: words.number(numbers.byStatus[one]) })}</a
              >
            </li>`,
        )}
      </ul>
      ${numbers.byStatus.failed > 0 && againForm(words, survey, session)}
      ${invitations.length ? table(words, invitations, session, survey) : html`<p class="empty">${text.nobody}</p>`}
      ${
        (number > 1 || hasMore) &&
        html`<nav class="pages" aria-label="${words.text.frame.pages}">
          ${number > 1 && html`<a href="${pageUrl(number - 1)}">${words.text.frame.previousPage}</a>`}
          ${hasMore && html`<a href="${pageUrl(number + 1)}">${words.text.frame.nextPage}</a>`}
        </nav>`
      }`,
  );
};

/** After days without a mail server it may be hundreds of them. Those that bounced are sent again one by one. */
const againForm = (words: InboxWords, survey: string, session: Session): Html => {
  const { actionFor, statuses } = words.text.surveys.invitations;
  return html`<form class="actions" method="post" action="${surveyPath(survey, '/invitations/again')}">
    ${csrfField(session)}
    <button>${words.fill(actionFor, { action: words.text.outgoing.retryAll, who: statuses.failed })}</button>
  </form>`;
};

const invitedText = (words: InboxWords, invited: number): string => {
  const { invitations: text } = words.text.surveys;
  return invited ? words.plural(text.invited, invited) : text.nobodyInvited;
};

const invitationsUrl = (survey: string, status?: InvitationStatus, page = 1): string => {
  const parameters = new URLSearchParams({ ...(status && { status }), ...(page > 1 && { page: `${page}` }) });
  return surveyPath(survey, `/invitations${parameters.size ? `?${parameters.toString()}` : ''}`);
};

const listForm = (words: InboxWords, survey: string, session: Session): Html => {
  const { invitations: text } = words.text.surveys;
  return html`<form
    class="panel stack"
    method="post"
    enctype="multipart/form-data"
    action="${surveyPath(survey, '/invitations/preview')}"
    aria-labelledby="invite"
  >
    <h2 id="invite">${text.form}</h2>
    ${csrfField(session)}
    <div class="field">
      <label for="file">${text.file}</label>
      <input id="file" name="file" type="file" accept=".csv,text/csv,text/plain" aria-describedby="columns" />
    </div>
    <div class="field">
      <label for="list">${text.paste}</label>
      <textarea
        id="list"
        name="list"
        rows="6"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="columns"
      ></textarea>
    </div>
    <p class="hint" id="columns">
      ${words.fill(text.columnsText, { ...text.columns, languages: LANGUAGES })}
    </p>
    <p class="actions"><button class="primary">${text.check}</button></p>
  </form>`;
};

const table = (
  words: InboxWords,
  invitations: readonly Invitation[],
  session: Session,
  survey: string,
): Html => {
  const { invitations: text } = words.text.surveys;
  return html`<table role="table" class="plain">
    <caption class="visually-hidden">
      ${text.caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[text.who, text.reference, text.status, text.when, text.action].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${invitations.map((invitation) => row(words, invitation, session, survey))}
    </tbody>
  </table>`;
};

const row = (words: InboxWords, invitation: Invitation, session: Session, survey: string): Html => {
  const { invitations: text } = words.text.surveys;
  const { id, name, email, reference, status, problem, dueAt, erasedAt } = invitation;
  const what = action(status);
  const who = name || email;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <bdi>${who || text.erased}</bdi>${name && html`<span class="hint"><bdi>${email}</bdi></span>`}
    </th>
    <td role="cell">${label(text.reference)} <bdi>${reference || '–'}</bdi></td>
    <td role="cell">
      ${label(text.status)} <span class="standing">${text.statuses[status]}</span>
      ${problem && /^(?:bounced|failed|queued)$/.test(status) && html`<span class="hint text" dir="auto" lang="en">${problem}</span>`}
    </td>
    <td role="cell">${label(text.when)} <time datetime="${dueAt}">${words.dates.short(dueAt)}</time></td>
    <td role="cell">
      ${
        !erasedAt &&
        what &&
        html`<form method="post" action="${surveyPath(survey, `/invitations/${id}`)}">
          ${csrfField(session)}
          <button
            name="action"
            value="${what === 'sendAgain' ? 'again' : what}"
            aria-label="${words.fill(text.actionFor, { action: text[what], who })}"
          >
            ${text[what]}
          </button>
        </form>`
      }
      ${
        !erasedAt &&
        html`<form method="post" action="/inbox/suppressions/erase">
          ${csrfField(session)}
          <input type="hidden" name="address" value="${email}" />
          <button aria-label="${words.fill(text.actionFor, { action: text.erase, who })}">
            ${text.eraseButton}
          </button>
        </form>`
      }
    </td>
  </tr>`;
};

const action = (status: InvitationStatus): 'sendAgain' | 'revoke' | '' => {
  if (status === 'bounced' || status === 'failed') return 'sendAgain';
  return status === 'queued' || status === 'sent' || status === 'answered' ? 'revoke' : '';
};

const label = (text: string): Html => html`<span class="cell-label" aria-hidden="true">${text}</span>`;

export interface PreviewOptions extends Frame {
  readonly survey: string;
  /** As it was given. */
  readonly text: string;
  readonly list: InvitationList;
  /** Of each invitee. */
  readonly outcomes: readonly InviteOutcome[];
}

/** How many rows are shown; the numbers are of all. */
const SHOWN = 500;

export const previewPage = ({ survey, text: given, list, outcomes, ...frame }: PreviewOptions): Html => {
  const { words } = frame;
  const { invitations: text } = words.text.surveys;
  const { invitees, problems } = list;
  const ready = outcomes.filter((outcome) => outcome === 'invited').length;
  return surveyFrame(
    frame,
    survey,
    'invitations',
    html`<h2>${text.check}</h2>
      ${
        problems.length > 0 &&
        html`<section class="notice" aria-labelledby="problems">
          <h3 id="problems">${words.plural(text.wrongLines, problems.length)}</h3>
          <ul>
            ${problems
              .slice(0, SHOWN)
              .map(
                ({ line, problem }) =>
                  html`<li>
                    ${words.fill(text.wrongLine, { line, problem: listProblemText(words, problem) })}
                  </li>`,
              )}
          </ul>
        </section>`
      }
      ${
        ready > 0
          ? html`<form class="panel" method="post" action="${surveyPath(survey, '/invitations')}">
              ${csrfField(frame.session)}
              <input type="hidden" name="list" value="${given}" />
              <p class="actions">
                <button class="primary">${words.plural(text.invite, ready)}</button>
                <a href="${surveyPath(survey, '/invitations')}">${text.backInviteNobody}</a>
              </p>
            </form>`
          : html`<p class="notice">
              ${text.nobodyToInvite} <a href="${surveyPath(survey, '/invitations')}">${text.back}</a>
            </p>`
      }
      ${invitees.length > 0 && previewTable(words, invitees, outcomes)}`,
    problems.length > 0,
  );
};

const previewTable = (
  words: InboxWords,
  invitees: readonly (Invitee & { readonly line: number })[],
  outcomes: readonly InviteOutcome[],
): Html => {
  const { invitations: text } = words.text.surveys;
  return html`<table role="table" class="plain">
      <caption class="visually-hidden">
        ${text.previewCaption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${[text.line, text.who, text.language, text.reference, text.whatHappens].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${invitees.slice(0, SHOWN).map(
          ({ line, email, name, locale, reference }, index) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${label(text.line)} ${line}</th>
              <td role="cell">
                <bdi>${name || email}</bdi>${name && html`<span class="hint"><bdi>${email}</bdi></span>`}
              </td>
              <td role="cell">
                ${label(text.language)}
                ${locale ? html`<span class="whole">${words.language(locale)}</span>` : '–'}
              </td>
              <td role="cell">${label(text.reference)} <bdi>${reference || '–'}</bdi></td>
              <td role="cell">${outcomeText(words, outcomes[index]!)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${invitees.length > SHOWN && html`<p class="hint">${words.plural(text.more, invitees.length - SHOWN)}</p>`}`;
};

const outcomeText = (words: InboxWords, outcome: InviteOutcome): Html | string => {
  const { willBeInvited, notInvited, reasons } = words.text.surveys.invitations;
  return outcome === 'invited' ? willBeInvited : html`<strong>${notInvited}</strong> ${reasons[outcome]}`;
};
