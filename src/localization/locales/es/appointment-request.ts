import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Solicitar una cita',
  steps: 'Pasos',
  stepAbout: 'Qué',
  stepWhen: 'Cuándo',
  stepDetails: 'Sus datos',
  stepCheck: 'Revisión',
  stepOf: 'Paso {step} de {total}',
  continue: 'Continuar',
  service: '¿Qué necesita?',
  staff: '¿Con quién?',
  mode: '¿Cómo nos reunimos?',
  modeVisit: 'En mi dirección',
  modeOffice: 'En su oficina',
  modePhone: 'Por teléfono',
  modeVideo: 'Por videollamada',
  place: '¿Dónde?',
  placeHint: 'Calle, número y localidad',
  people: '¿Cuántas personas?',
  notes: '¿Qué más debemos saber?',
  notesHint: 'Por ejemplo: necesidades de accesibilidad, escaleras, aparcamiento.',
  sendRequest: 'Enviar solicitud',
  requestSent: 'Su solicitud se ha enviado',
  nextConfirmation:
    'Es una solicitud, todavía no una cita. Una persona la estudiará y le confirmará la hora.',
  anotherRequest: 'Enviar otra solicitud',
};
