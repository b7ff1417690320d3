import type { CallbackInUseMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackInUse: CallbackInUseMessages = {
  ...presence,
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
  country: 'Herrialdea',
  otherCountry: 'Beste herrialde bat',
  phoneExample: 'Adibidez: {example}',
  phoneTaken: 'Zenbaki honetara deituko dizugu',
  phoneUnsure: 'Ez dugu zenbaki hau ezagutzen. Egiaztatu; zuzena bada, bidali dagoen bezala.',
  phoneCountryRequired: 'Hautatu zenbakiaren herrialdea',
  numberInvalid: 'Idatzi telefono-zenbaki bat; adibidez, {example}',
  windowGone: 'Ordu hori igaro da. Aukeratu beste bat.',
  promisedNumber: 'Zenbakia',
  promisedWindow: 'Noiz',
  nextCall: 'Pertsona batek deituko dizu.',
  cancelRequest: 'Utzi bertan behera eskaera',
  cancelSent: 'Eskaera bertan behera uzteko mezua bidali da.',
  cancelSaved:
    'Bertan behera uzteko mezua gailu honetan gorde da. Webgune hau berriro irekitzen duzunean bidaliko da.',
  cancelFailed: 'Ezin izan da bertan behera uzteko mezua bidali. Esan iezaguzu telefonoz edo e-postaz.',
  repeated: 'Dei bat eskatu duzu lehendik ere ({time}). Erreferentzia-zenbakia: {reference}',
};
