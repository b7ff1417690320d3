import type { AppointmentInUseMessages } from '../../catalogue.js';

// With the calendar's words, so that one file is asked for.
export { calendar } from './calendar.js';

export const appointmentInUse: AppointmentInUseMessages = {
  when: 'Wann passt es Ihnen?',
  whenTime: 'An einem bestimmten Tag',
  whenAny: 'Irgendwann in einer Woche',
  whenSoon: 'So bald wie möglich',
  time: 'Tag und Uhrzeit',
  timeRequired: 'Wählen Sie einen Tag und eine Uhrzeit',
  timeGone: 'Diese Zeit ist nicht mehr frei. Wählen Sie eine andere.',
  day: 'Tag',
  timesOn: 'Uhrzeiten: {date}',
  timesFree: { one: '{count} freie Zeit', other: '{count} freie Zeiten' },
  timesNone: 'Keine Zeiten frei',
  timesLoading: 'Freie Zeiten werden geladen\u00a0…',
  timesUnchecked:
    'Wir konnten nicht prüfen, welche Zeiten frei sind. Sie können Ihre Anfrage trotzdem senden.',
  morning: 'Vormittags',
  afternoon: 'Nachmittags',
  anyTime: 'Jederzeit',
  nearestDays: 'Nächste freie Tage',
  yourTimes: 'Ihre Zeiten, die beste zuerst',
  addTime: 'Weitere passende Zeit hinzufügen',
  companyZone: 'Zeitzone: {zone}',
  yourTime: 'Ihre Zeit: {time}',
  week: 'In welcher Woche?',
  thisWeek: '{dates} (diese Woche)',
  nextWeek: '{dates} (nächste Woche)',
  partOfDay: 'Zu welcher Tageszeit?',
  lastTime: 'Letztes Mal: {what}',
  sameAgain: 'Noch einmal dasselbe',
  forgetMe: 'Meine Auswahl vergessen',
  forgotten: 'Auf diesem Gerät vergessen',
  rememberOffer:
    'Beim nächsten Mal schneller: Ihre Auswahl und der Ort werden nur auf diesem Gerät gespeichert.',
  remember: 'Auf diesem Gerät merken',
  remembered: 'Auf diesem Gerät gemerkt',
  calendarFile: 'Kalenderdatei ({type}, {size})',
  addToCalendar: 'In Kalender eintragen: {calendar}',
  eventTitle: 'Angefragter Termin',
};
