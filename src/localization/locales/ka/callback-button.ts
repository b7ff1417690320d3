import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'გადმომირეკეთ',
  launcherAll: 'დაგვიკავშირდით',
  closePanel: 'დახურვა',
  ways: 'დაკავშირების გზები',
  openingHours: 'სამუშაო საათები',
  closedDay: 'დაკეტილია',
  showQr: 'ნომრის QR კოდის ჩვენება',
  qrHint: 'დასარეკად დაასკანერეთ კოდი ტელეფონით: {number}',
  saveContact: 'კონტაქტის შენახვა (vCard)',
  backToAll: 'დაკავშირების ყველა გზა',
  heading: 'ჩვენ დაგირეკავთ',
  phoneNumber: 'თქვენი ტელეფონის ნომერი',
  phoneHint: 'ისე, როგორც თქვენს ქვეყანაში კრეფთ, ან ქვეყნის კოდით.',
  when: 'როდის დაგირეკოთ?',
  whenSoon: 'რაც შეიძლება მალე',
  whenToday: 'დღეს',
  whenTomorrow: 'ხვალ',
  whenChoose: 'დროის არჩევა',
  day: 'დღე',
  window: 'დრო',
  zoneNote: 'დრო თქვენი საათით არის მითითებული ({zone}).',
  topic: 'რას ეხება?',
  sendRequest: 'ზარის მოთხოვნა',
  requestSent: 'დაგირეკავთ',
  anotherRequest: 'კიდევ ერთი ზარის მოთხოვნა',
};
