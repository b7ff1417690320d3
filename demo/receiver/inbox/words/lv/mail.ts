import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}: {value}',
  message: 'Ziņojums',
  answer: 'Aptaujas atbilde',
  anAnswer: 'atbilde',
  noScore: 'nav',
  appointment: 'Vizītes pieteikums',
  appointmentAt: 'Vizīte, {when}',
  callWanted: 'Lūdz atzvanīt',
  callWantedAt: 'Lūdz atzvanīt, {when}',
  noCallWanted: 'Zvans vairs nav vajadzīgs',
  takesBack: 'Atsauc ziņojumu',
  promised: 'Solītais laiks',
  soon: 'cik drīz vien iespējams',
  timeAsked: 'Vēlamais laiks',
  or: 'Vai',
  file: 'Fails: {name} ({size})',
  noText: 'Šajā ziņojumā nav teksta.',
  duplicate: 'Sūtītājs nevarēja zināt, vai pirmais mēģinājums ir pienācis.',
  readAndAnswer: 'Lasīt un atbildēt: {url}',
  inInbox: 'Faili un viss pārējais ir iesūtnē.',
} satisfies InboxMessages['mail'];
