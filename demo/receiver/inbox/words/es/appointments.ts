import type { InboxMessages } from '../catalogue.js';

export const appointments = {
  errors: {
    quarantined: {
      heading: 'Todavía no',
      text: 'Está en cuarentena. Pásela a los mensajes antes de responder.',
    },
    stale: {
      heading: 'Respondida entretanto',
      text: 'Se ha dado otra respuesta desde que se abrió esta página. No se ha cambiado nada: abra de nuevo la solicitud.',
    },
  },
} satisfies InboxMessages['appointments'];
