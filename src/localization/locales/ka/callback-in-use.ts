import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
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
