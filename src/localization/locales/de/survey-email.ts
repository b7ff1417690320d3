import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Guten Tag,',
  choose:
    'Wählen Sie die Antwort, die am besten passt. Auf der Seite, die sich öffnet, können Sie sie ändern und etwas dazu schreiben.',
  otherwise: 'Falls das nicht funktioniert, öffnen Sie diese Seite:',
  unsubscribe: 'Keine solchen E-Mails mehr erhalten',
  privacyPolicy: 'Datenschutzerklärung',
};
