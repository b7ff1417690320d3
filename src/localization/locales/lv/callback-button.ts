import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Atzvaniet man',
  launcherAll: 'Sazinieties ar mums',
  closePanel: 'Aizvērt',
  ways: 'Saziņas veidi',
  openingHours: 'Darba laiks',
  closedDay: 'Slēgts',
  showQr: 'Rādīt numura QR kodu',
  qrHint: 'Lai zvanītu, noskenējiet kodu ar tālruni: {number}',
  saveContact: 'Saglabāt kontaktu (vCard)',
  backToAll: 'Visi saziņas veidi',
  heading: 'Mēs Jums atzvanīsim',
  phoneNumber: 'Jūsu tālruņa numurs',
  phoneHint: 'Tā, kā to sastādāt savā valstī, vai ar valsts kodu.',
  when: 'Kad Jums zvanīt?',
  whenSoon: 'Pēc iespējas drīzāk',
  whenToday: 'Šodien',
  whenTomorrow: 'Rīt',
  whenChoose: 'Izvēlēties laiku',
  day: 'Diena',
  window: 'Laiks',
  zoneNote: 'Laiks norādīts pēc Jūsu pulksteņa ({zone}).',
  topic: 'Par ko vēlaties runāt?',
  sendRequest: 'Pieteikt zvanu',
  requestSent: 'Mēs Jums piezvanīsim',
  anotherRequest: 'Pieteikt vēl vienu zvanu',
};
