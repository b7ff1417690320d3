import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'E-mails et webhooks qui ne sont pas arrivés à destination. Les messages eux-mêmes sont en sécurité dans la boîte.',
  none: 'Tout a été distribué.',
  channels: {
    mail: 'E-mail',
    webhook: 'Webhook',
    visitor: 'E-mail au visiteur',
    invitation: 'Invitation',
  },
  heading: '{channel} de {message}',
  retry: 'Réessayer',
  retryAll: 'Tout réessayer maintenant',
  dismiss: 'Retirer de cette liste',
  againNow: 'Nouvel essai immédiat.',
  givenUp: {
    one: 'Abandonné après {count} essai.',
    many: 'Abandonné après {count} d’essais.',
    other: 'Abandonné après {count} essais.',
  },
  failedSoFar: {
    one: 'Non distribué après {count} essai\u202f; prochain\u00a0: {time}.',
    many: 'Non distribué après {count} d’essais\u202f; prochain\u00a0: {time}.',
    other: 'Non distribué après {count} essais\u202f; prochain\u00a0: {time}.',
  },
  sentOn: 'Transmissions',
  delivered: 'Distribué',
  deliveredAtTry: 'Distribué à l’essai {count}',
  dismissed: 'Non distribué, et retiré de la liste',
  onItsWay: 'En route',
} satisfies InboxMessages['outgoing'];
