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
import { OUTCOME_TEXTS, STATUS_LABELS } from '../survey-words.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';
import { surveyFrame } from './survey-frame.js';
import { ENGLISH } from '../words/words.js';

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
  const pageUrl = (page: number) => invitationsUrl(survey, status, page);
  return surveyFrame(
    frame,
    survey,
    'invitations',
    html`${invited !== undefined && html`<p class="notice" role="status">${invitedText(invited)}</p>`}
      ${obstacle ? html`<p class="notice">${obstacle}</p>` : listForm(survey, frame.session)}
      <h2 id="sent">Who was invited</h2>
      <ul class="statuses" role="list">
        <li><a href="${invitationsUrl(survey)}" ${!status && html`aria-current="true"`}>All</a></li>
        ${INVITATION_STATUSES.filter((one) => numbers.byStatus[one] > 0 || one === status).map(
          (one) =>
            html`<li>
              <a href="${invitationsUrl(survey, one)}" ${status === one && html`aria-current="true"`}
                >${STATUS_LABELS[one]} (${numbers.byStatus[one]})</a
              >
            </li>`,
        )}
      </ul>
      ${invitations.length ? table(invitations, frame.session, survey) : html`<p class="empty">Nobody.</p>`}
      ${
        (number > 1 || hasMore) &&
        html`<nav class="pages" aria-label="Pages">
          ${number > 1 && html`<a href="${pageUrl(number - 1)}">Previous page</a>`}
          ${hasMore && html`<a href="${pageUrl(number + 1)}">Next page</a>`}
        </nav>`
      }`,
  );
};

const invitedText = (invited: number): string => {
  if (!invited) return 'Nobody was invited.';
  return invited === 1
    ? '1 person is invited.'
    : `${invited} people are invited. The mails leave one after the other.`;
};

const invitationsUrl = (survey: string, status?: InvitationStatus, page = 1): string => {
  const parameters = new URLSearchParams({ ...(status && { status }), ...(page > 1 && { page: `${page}` }) });
  return surveyPath(survey, `/invitations${parameters.size ? `?${parameters.toString()}` : ''}`);
};

const listForm = (survey: string, session: Session): Html =>
  html`<form
    class="panel stack"
    method="post"
    enctype="multipart/form-data"
    action="${surveyPath(survey, '/invitations/preview')}"
    aria-labelledby="invite"
  >
    <h2 id="invite">Invite people</h2>
    ${csrfField(session)}
    <div class="field">
      <label for="file">List as a file (CSV)</label>
      <input id="file" name="file" type="file" accept=".csv,text/csv,text/plain" aria-describedby="columns" />
    </div>
    <div class="field">
      <label for="list">Or paste it</label>
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
      The first line names the columns: email, and if you like name, lang (eu, ka, lv, en, es, fr, de) and
      reference (an order, a visit). Nobody is invited twice for the same reference.
    </p>
    <p class="actions"><button class="primary">Check the list</button></p>
  </form>`;

const table = (invitations: readonly Invitation[], session: Session, survey: string): Html =>
  html`<table role="table" class="plain">
    <caption class="visually-hidden">
      Invitations, the latest first
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${['Who', 'Reference', 'Status', 'When', 'Action'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${invitations.map((invitation) => row(invitation, session, survey))}
    </tbody>
  </table>`;

const row = (invitation: Invitation, session: Session, survey: string): Html => {
  const { id, name, email, reference, status, problem, dueAt, erasedAt } = invitation;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <bdi>${name || email || 'Erased'}</bdi>${name && html`<span class="hint"><bdi>${email}</bdi></span>`}
    </th>
    <td role="cell">${label('Reference')} <bdi>${reference || '–'}</bdi></td>
    <td role="cell">
      ${label('Status')} <span class="standing">${STATUS_LABELS[status]}</span>
      ${problem && (status === 'bounced' || status === 'queued') && html`<span class="hint text" dir="auto">${problem}</span>`}
    </td>
    <td role="cell">${label('When')} <time datetime="${dueAt}">${ENGLISH.dates.short(dueAt)}</time></td>
    <td role="cell">
      ${
        !erasedAt &&
        action(status) &&
        html`<form method="post" action="${surveyPath(survey, `/invitations/${id}`)}">
          ${csrfField(session)}
          <button
            name="action"
            value="${action(status)}"
            aria-label="${action(status) === 'again' ? 'Send again' : 'Revoke'}: ${name || email}"
          >
            ${action(status) === 'again' ? 'Send again' : 'Revoke'}
          </button>
        </form>`
      }
      ${
        !erasedAt &&
        html`<form method="post" action="/inbox/suppressions/erase">
          ${csrfField(session)}
          <input type="hidden" name="address" value="${email}" />
          <button aria-label="Erase: ${name || email}">Erase …</button>
        </form>`
      }
    </td>
  </tr>`;
};

const action = (status: InvitationStatus): 'again' | 'revoke' | '' => {
  if (status === 'bounced') return 'again';
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

export const previewPage = ({ survey, text, list, outcomes, ...frame }: PreviewOptions): Html => {
  const { invitees, problems } = list;
  const ready = outcomes.filter((outcome) => outcome === 'invited').length;
  return surveyFrame(
    frame,
    survey,
    'invitations',
    html`<h2>Check the list</h2>
      ${
        problems.length > 0 &&
        html`<section class="notice" aria-labelledby="problems">
          <h3 id="problems">
            ${problems.length === 1 ? '1 line is not right' : `${problems.length} lines are not right`}
          </h3>
          <ul>
            ${problems.slice(0, SHOWN).map(({ line, problem }) => html`<li>Line ${line}: ${problem}</li>`)}
          </ul>
        </section>`
      }
      ${
        ready > 0
          ? html`<form class="panel" method="post" action="${surveyPath(survey, '/invitations')}">
              ${csrfField(frame.session)}
              <input type="hidden" name="list" value="${text}" />
              <p class="actions">
                <button class="primary">${ready === 1 ? 'Invite 1 person' : `Invite ${ready} people`}</button>
                <a href="${surveyPath(survey, '/invitations')}">Back, invite nobody</a>
              </p>
            </form>`
          : html`<p class="notice">
              There is nobody to invite. <a href="${surveyPath(survey, '/invitations')}">Back</a>
            </p>`
      }
      ${invitees.length > 0 && previewTable(invitees, outcomes)}`,
    problems.length > 0,
  );
};

const previewTable = (
  invitees: readonly (Invitee & { readonly line: number })[],
  outcomes: readonly InviteOutcome[],
): Html =>
  html`<table role="table" class="plain">
      <caption class="visually-hidden">
        The list, line by line
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${['Line', 'Who', 'Language', 'Reference', 'What happens'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${invitees.slice(0, SHOWN).map(
          ({ line, email, name, locale, reference }, index) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">${label('Line')} ${line}</th>
              <td role="cell">
                <bdi>${name || email}</bdi>${name && html`<span class="hint"><bdi>${email}</bdi></span>`}
              </td>
              <td role="cell">${label('Language')} ${locale || '–'}</td>
              <td role="cell">${label('Reference')} <bdi>${reference || '–'}</bdi></td>
              <td role="cell">
                ${outcomes[index] === 'invited' ? 'Will be invited' : html`<strong>Not invited:</strong> ${OUTCOME_TEXTS[outcomes[index]!].toLowerCase()}`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${invitees.length > SHOWN && html`<p class="hint">And ${invitees.length - SHOWN} more.</p>`}`;
