import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Eskatu hitzordua',
  steps: 'Urratsak',
  stepAbout: 'Zer',
  stepWhen: 'Noiz',
  stepDetails: 'Zure datuak',
  stepCheck: 'Berrikusi',
  stepOf: '{step}. urratsa, guztira {total}',
  continue: 'Jarraitu',
  service: 'Zer behar duzu?',
  staff: 'Norekin?',
  mode: 'Nola elkartuko gara?',
  modeVisit: 'Nire helbidean',
  modeOffice: 'Zuen bulegoan',
  modePhone: 'Telefonoz',
  modeVideo: 'Bideodeiz',
  place: 'Non?',
  placeHint: 'Kalea, zenbakia eta herria',
  people: 'Zenbat pertsona?',
  notes: 'Besterik jakin behar al dugu?',
  notesHint: 'Adibidez: irisgarritasun-beharrak, eskailerak, aparkalekua.',
  sendRequest: 'Bidali eskaera',
  requestSent: 'Zure eskaera bidali da',
  nextConfirmation:
    'Eskaera bat da, oraindik ez da hitzordua. Pertsona batek aztertuko du, eta ordua baieztatuko dizu.',
  anotherRequest: 'Bidali beste eskaera bat',
};
