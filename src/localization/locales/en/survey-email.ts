import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Hello,',
  choose: 'Choose the answer that fits best. On the page that opens you can change it and add a comment.',
  otherwise: 'If that does not work, open this page:',
  unsubscribe: 'Unsubscribe from these e-mails',
  privacyPolicy: 'Privacy policy',
};
