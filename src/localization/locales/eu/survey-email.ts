import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Kaixo:',
  choose:
    'Aukeratu ondoen datorren erantzuna. Irekiko den orrian, erantzuna aldatu eta iruzkin bat gehitu ahal izango duzu.',
  otherwise: 'Ez badabil, ireki orri hau:',
  unsubscribe: 'Ez jaso gehiago horrelako mezurik',
  privacyPolicy: 'Pribatutasun-politika',
};
