import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Bonjour,',
  choose:
    'Choisissez la réponse qui convient le mieux. Sur la page qui s’ouvre, vous pourrez la modifier et ajouter un commentaire.',
  otherwise: 'Si cela ne fonctionne pas, ouvrez cette page\u00a0:',
  unsubscribe: 'Ne plus recevoir ces messages',
  privacyPolicy: 'Politique de confidentialité',
};
