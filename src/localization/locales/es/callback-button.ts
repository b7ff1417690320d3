import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Llámenme',
  launcherAll: 'Contacte con nosotros',
};
