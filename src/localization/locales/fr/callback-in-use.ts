import type { CallbackInUseMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackInUse: CallbackInUseMessages = {
  ...presence,
  closePanel: 'Fermer',
  ways: 'Moyens de nous joindre',
  openingHours: 'Horaires d’ouverture',
  closedDay: 'Fermé',
  showQr: 'Afficher le code QR du numéro',
  qrHint: 'Scannez le code avec votre téléphone pour appeler\u00a0: {number}',
  saveContact: 'Enregistrer le contact (vCard)',
  backToAll: 'Tous les moyens de nous joindre',
  heading: 'Nous vous rappelons',
  phoneNumber: 'Votre numéro de téléphone',
  phoneHint: 'Comme vous le composez dans votre pays, ou avec l’indicatif du pays.',
  when: 'Quand devons-nous vous appeler\u202f?',
  whenSoon: 'Dès que possible',
  whenToday: 'Aujourd’hui\u00a0',
  whenTomorrow: 'Demain\u00a0',
  whenChoose: 'Choisir une heure',
  day: 'Jour',
  window: 'Heure',
  zoneNote: 'Les heures sont celles de votre montre ({zone}).',
  topic: 'De quoi s’agit-il\u202f?',
  sendRequest: 'Demander un appel',
  requestSent: 'Nous vous appellerons',
  anotherRequest: 'Demander un autre appel',
  country: 'Pays',
  otherCountry: 'Autre pays',
  phoneExample: 'Par exemple\u00a0: {example}',
  phoneTaken: 'Nous vous appellerons à ce numéro\u00a0',
  phoneUnsure: 'Nous ne connaissons pas ce numéro. Vérifiez-le\u202f; s’il est juste, envoyez-le tel quel.',
  phoneCountryRequired: 'Choisissez le pays du numéro',
  numberInvalid: 'Saisissez un numéro de téléphone, par exemple {example}',
  windowGone: 'Cette heure est passée. Choisissez-en une autre.',
  promisedNumber: 'Numéro\u00a0',
  promisedWindow: 'Quand\u00a0',
  nextCall: 'Une personne vous appellera.',
  cancelRequest: 'Annuler cette demande',
  cancelSent: 'L’annulation a été envoyée.',
  cancelSaved:
    'L’annulation est enregistrée sur cet appareil. Elle sera envoyée quand vous rouvrirez ce site.',
  cancelFailed: 'L’annulation n’a pas pu être envoyée. Prévenez-nous par téléphone ou par e-mail.',
  repeated: 'Vous avez déjà demandé un appel ({time}). Numéro de référence\u00a0: {reference}',
};
