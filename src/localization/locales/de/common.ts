import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(freiwillig)',
  eitherContact: 'Wie können wir Sie erreichen?',
  eitherContactHint: 'Eine E-Mail-Adresse oder eine Telefonnummer genügt.',
  name: 'Ihr Name',
  email: 'E-Mail-Adresse',
  phone: 'Telefon',
  choose: 'Bitte wählen\u00a0…',
  consent: 'Ich stimme der [Datenschutzerklärung] zu.',
  newTab: '(öffnet sich in einem neuen Tab)',
  attachment: 'Dateien',
  send: 'Senden',
  replyWithin: {
    one: 'Wir antworten innerhalb eines Arbeitstags.',
    other: 'Wir antworten innerhalb von {count} Arbeitstagen.',
  },
  stranded:
    'Ihre Nachricht wurde nicht gesendet. Die Verbindung ist fehlgeschlagen. Prüfen Sie sie und versuchen Sie es erneut. Was Sie geschrieben haben, ist noch da.',
  honeypot: 'Lassen Sie dieses Feld leer',
};
