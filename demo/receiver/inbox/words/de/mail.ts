import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}: {value}',
  message: 'Nachricht',
  answer: 'Antwort auf eine Umfrage',
  anAnswer: 'eine Antwort',
  noScore: 'keine',
  appointment: 'Terminanfrage',
  appointmentAt: 'Termin, {when}',
  callWanted: 'Anruf gewünscht',
  callWantedAt: 'Anruf gewünscht, {when}',
  noCallWanted: 'Kein Anruf mehr gewünscht',
  takesBack: 'Nimmt zurück: Nachricht',
  promised: 'Zugesagt',
  soon: 'so bald wie möglich',
  timeAsked: 'Gewünschte Zeit',
  or: 'Oder',
  file: 'Datei: {name} ({size})',
  noText: 'Diese Nachricht hat keinen Text.',
  duplicate: 'Der Absender konnte nicht wissen, ob ein erster Versuch angekommen war.',
  readAndAnswer: 'Lesen und antworten: {url}',
  inInbox: 'Dateien und alles Weitere sind im Posteingang.',
} satisfies InboxMessages['mail'];
