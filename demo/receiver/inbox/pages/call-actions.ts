import { html } from 'hono/html';
import type { CallAction, CallEntry } from '../../store/callbacks.js';
import type { Session } from '../sessions.js';
import type { InboxWords } from '../words/words.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';

/** Minutes until the next try that can be chosen, with the keys of their words. */
export const NEXT_TRIES = [
  [15, 'quarter'],
  [60, 'hour'],
  [180, 'threeHours'],
  [1_440, 'tomorrow'],
] as const;
export const USUAL_NEXT_TRY = 60;

/** As many characters of the name of who calls. */
export const LONGEST_NAME = 100;

export interface CallActionsOptions {
  readonly words: InboxWords;
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
export const callActions = ({
  words,
  session,
  call,
  who,
  place,
  describedBy,
}: CallActionsOptions): Html | '' => {
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
    ${buttons(words, call, who, button)}
  </form>`;
};

const buttons = (
  { text: { callbacks: text } }: InboxWords,
  call: CallEntry,
  who: string,
  button: (action: CallAction, label: string, isMain?: boolean) => Html,
): Html => {
  const { buttons: labels } = text;
  const { state, holder } = call;
  if (state === 'done') return button('reopened', labels.reopen);
  if (state === 'reached') return button('done', labels.done, true);
  if (!holder) return html`${button('claimed', labels.claim, true)} ${button('done', labels.doneWithout)}`;
  if (holder !== who) return button('claimed', labels.takeOver);
  return html`${button('reached', labels.reached, true)} ${button('done', labels.reachedDone)}
    <span class="next-try">
      ${button('missed', labels.missed)}
      <label for="next-${call.id}">${text.nextTry}</label>
      <select id="next-${call.id}" name="next">
        ${NEXT_TRIES.map(
          ([minutes, key]) =>
            html`<option value="${minutes}" ${minutes === USUAL_NEXT_TRY && html`selected`}>
              ${text.nextTries[key]}
            </option>`,
        )}
      </select>
    </span>
    ${button('released', labels.release)}`;
};

/** Asks who is using this inbox, or says it. @param place a call to return to, or empty for the list */
export const callerForm = ({ words, session }: Frame, who: string, place: string): Html => {
  const { callbacks: text } = words.text;
  const form = html`<form method="post" action="/inbox/callbacks/who">
    ${csrfField(session)} <input type="hidden" name="place" value="${place}" />
    <div class="field">
      <label for="who">${text.yourName}</label>
      <div class="actions">
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
        <button>${text.thisIsMe}</button>
      </div>
      <p class="hint" id="who-hint">${text.yourNameHint}</p>
    </div>
  </form>`;
  if (!who) return html`<div class="panel">${form}</div>`;
  return html`<details class="caller-known">
    <summary>${words.html(text.youAre, { name: html`<bdi>${who}</bdi>` })}</summary>
    ${form}
  </details>`;
};
