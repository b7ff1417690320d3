import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'Lūgts vēlreiz',
      text: 'Šim numuram ir cits atvērts zvans. Nekas netika mainīts: skatiet sarakstu.',
    },
    noName: {
      heading: 'Trūkst Jūsu vārda',
      text: 'Atgriezieties un ierakstiet to, lai citi redz, kurš ir paņēmis zvanu.',
    },
  },
} satisfies InboxMessages['callbacks'];
