import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Rappelez-moi',
  launcherAll: 'Contactez-nous',
};
