import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import type { CalendarEvent } from '../../schedule/calendar-event.js';
import { googleCalendarLink, outlookCalendarLink } from '../../schedule/calendar-links.js';
import { calendarFile } from '../../schedule/icalendar.js';
import { fileSize } from '../../localization/file-size.js';

/** The calendar file of a request, as long as it is offered. */
export class CalendarFile {
  #text = '';
  #url: string | undefined;

  /** An address for a file with this text. */
  urlOf(text: string): string {
    if (text !== this.#text) {
      this.release();
      this.#text = text;
      this.#url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    }
    return this.#url!;
  }

  release(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
    this.#text = '';
  }
}

/** What a visitor takes along: the time in their calendar, as asked for and not agreed. */
export interface KeepsakeView {
  readonly words: Localization<'appointment-request'>;
  /** `undefined` where no one time was asked for. */
  readonly event: CalendarEvent | undefined;
  /** The `submission_id`: the owner's answer takes the place of this entry. */
  readonly id: string;
  readonly writtenAt: number;
  readonly file: CalendarFile;
  /** Whether this device remembers the choices; `undefined` where nothing may be kept. */
  readonly remembers: boolean | undefined;
  readonly remember: () => void;
  readonly forget: () => void;
}

export const keepsakeTemplate = (view: KeepsakeView): TemplateResult => {
  const { words, event, remembers } = view;
  return html`${event ? linksTemplate(view, event) : nothing}
  ${
    remembers === undefined
      ? nothing
      : html`<div class="stack">
          <p class="hint">${words.text(remembers ? 'remembered' : 'rememberOffer')}</p>
          <button type="button" id="remember" @click=${remembers ? view.forget : view.remember}>${words.text(remembers ? 'forgetMe' : 'remember')}</button>
        </div>`
  }`;
}; // prettier-ignore

const linksTemplate = ({ words, id, writtenAt, file }: KeepsakeView, event: CalendarEvent): TemplateResult => {
  const text = calendarFile({ ...event, id, writtenAt });
  const size = fileSize(words, new TextEncoder().encode(text).length);
  const web = (calendar: string, href: string): TemplateResult =>
    html`<li><a href=${href} target="_blank" rel="noopener">${words.text('addToCalendar', { calendar })}&nbsp;${words.text('newTab')}</a></li>`;
  return html`<ul class="keepsake" part="keepsake">
    <li><a href=${file.urlOf(text)} download="appointment.ics" type="text/calendar">${words.text('calendarFile', { type: '.ics', size })}</a></li>
    ${web('Google', googleCalendarLink(event))} ${web('Outlook', outlookCalendarLink(event))}
  </ul>`;
}; // prettier-ignore
