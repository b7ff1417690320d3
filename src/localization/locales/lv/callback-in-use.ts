import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
  country: 'Valsts',
  otherCountry: 'Cita valsts',
  phoneExample: 'Piemēram: {example}',
  phoneTaken: 'Zvanīsim uz šo numuru',
  phoneUnsure: 'Šādu numuru nepazīstam. Pārbaudiet to; ja tas ir pareizs, nosūtiet, kā ir.',
  phoneCountryRequired: 'Lūdzu, izvēlieties numura valsti',
  numberInvalid: 'Lūdzu, ievadiet tālruņa numuru, piemēram, {example}',
  windowGone: 'Šis laiks jau ir pagājis. Izvēlieties citu.',
  promisedNumber: 'Numurs',
  promisedWindow: 'Kad',
  nextCall: 'Jums piezvanīs darbinieks.',
  cancelRequest: 'Atcelt šo pieteikumu',
  cancelSent: 'Atcelšana ir nosūtīta.',
  cancelSaved: 'Atcelšana ir saglabāta šajā ierīcē. Tā tiks nosūtīta, kad atkal atvērsiet šo vietni.',
  cancelFailed: 'Atcelšanu neizdevās nosūtīt. Lūdzu, paziņojiet mums pa tālruni vai e-pastu.',
  repeated: 'Zvans jau ir pieteikts ({time}). Atsauces numurs: {reference}',
};
