import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: {
      heading: 'Noch nicht',
      text: 'Das ist in Quarantäne. Verschieben Sie es zu den Nachrichten, bevor Sie antworten.',
    },
    stale: {
      heading: 'Inzwischen beantwortet',
      text: 'Seit diese Seite geöffnet wurde, gab es eine andere Antwort. Es wurde nichts geändert: Öffnen Sie die Anfrage erneut.',
    },
  },
} satisfies InboxMessages['appointments'];
