import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
  country: 'Pays',
  otherCountry: 'Autre pays',
  phoneExample: 'Par exemple\u202f: {example}',
  phoneTaken: 'Nous vous appellerons à ce numéro',
  phoneUnsure: 'Nous ne connaissons pas ce numéro. Vérifiez-le\u202f; s’il est juste, envoyez-le tel quel.',
  phoneCountryRequired: 'Choisissez le pays du numéro',
  numberInvalid: 'Saisissez un numéro de téléphone, par exemple {example}',
  windowGone: 'Cette heure est passée. Choisissez-en une autre.',
  promisedNumber: 'Numéro',
  promisedWindow: 'Quand',
  nextCall: 'Une personne vous appellera.',
  cancelRequest: 'Annuler cette demande',
  cancelSent: 'L’annulation a été envoyée.',
  cancelSaved:
    'L’annulation est enregistrée sur cet appareil. Elle sera envoyée quand vous rouvrirez ce site.',
  cancelFailed: 'L’annulation n’a pas pu être envoyée. Prévenez-nous par téléphone ou par e-mail.',
  repeated: 'Vous avez déjà demandé un appel ({time}). Numéro de référence\u202f: {reference}',
};
