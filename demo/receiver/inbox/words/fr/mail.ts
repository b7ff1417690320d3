import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}\u00a0: {value}',
  message: 'Message',
  answer: 'Réponse à une enquête',
  anAnswer: 'une réponse',
  noScore: 'aucune',
  appointment: 'Demande de rendez-vous',
  appointmentAt: 'Rendez-vous, {when}',
  callWanted: 'Appel souhaité',
  callWantedAt: 'Appel souhaité, {when}',
  noCallWanted: 'Appel plus souhaité',
  takesBack: 'Retire le message',
  promised: 'Promis',
  soon: 'dès que possible',
  timeAsked: 'Horaire demandé',
  or: 'Ou',
  file: 'Fichier\u00a0: {name} ({size})',
  noText: 'Ce message ne contient pas de texte.',
  duplicate: 'L’expéditeur ne pouvait pas savoir si un premier essai était arrivé.',
  readAndAnswer: 'Lire et répondre\u00a0: {url}',
  inInbox: 'Les fichiers et tout le reste sont dans la boîte de réception.',
} satisfies InboxMessages['mail'];
