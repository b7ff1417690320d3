import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Rappelez-moi',
  launcherAll: 'Contactez-nous',
  closePanel: 'Fermer',
  ways: 'Moyens de nous joindre',
  openingHours: 'Horaires d’ouverture',
  closedDay: 'Fermé',
  showQr: 'Afficher le code QR du numéro',
  qrHint: 'Scannez le code avec votre téléphone pour appeler\u202f: {number}',
  saveContact: 'Enregistrer le contact (vCard)',
  backToAll: 'Tous les moyens de nous joindre',
  heading: 'Nous vous rappelons',
  phoneNumber: 'Votre numéro de téléphone',
  phoneHint: 'Comme vous le composez dans votre pays, ou avec l’indicatif du pays.',
  when: 'Quand devons-nous vous appeler\u202f?',
  whenSoon: 'Dès que possible',
  whenToday: 'Aujourd’hui',
  whenTomorrow: 'Demain',
  whenChoose: 'Choisir une heure',
  day: 'Jour',
  window: 'Heure',
  zoneNote: 'Les heures sont celles de votre montre ({zone}).',
  topic: 'De quoi s’agit-il\u202f?',
  sendRequest: 'Demander un appel',
  requestSent: 'Nous vous appellerons',
  anotherRequest: 'Demander un autre appel',
};
