import type { CallbackInUseMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackInUse: CallbackInUseMessages = {
  ...presence,
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
  country: 'Land',
  otherCountry: 'Anderes Land',
  phoneExample: 'Zum Beispiel: {example}',
  phoneTaken: 'Wir rufen Sie unter dieser Nummer an',
  phoneUnsure: 'Wir kennen diese Nummer nicht. Prüfen Sie sie; wenn sie stimmt, senden Sie sie so ab.',
  phoneCountryRequired: 'Wählen Sie das Land der Nummer',
  numberInvalid: 'Geben Sie eine Telefonnummer ein, zum Beispiel {example}',
  windowGone: 'Diese Zeit ist vorbei. Wählen Sie eine andere.',
  promisedNumber: 'Nummer',
  promisedWindow: 'Wann',
  nextCall: 'Jemand von uns ruft Sie an.',
  cancelRequest: 'Diese Anfrage zurücknehmen',
  cancelSent: 'Die Rücknahme wurde gesendet.',
  cancelSaved:
    'Die Rücknahme ist auf diesem Gerät gespeichert. Sie wird gesendet, wenn Sie diese Website wieder öffnen.',
  cancelFailed:
    'Die Rücknahme konnte nicht gesendet werden. Sagen Sie uns bitte per Telefon oder E-Mail Bescheid.',
  repeated: 'Sie haben bereits um einen Anruf gebeten ({time}). Vorgangsnummer: {reference}',
};
