import type { AppointmentWords } from './words.js';

export const en: AppointmentWords = {
  summary: 'Appointment',
  greeting: 'Hello,',
  decisions: {
    confirmed: {
      subject: 'Your appointment is confirmed',
      text: 'Your appointment is confirmed.',
      file: 'The attached file puts the appointment into your calendar.',
      answer: 'To change or cancel it, answer this message.',
    },
    proposed: {
      subject: 'A proposal for your appointment',
      text: 'This is our proposal for your appointment. It is not confirmed until you answer.',
      file: 'The attached file puts the time that we propose, the first one where there are several, into your calendar as tentative.',
      answer: 'Please answer this message and tell us which time suits you.',
    },
    declined: {
      subject: 'We cannot give you this appointment',
      text: 'We are sorry: we cannot give you the appointment that you asked for.',
      file: 'The attached file takes the appointment out of your calendar.',
      answer: 'If you would like another time, answer this message.',
    },
    cancelled: {
      subject: 'Your appointment is cancelled',
      text: 'We are sorry: your appointment is cancelled.',
      file: 'The attached file takes the appointment out of your calendar.',
      answer: 'If you would like another time, answer this message.',
    },
  },
  time: 'Date and time',
  proposedTimes: 'Proposed times',
  yourTimeZone: 'In your time zone',
  service: 'Service',
  staff: 'With',
  mode: 'How',
  modes: {
    visit: 'At your place',
    office: 'At our place',
    phone: 'By phone',
    video: 'By video call',
  },
  place: 'Place',
  people: 'Number of people',
  reference: 'Reference number',
  sentTitle: 'Your appointment request has been sent',
  nextStep: 'It is not confirmed yet: a person will answer you.',
  slotTaken: 'This time has been given to somebody else.',
  slotUnavailable: 'This time cannot be asked for.',
  nearby: 'Free times nearby',
};
