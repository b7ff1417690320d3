import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Rufen Sie mich zurück',
  launcherAll: 'Kontakt aufnehmen',
  closePanel: 'Schließen',
  ways: 'So erreichen Sie uns',
  openingHours: 'Öffnungszeiten',
  closedDay: 'Geschlossen',
  showQr: 'QR-Code der Nummer anzeigen',
  qrHint: 'Scannen Sie den Code mit dem Telefon, um anzurufen: {number}',
  saveContact: 'Kontakt speichern (vCard)',
  backToAll: 'Alle Kontaktwege',
  heading: 'Wir rufen Sie zurück',
  phoneNumber: 'Ihre Telefonnummer',
  phoneHint: 'Wie Sie sie zu Hause wählen, oder mit Landesvorwahl.',
  when: 'Wann sollen wir Sie anrufen?',
  whenSoon: 'So bald wie möglich',
  whenToday: 'Heute',
  whenTomorrow: 'Morgen',
  whenChoose: 'Zeit wählen',
  day: 'Tag',
  window: 'Uhrzeit',
  zoneNote: 'Die Zeiten gelten nach Ihrer Uhr ({zone}).',
  topic: 'Worum geht es?',
  sendRequest: 'Anruf anfordern',
  requestSent: 'Wir rufen Sie an',
  anotherRequest: 'Noch einen Anruf anfordern',
};
