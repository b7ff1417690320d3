import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'Correos y webhooks que no han llegado a su destino. Los mensajes en sí están a salvo en la bandeja.',
  none: 'Todo se ha entregado.',
  channels: {
    mail: 'Correo',
    webhook: 'Webhook',
    visitor: 'Correo al visitante',
    invitation: 'Invitación',
  },
  heading: '{channel} de {message}',
  retry: 'Volver a intentarlo',
  retryAll: 'Volver a intentarlo ahora con todos',
  dismiss: 'Quitar de esta lista',
  againNow: 'Se volverá a intentar ahora.',
  givenUp: {
    one: 'Abandonado tras {count} intento.',
    many: 'Abandonado tras {count} de intentos.',
    other: 'Abandonado tras {count} intentos.',
  },
  failedSoFar: {
    one: 'Sin entregar tras {count} intento; siguiente: {time}.',
    many: 'Sin entregar tras {count} de intentos; siguiente: {time}.',
    other: 'Sin entregar tras {count} intentos; siguiente: {time}.',
  },
  sentOn: 'Reenvíos',
  delivered: 'Entregado',
  deliveredAtTry: 'Entregado en el intento {count}',
  dismissed: 'No entregado, y quitado de la lista',
  onItsWay: 'En camino',
} satisfies InboxMessages['outgoing'];
