import type { InboxMessages } from '../catalogue.js';

export const erasure = {
  title: 'Nachricht {reference} löschen',
  back: 'Zurück, nichts löschen',
  gone: 'Was darin stand, von wem sie ist und was Sie hier geantwortet haben, ist endgültig weg. Was noch per E-Mail und Webhook hinausgehen sollte, geht nicht mehr hinaus.',
  files: { one: 'Auch ihre Datei ist weg.', other: 'Auch ihre {count} Dateien sind weg.' },
  copies: 'Kopien, die vorher hinausgingen, bleiben: E-Mails, Webhooks, Exporte, Sicherungen.',
  survey: 'Die Bewertung bleibt und zählt. Der Kommentar ist weg.',
  callback: 'Die Nummer kommt von der Liste der Anrufe, sofern keine andere Nachricht sie verlangt.',
  toCome: 'Der Termin steht noch bevor.',
  toComeText: 'Die Zeit bleibt vergeben; wer kommt, weiß man dann nicht mehr.',
  stays:
    'Die Vorgangsnummer, wann sie kam und worin eingewilligt wurde, bleiben. Wer dasselbe noch einmal sendet, bekommt dieselbe Antwort; die Nachricht kommt nicht zurück.',
  eraseForGood: 'Endgültig löschen',
  erased: 'Gelöscht: {erased}. Eingegangen: {received}.',
  scoreStays: 'Die Bewertung bleibt und zählt.',
  suppressions: {
    title: 'Keine Einladungen',
    heading: 'Adressen, die keine Einladungen bekommen',
    allSurveys: 'Alle Umfragen',
    text: 'Ihre Inhaber wollten keine mehr, oder ihre Mailserver wiesen sie ab.',
    none: 'Keine.',
    reasons: {
      unsubscribed: 'Möchte keine',
      bounced: 'E-Mail kam zurück',
      erased: 'Gelöscht',
    },
    erasedAddress: 'Eine gelöschte Adresse',
    erasedAddressEnd: 'eine gelöschte Adresse, {end}',
    allow: 'Einladungen wieder erlauben',
    allowFor: 'Einladungen wieder erlauben: {address}',
    allowHint: 'Nur wenn darum gebeten wurde.',
    erasePerson: 'Eine Person löschen',
    address: 'E-Mail-Adresse',
    erase: 'Löschen …',
    eraseFor: 'Löschen: {address}',
    addressWanted: 'Schreiben Sie eine E-Mail-Adresse, zum Beispiel name@example.com.',
    erasedInvitations: {
      one: 'Gelöscht: {count} Einladung nennt niemanden mehr.',
      other: 'Gelöscht: {count} Einladungen nennen niemanden mehr.',
    },
    erasedMessages: { one: '{count} Nachricht ist weg.', other: '{count} Nachrichten sind weg.' },
    invitations: {
      one: '{count} Einladung ging an diese Adresse oder wartet darauf. Adresse, Name, Sprache und Vorgangsnummer werden gelöscht, und was wartet, wird nicht gesendet.',
      other:
        '{count} Einladungen gingen an diese Adresse oder warten darauf. Adresse, Name, Sprache und Vorgangsnummer werden gelöscht, und was wartet, wird nicht gesendet.',
    },
    answersStay:
      'Antworten darauf bleiben und zählen. Nichts sagt mehr, von wem sie sind, und die Links in den E-Mails sind wertlos.',
    hash: 'Die Adresse bekommt keine Einladungen mehr. Um sie zu erkennen, bleibt nur ein Hash mit Schlüssel.',
    elsewhere: 'Wo die Adresse sonst in einem Text steht, wird nicht gesucht: siehe {link}.',
    elsewhereLink: 'Nachrichten mit dieser Adresse',
    eraseMessages: {
      one: 'Auch die Nachricht löschen, die mit dieser Adresse geschrieben wurde: Texte, Dateien und alle Angaben. Von einer Antwort auf eine Umfrage bleibt die Bewertung.',
      other:
        'Auch die {count} Nachrichten löschen, die mit dieser Adresse geschrieben wurden: Texte, Dateien und alle Angaben. Von einer Antwort auf eine Umfrage bleibt die Bewertung.',
    },
  },
} satisfies InboxMessages['erasure'];
