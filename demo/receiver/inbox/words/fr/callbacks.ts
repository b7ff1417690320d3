import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'Demandé à nouveau',
      text: 'Ce numéro a un autre appel ouvert. Rien n’a été modifié\u202f: voyez la liste.',
    },
    noName: {
      heading: 'Votre nom manque',
      text: 'Revenez en arrière et indiquez-le, pour que les autres voient qui a pris un appel.',
    },
  },
} satisfies InboxMessages['callbacks'];
