import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(არასავალდებულო)',
  eitherContact: 'როგორ დაგიკავშირდეთ?',
  eitherContactHint: 'საკმარისია ელფოსტა ან ტელეფონის ნომერი.',
  name: 'თქვენი სახელი',
  email: 'ელფოსტა',
  phone: 'ტელეფონი',
  choose: 'აირჩიეთ…',
  consent: 'ვეთანხმები [კონფიდენციალურობის პოლიტიკას].',
  newTab: '(იხსნება ახალ ჩანართში)',
  attachment: 'ფაილები',
  send: 'გაგზავნა',
  stranded:
    'თქვენი შეტყობინება ვერ გაიგზავნა. კავშირი ვერ დამყარდა. შეამოწმეთ ინტერნეტი და სცადეთ ხელახლა. რაც დაწერეთ, კვლავ აქ არის.',
  honeypot: 'ეს ველი ცარიელი დატოვეთ',
};
