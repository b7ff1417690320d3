import { readAttribute, readOpeningHours, type HoursHost } from '../../controllers/opening-hours.js';
import { Slots, type SlotRules } from '../../schedule/slots.js';

type Attribute = string | null | undefined;

/** What an owner says of the company's time, as it is written. */
export interface ScheduleHost extends HoursHost {
  readonly slotMinutes?: Attribute;
  readonly bufferMinutes?: Attribute;
  readonly noticeHours?: Attribute;
  readonly horizonDays?: Attribute;
}

/** Reads the attributes. One that makes no sense is told of, and its default stands in for it. */
export const readSlots = (host: ScheduleHost): Slots => {
  const opening = readOpeningHours(host);
  let rules: SlotRules = {};
  const numbers = [
    ['slot-minutes', 'slotMinutes', host.slotMinutes],
    ['buffer-minutes', 'bufferMinutes', host.bufferMinutes],
    ['notice-hours', 'noticeHours', host.noticeHours],
    ['horizon-days', 'horizonDays', host.horizonDays],
  ] as const;
  for (const [name, key, value] of numbers) {
    const tryWith = (text: string): SlotRules => {
      const tried = { ...rules, [key]: text.trim() ? Number(text) : NaN };
      new Slots(opening, tried);
      return tried;
    };
    rules = readAttribute(host, name, value, tryWith, rules, 'the default is used');
  }
  return new Slots(opening, rules);
};
