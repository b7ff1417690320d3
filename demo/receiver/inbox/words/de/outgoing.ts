import type { InboxMessages } from '../catalogue.js';

export const outgoing = {
  text: 'E-Mails und Webhooks, die nicht ankamen, wo sie sollten. Die Nachrichten selbst sind im Posteingang sicher.',
  none: 'Alles wurde zugestellt.',
  channels: {
    mail: 'E-Mail',
    webhook: 'Webhook',
    visitor: 'E-Mail an den Besucher',
    invitation: 'Einladung',
  },
  heading: '{channel} zu {message}',
  retry: 'Erneut versuchen',
  retryAll: 'Alle jetzt erneut versuchen',
  dismiss: 'Von dieser Liste nehmen',
  againNow: 'Wird jetzt erneut versucht.',
  givenUp: { one: 'Aufgegeben nach {count} Versuch.', other: 'Aufgegeben nach {count} Versuchen.' },
  failedSoFar: {
    one: 'Nicht zugestellt nach {count} Versuch; nächster: {time}.',
    other: 'Nicht zugestellt nach {count} Versuchen; nächster: {time}.',
  },
  sentOn: 'Weitergeleitet',
  delivered: 'Zugestellt',
  deliveredAtTry: 'Zugestellt bei Versuch {count}',
  dismissed: 'Nicht zugestellt und von der Liste genommen',
  onItsWay: 'Unterwegs',
} satisfies InboxMessages['outgoing'];
