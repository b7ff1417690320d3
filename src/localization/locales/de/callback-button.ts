import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Rufen Sie mich zurück',
  launcherAll: 'Kontakt aufnehmen',
};
