import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'E-pasti un tīmekļa aizķeres, kas nenonāca, kur vajadzēja. Paši ziņojumi ir drošībā iesūtnē.',
  none: 'Viss ir piegādāts.',
  channels: {
    mail: 'E-pasts',
    webhook: 'Tīmekļa aizķere',
    visitor: 'E-pasts apmeklētājam',
    invitation: 'Uzaicinājums',
  },
  heading: '{channel}: {message}',
  retry: 'Mēģināt vēlreiz',
  retryAll: 'Tūlīt mēģināt visus vēlreiz',
  dismiss: 'Izņemt no šī saraksta',
  againNow: 'Tūlīt tiks mēģināts vēlreiz.',
  givenUp: {
    zero: 'Pārtraukts pēc {count} mēģinājumiem.',
    one: 'Pārtraukts pēc {count} mēģinājuma.',
    other: 'Pārtraukts pēc {count} mēģinājumiem.',
  },
  failedSoFar: {
    zero: 'Nav piegādāts pēc {count} mēģinājumiem; nākamais: {time}.',
    one: 'Nav piegādāts pēc {count} mēģinājuma; nākamais: {time}.',
    other: 'Nav piegādāts pēc {count} mēģinājumiem; nākamais: {time}.',
  },
  sentOn: 'Nosūtīts tālāk',
  delivered: 'Piegādāts',
  deliveredAtTry: 'Piegādāts; mēģinājums: {count}',
  dismissed: 'Nav piegādāts un izņemts no saraksta',
  onItsWay: 'Ceļā',
} satisfies InboxMessages['outgoing'];
