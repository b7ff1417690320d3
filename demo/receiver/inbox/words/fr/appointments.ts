import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: {
      heading: 'Pas encore',
      text: 'Cette demande est en quarantaine. Déplacez-la vers les messages avant de répondre.',
    },
    stale: {
      heading: 'Répondu entre-temps',
      text: 'Une autre réponse a été donnée depuis l’ouverture de cette page. Rien n’a été modifié\u202f: ouvrez à nouveau la demande.',
    },
  },
} satisfies InboxMessages['appointments'];
