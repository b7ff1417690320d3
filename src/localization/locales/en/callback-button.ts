import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Call me back',
  launcherAll: 'Contact us',
  closePanel: 'Close',
  ways: 'Ways to reach us',
  openingHours: 'Opening hours',
  closedDay: 'Closed',
  showQr: 'Show a QR code of the number',
  qrHint: 'Scan the code with your phone to call: {number}',
  saveContact: 'Save contact (vCard)',
  backToAll: 'All ways to reach us',
  heading: 'We call you back',
  phoneNumber: 'Your phone number',
  phoneHint: 'As you dial it at home, or with its country code.',
  when: 'When shall we call you?',
  whenSoon: 'As soon as possible',
  whenToday: 'Today',
  whenTomorrow: 'Tomorrow',
  whenChoose: 'Choose a time',
  day: 'Day',
  window: 'Time',
  zoneNote: 'These are times on your clock ({zone}).',
  topic: 'What is it about?',
  sendRequest: 'Ask for a call',
  requestSent: 'We will call you',
  anotherRequest: 'Ask for another call',
};
