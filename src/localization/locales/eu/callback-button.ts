import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'Deitu iezadazue',
  launcherAll: 'Jarri gurekin harremanetan',
};
