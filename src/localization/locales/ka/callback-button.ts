import type { CallbackButtonMessages } from '../../catalogue.js';

export const callbackButton: CallbackButtonMessages = {
  launcher: 'გადმომირეკეთ',
  launcherAll: 'დაგვიკავშირდით',
};
