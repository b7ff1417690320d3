import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Termin anfragen',
  steps: 'Schritte',
  stepAbout: 'Was',
  stepWhen: 'Wann',
  stepDetails: 'Ihre Angaben',
  stepCheck: 'Prüfen',
  stepOf: 'Schritt {step} von {total}',
  continue: 'Weiter',
  service: 'Was brauchen Sie?',
  staff: 'Mit wem?',
  mode: 'Wie treffen wir uns?',
  modeVisit: 'Bei mir',
  modeOffice: 'Bei Ihnen',
  modePhone: 'Am Telefon',
  modeVideo: 'Per Video',
  place: 'Wo?',
  placeHint: 'Straße, Hausnummer und Ort',
  people: 'Wie viele Personen?',
  notes: 'Was sollten wir noch wissen?',
  notesHint: 'Zum Beispiel: Bedarf an Barrierefreiheit, Treppen, Parkplatz.',
  sendRequest: 'Anfrage senden',
  requestSent: 'Ihre Anfrage wurde gesendet',
  nextConfirmation:
    'Das ist eine Anfrage, noch kein Termin. Ein Mensch sieht sie sich an und bestätigt die Zeit.',
  anotherRequest: 'Weitere Anfrage senden',
};
