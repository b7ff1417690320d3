import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../schedule/date-time.js';
import { dayParts } from '../../schedule/day-parts.js';
import type { Slot } from '../../schedule/slots.js';
import { datePickerTemplate } from '../../ui/calendar/date-picker.js';
import type { FieldView } from '../../ui/field.js';
import type { WhenStep } from './when-step.js';
import { offsetText, zoneText } from '../../schedule/zone-text.js';

/** Of a value that another field's template shows. */
export const noTemplate = (): TemplateResult => html``;

/** A day, in words or in the calendar; then its times, and those that were taken before. */
export const timeTemplate = (step: WhenStep, { error, id }: FieldView): TemplateResult => {
  const { words, dates, picker, level } = step;
  step.wantMonth();
  // What is wrong with the day is told at the day.
  const ownError = picker.input.problem ? undefined : error;
  return html`<div class="field when ${ownError ? 'invalid' : ''}" part="field">
    ${wishesTemplate(step)} ${ownError}
    ${datePickerTemplate(picker, { words, dates, headingLevel: level, label: words.text('day'), required: step.wishes.length === 0 })}
    ${step.day ? timesTemplate(step, id, ownError !== undefined) : nearestTemplate(step)}
    ${step.times.failed ? html`<p class="hint">${words.text('timesUnchecked')}
      <button type="button" class="link" @click=${() => step.times.refresh()}>${words.text('tryAgain')}</button></p>` : nothing}
  </div>`;
}; // prettier-ignore

/** Buttons that save the way through the calendar. */
const nearestTemplate = (step: WhenStep) => {
  const { nearest, words, dates } = step;
  if (nearest.length === 0)
    return step.times.loading ? html`<p class="hint" aria-busy="true">${words.text('timesLoading')}</p>` : nothing;
  return html`<div class="nearest" role="group" aria-labelledby="nearest">
    <p class="hint" id="nearest">${words.text('nearestDays')}</p>
    ${nearest.map((date) => html`<button type="button" @click=${() => step.picker.take(date)}>${dates.date(date, 'weekday')}</button>`)}
  </div>`;
}; // prettier-ignore

/** The times of the day in view, in its halves. */
const timesTemplate = (step: WhenStep, id: string, invalid: boolean): TemplateResult => {
  const { words, dates, day, slots, times } = step;
  const title = words.text('timesOn', { date: dates.date(day!, 'weekday') });
  if (!slots?.length)
    return html`<p class="hint" aria-busy=${slots ? nothing : 'true'}>${words.text(slots ? 'timesNone' : 'timesLoading')}</p>${slots ? nearestTemplate(step) : nothing}`;
  const { morning, afternoon } = dayParts(slots);
  const halves = [
    ['morning', morning],
    ['afternoon', afternoon],
  ] as const;
  return html`<fieldset class="times" part="times" role="radiogroup" aria-required=${step.wishes.length === 0} aria-invalid=${invalid} aria-describedby=${invalid ? `${id}-error` : nothing}>
      <legend>${title}</legend>
      ${step.isElsewhere(slots[0]!.start) ? html`<p class="hint">${words.text('companyZone', { zone: zoneText(times.timeZone, slots[0]!.start) })}</p>` : nothing}
      ${halves.map(([half, part]) =>
        part.length > 0
          ? html`<fieldset class="half-day">
              <legend class="hint">${words.text(half)}</legend>
              <div class="options">${part.map((slot) => slotTemplate(step, slot, slot === slots[0] ? id : undefined))}</div>
            </fieldset>`
          : nothing,
      )}
    </fieldset>
    ${step.canAdd ? html`<button type="button" class="link" @click=${() => step.add()}>${words.text('addTime')}</button>` : nothing}`;
}; // prettier-ignore

const slotTemplate = (step: WhenStep, slot: Slot, id: string | undefined): TemplateResult => {
  const { dates, times, wishes, start } = step;
  const { timeZone } = times;
  const value = formatDateTime(slot.start, timeZone);
  const own = step.ownTime(slot.start);
  // Clocks go back and show this time twice: each is told by its distance from UTC.
  const offset = slot.isRepeated ? ` (${offsetText(slot.offset)})` : '';
  return html`<div class="option"><label part="option time"
    ><input type="radio" id=${id ?? nothing} name="start" value=${value} .checked=${start === value} ?disabled=${wishes.includes(value)}
    /><span><time datetime=${value}>${dates.time(new Date(slot.start), timeZone.name)}</time>${offset}${own ? html` <small>${own}</small>` : nothing}</span></label
  ></div>`;
}; // prettier-ignore

/** What was taken before, the best first. */
const wishesTemplate = (step: WhenStep) => {
  const { wishes, words, level } = step;
  if (wishes.length === 0) return nothing;
  return html`<div class="wishes" part="wishes">
    <p class="subheading" role="heading" aria-level=${level} id="wishes">${words.text('yourTimes')}</p>
    <ol aria-labelledby="wishes">${wishes.map((start) => html`<li>
      <span>${step.fullText(start)}</span>
      <button type="button" class="link" aria-label=${words.text('removeFile', { file: step.fullText(start) })}
        @click=${() => step.remove(start)}>${words.text('remove')}</button>
    </li>`)}</ol>
  </div>`;
}; // prettier-ignore
