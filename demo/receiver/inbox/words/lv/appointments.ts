import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: {
      heading: 'Vēl ne',
      text: 'Tas ir karantīnā. Pirms atbildes pārvietojiet to pie ziņojumiem.',
    },
    stale: {
      heading: 'Pa šo laiku atbildēts',
      text: 'Kopš šīs lapas atvēršanas ir dota cita atbilde. Nekas netika mainīts: atveriet pieteikumu vēlreiz.',
    },
  },
} satisfies InboxMessages['appointments'];
