import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Kaixo:',
  choose:
    'Aukeratu ondoen datorren erantzuna. Irekiko den orrian, erantzuna alda dezakezu eta iruzkin bat gehitu.',
  otherwise: 'Ez badabil, ireki orri hau:',
  unsubscribe: 'Ez jaso gehiago horrelako mezurik',
  privacyPolicy: 'Pribatutasun-politika',
};
