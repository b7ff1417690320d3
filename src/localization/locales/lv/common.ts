import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(neobligāti)',
  eitherContact: 'Kā ar Jums sazināties?',
  eitherContactHint: 'Pietiek ar e-pasta adresi vai tālruņa numuru.',
  name: 'Jūsu vārds',
  email: 'E-pasts',
  phone: 'Tālrunis',
  choose: 'Izvēlieties…',
  consent: 'Piekrītu [privātuma politikai].',
  newTab: '(atveras jaunā cilnē)',
  attachment: 'Faili',
  send: 'Nosūtīt',
  replyWithin: {
    zero: 'Atbildēsim {count} darba dienu laikā.',
    one: 'Atbildēsim {count} darba dienas laikā.',
    other: 'Atbildēsim {count} darba dienu laikā.',
  },
  stranded:
    'Jūsu ziņojums nav nosūtīts. Savienojums neizdevās. Pārbaudiet to un mēģiniet vēlreiz. Jūsu uzrakstītais joprojām ir šeit.',
  honeypot: 'Atstājiet šo lauku tukšu',
};
