import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Labdien!',
  choose: 'Izvēlieties atbilstošāko atbildi. Lapā, kas atvērsies, to varēsiet mainīt un pievienot komentāru.',
  otherwise: 'Ja tas nedarbojas, atveriet šo lapu:',
  unsubscribe: 'Vairs nesaņemt šādas vēstules',
  privacyPolicy: 'Privātuma politika',
};
