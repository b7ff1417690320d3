import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}: {value}',
  message: 'Mezua',
  answer: 'Inkestaren erantzuna',
  anAnswer: 'erantzun bat',
  noScore: 'bat ere ez',
  appointment: 'Hitzordu-eskaera',
  appointmentAt: 'Hitzordua, {when}',
  callWanted: 'Deia eskatuta',
  callWantedAt: 'Deia eskatuta, {when}',
  noCallWanted: 'Ez du jada deirik nahi',
  takesBack: 'Atzera botatzen duen mezua',
  promised: 'Hitz emandakoa',
  soon: 'ahalik eta lasterren',
  timeAsked: 'Eskatutako ordua',
  or: 'Edo',
  file: 'Fitxategia: {name} ({size})',
  noText: 'Mezu honek ez du testurik.',
  duplicate: 'Igorleak ezin izan zuen jakin lehen saiakera iritsi zen.',
  readAndAnswer: 'Irakurri eta erantzun: {url}',
  inInbox: 'Fitxategiak eta gainerako guztia sarrera-ontzian daude.',
} satisfies InboxMessages['mail'];
