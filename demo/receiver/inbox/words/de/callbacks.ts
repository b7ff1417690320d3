import type { InboxMessages } from '../catalogue.js';

export const callbacks = {
  errors: {
    doubled: {
      heading: 'Erneut gewünscht',
      text: 'Diese Nummer hat einen anderen offenen Anruf. Es wurde nichts geändert: Sehen Sie in die Liste.',
    },
    noName: {
      heading: 'Ihr Name fehlt',
      text: 'Gehen Sie zurück, und schreiben Sie ihn, damit andere sehen, wer einen Anruf hat.',
    },
  },
} satisfies InboxMessages['callbacks'];
