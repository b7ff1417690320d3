import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'Berriro eskatuta',
      text: 'Zenbaki honek beste dei bat dauka irekita. Ez da ezer aldatu: ikusi zerrenda.',
    },
    noName: {
      heading: 'Zure izena falta da',
      text: 'Itzuli eta idatzi, besteek dei bakoitza nork duen ikus dezaten.',
    },
  },
} satisfies InboxMessages['callbacks'];
