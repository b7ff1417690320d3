import type { CallbackInUseMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackInUse: CallbackInUseMessages = {
  ...presence,
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
  country: 'ქვეყანა',
  otherCountry: 'სხვა ქვეყანა',
  phoneExample: 'მაგალითად: {example}',
  phoneTaken: 'დაგირეკავთ ამ ნომერზე',
  phoneUnsure: 'ეს ნომერი ვერ ამოვიცანით. გადაამოწმეთ; თუ სწორია, გაგზავნეთ, როგორც არის.',
  phoneCountryRequired: 'გთხოვთ, აირჩიოთ ნომრის ქვეყანა',
  numberInvalid: 'გთხოვთ, შეიყვანოთ ტელეფონის ნომერი, მაგალითად: {example}',
  windowGone: 'ეს დრო უკვე გავიდა. აირჩიეთ სხვა.',
  promisedNumber: 'ნომერი',
  promisedWindow: 'როდის',
  nextCall: 'დაგირეკავთ ჩვენი თანამშრომელი.',
  cancelRequest: 'ამ მოთხოვნის გაუქმება',
  cancelSent: 'გაუქმების შეტყობინება გაგზავნილია.',
  cancelSaved:
    'გაუქმების შეტყობინება შენახულია ამ მოწყობილობაზე. გაიგზავნება, როცა ამ საიტს ხელახლა გახსნით.',
  cancelFailed: 'გაუქმების შეტყობინება ვერ გაიგზავნა. გთხოვთ, შეგვატყობინოთ ტელეფონით ან ელფოსტით.',
  repeated: 'ზარი უკვე მოითხოვეთ ({time}). მიმართვის ნომერი: {reference}',
};
