import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Pieteikt vizīti',
  steps: 'Soļi',
  stepAbout: 'Kas',
  stepWhen: 'Kad',
  stepDetails: 'Jūsu dati',
  stepCheck: 'Pārbaude',
  stepOf: '{step}. solis no {total}',
  continue: 'Turpināt',
  service: 'Kas Jums nepieciešams?',
  staff: 'Ar ko?',
  mode: 'Kā tiksimies?',
  modeVisit: 'Pie manis',
  modeOffice: 'Jūsu birojā',
  modePhone: 'Pa tālruni',
  modeVideo: 'Videozvanā',
  place: 'Kur?',
  placeHint: 'Iela, numurs un vieta',
  people: 'Cik cilvēku?',
  notes: 'Kas vēl mums jāzina?',
  notesHint: 'Piemēram: piekļuves vajadzības, kāpnes, autostāvvieta.',
  sendRequest: 'Nosūtīt pieteikumu',
  requestSent: 'Jūsu pieteikums ir nosūtīts',
  nextConfirmation:
    'Tas ir pieteikums, laiks vēl nav apstiprināts. Cilvēks no mūsu komandas to izskatīs un apstiprinās laiku.',
  anotherRequest: 'Nosūtīt vēl vienu pieteikumu',
};
