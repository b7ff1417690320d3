import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Deitu iezadazue',
  launcherAll: 'Jarri gurekin harremanetan',
  closePanel: 'Itxi',
  ways: 'Gurekin harremanetan jartzeko moduak',
  openingHours: 'Ordutegia',
  closedDay: 'Itxita',
  showQr: 'Erakutsi zenbakiaren QR kodea',
  qrHint: 'Deitzeko, eskaneatu kodea telefonoarekin: {number}',
  saveContact: 'Gorde kontaktua (vCard)',
  backToAll: 'Harremanetarako modu guztiak',
  heading: 'Guk deituko dizugu',
  phoneNumber: 'Zure telefono-zenbakia',
  phoneHint: 'Etxean markatzen duzun bezala, edo herrialdearen aurrezenbakiarekin.',
  when: 'Noiz deituko dizugu?',
  whenSoon: 'Ahalik eta lasterren',
  whenToday: 'Gaur',
  whenTomorrow: 'Bihar',
  whenChoose: 'Aukeratu ordua',
  day: 'Eguna',
  window: 'Ordua',
  zoneNote: 'Orduak zure erlojukoak dira ({zone}).',
  topic: 'Zeri buruzkoa da?',
  sendRequest: 'Eskatu deia',
  requestSent: 'Deituko dizugu',
  anotherRequest: 'Eskatu beste dei bat',
};
