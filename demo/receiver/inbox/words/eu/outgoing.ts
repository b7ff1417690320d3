import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'Behar ziren lekura iritsi ez diren mezu elektronikoak eta webhook-ak. Mezuak berak onik daude sarrera-ontzian.',
  none: 'Dena entregatu da.',
  channels: {
    mail: 'Mezu elektronikoa',
    webhook: 'Webhook-a',
    visitor: 'Bisitariarentzako mezua',
    invitation: 'Gonbidapena',
  },
  heading: '{channel}: {message}',
  retry: 'Saiatu berriro',
  retryAll: 'Saiatu orain berriro guztiekin',
  dismiss: 'Kendu zerrenda honetatik',
  againNow: 'Orain saiatuko da berriro.',
  givenUp: { one: 'Saiakera bakar baten ondoren utzi da.', other: '{count} saiakeraren ondoren utzi da.' },
  failedSoFar: {
    one: 'Ez da entregatu saiakera baten ondoren; hurrengoa: {time}.',
    other: 'Ez da entregatu {count} saiakeraren ondoren; hurrengoa: {time}.',
  },
  sentOn: 'Birbidalketak',
  delivered: 'Entregatuta',
  deliveredAtTry: 'Entregatuta; saiakera: {count}',
  dismissed: 'Entregatu gabe, eta zerrendatik kenduta',
  onItsWay: 'Bidean',
} satisfies InboxMessages['outgoing'];
