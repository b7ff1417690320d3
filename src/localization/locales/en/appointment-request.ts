import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Request an appointment',
  steps: 'Steps',
  stepAbout: 'What',
  stepWhen: 'When',
  stepDetails: 'Your details',
  stepCheck: 'Check',
  stepOf: 'Step {step} of {total}',
  continue: 'Continue',
  service: 'What do you need?',
  staff: 'With whom?',
  mode: 'How shall we meet?',
  modeVisit: 'At my place',
  modeOffice: 'At your office',
  modePhone: 'By phone',
  modeVideo: 'By video',
  place: 'Where?',
  placeHint: 'Street, number and town',
  people: 'How many people?',
  notes: 'What else should we know?',
  notesHint: 'For example: access needs, stairs, parking.',
  sendRequest: 'Send request',
  requestSent: 'Your request has been sent',
  nextConfirmation:
    'This is a request, not yet an appointment. A person will look at it and confirm the time.',
  anotherRequest: 'Send another request',
};
