import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'Pedida de nuevo',
      text: 'Este número tiene otra llamada abierta. No se ha cambiado nada: consulte la lista.',
    },
    noName: {
      heading: 'Falta su nombre',
      text: 'Vuelva y escríbalo, para que los demás vean quién tiene cada llamada.',
    },
  },
} satisfies InboxMessages['callbacks'];
