import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'გამარჯობა,',
  choose:
    'აირჩიეთ ყველაზე შესაფერისი პასუხი. გვერდზე, რომელიც გაიხსნება, შეგიძლიათ პასუხის შეცვლა და კომენტარის დამატება.',
  otherwise: 'თუ ეს არ მუშაობს, გახსენით ეს გვერდი:',
  unsubscribe: 'აღარ მივიღო ასეთი წერილები',
  privacyPolicy: 'კონფიდენციალურობის პოლიტიკა',
};
