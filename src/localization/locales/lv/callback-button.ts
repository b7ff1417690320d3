import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Atzvaniet man',
  launcherAll: 'Sazinieties ar mums',
};
