import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: {
      heading: 'Oraindik ez',
      text: 'Hau berrogeialdian dago. Eraman mezuetara erantzun aurretik.',
    },
    stale: {
      heading: 'Bitartean erantzun dute',
      text: 'Beste erantzun bat eman da orri hau ireki denetik. Ez da ezer aldatu: ireki eskaera berriro.',
    },
  },
} satisfies InboxMessages['appointments'];
