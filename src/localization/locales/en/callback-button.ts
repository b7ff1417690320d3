import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Call me back',
  launcherAll: 'Contact us',
};
