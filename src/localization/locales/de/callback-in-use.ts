import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
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
