import { html } from 'hono/html';
import type { CallAction, CallEntry } from '../../store/callbacks.js';
import type { Session } from '../sessions.js';
import type { Html } from './layout.js';
import { csrfField } from './navigation.js';

/** Minutes until the next try that can be chosen, with their words. */
export const NEXT_TRIES: readonly (readonly [minutes: number, label: string])[] = [
  [15, 'in 15 minutes'],
  [60, 'in an hour'],
  [180, 'in three hours'],
  [1_440, 'tomorrow at this time'],
];
export const USUAL_NEXT_TRY = 60;

/** As many characters of the name of who calls. */
export const LONGEST_NAME = 100;

export interface CallActionsOptions {
  readonly session: Session;
  readonly call: CallEntry;
  /** Who uses this inbox; empty where they have not said. */
  readonly who: string;
  /** Where the buttons stand, to which the answer leads back. */
  readonly place: 'list' | 'call';
  /** Id of what the buttons are about, for who hears them alone. */
  readonly describedBy: string;
}

/** What can be done about a call. Nobody decides namelessly: others must see who has it. */
export const callActions = ({ session, call, who, place, describedBy }: CallActionsOptions): Html | '' => {
  if (!who || call.state === 'withdrawn') return '';
  const button = (action: CallAction, label: string, isMain = false) =>
    html`<button
      name="action"
      value="${action}"
      aria-describedby="${describedBy}"
      ${isMain && html`class="primary"`}
    >
      ${label}
    </button>`;
  return html`<form class="actions" method="post" action="/inbox/callbacks/${call.id}">
    ${csrfField(session)}
    <input type="hidden" name="version" value="${call.version}" />
    <input type="hidden" name="place" value="${place}" />
    ${buttons(call, who, button)}
  </form>`;
};

const buttons = (
  call: CallEntry,
  who: string,
  button: (action: CallAction, label: string, isMain?: boolean) => Html,
): Html => {
  const { state, holder } = call;
  if (state === 'done') return button('reopened', 'Open again');
  if (state === 'reached') return html`${button('done', 'Done', true)}`;
  if (!holder) return html`${button('claimed', 'Claim', true)} ${button('done', 'Done without a call')}`;
  if (holder !== who) return html`${button('claimed', 'Take over')}`;
  return html`${button('reached', 'Reached', true)} ${button('done', 'Reached, and done')}
    <span class="next-try">
      ${button('missed', 'Not reached')}
      <label for="next-${call.id}">Next try</label>
      <select id="next-${call.id}" name="next">
        ${NEXT_TRIES.map(
          ([minutes, label]) =>
            html`<option value="${minutes}" ${minutes === USUAL_NEXT_TRY && html`selected`}>
              ${label}
            </option>`,
        )}
      </select>
    </span>
    ${button('released', 'Release')}`;
};

/** Asks who is using this inbox, or says it. @param place a call to return to, or empty for the list */
export const callerForm = (session: Session, who: string, place: string): Html => {
  const form = html`<form class="caller actions" method="post" action="/inbox/callbacks/who">
    ${csrfField(session)} <input type="hidden" name="place" value="${place}" />
    <div class="field">
      <label for="who">Your name</label>
      <input
        id="who"
        name="who"
        value="${who}"
        required
        maxlength="${LONGEST_NAME}"
        autocomplete="name"
        dir="auto"
        aria-describedby="who-hint"
      />
      <p class="hint" id="who-hint">Others see by it who has a call. It is remembered until you sign out.</p>
    </div>
    <button>This is me</button>
  </form>`;
  if (!who) return html`<div class="panel">${form}</div>`;
  return html`<details class="caller-known">
    <summary>You are <bdi>${who}</bdi></summary>
    ${form}
  </details>`;
};
