import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'ვიზიტის მოთხოვნა',
  steps: 'ნაბიჯები',
  stepAbout: 'რა',
  stepWhen: 'როდის',
  stepDetails: 'თქვენი მონაცემები',
  stepCheck: 'შემოწმება',
  stepOf: 'ნაბიჯი {step}, სულ {total}',
  continue: 'გაგრძელება',
  service: 'რა გჭირდებათ?',
  staff: 'ვისთან?',
  mode: 'როგორ შევხვდეთ?',
  modeVisit: 'ჩემს მისამართზე',
  modeOffice: 'თქვენს ოფისში',
  modePhone: 'ტელეფონით',
  modeVideo: 'ვიდეოზარით',
  place: 'სად?',
  placeHint: 'ქუჩა, ნომერი და ქალაქი ან სოფელი',
  people: 'რამდენი ადამიანი?',
  notes: 'კიდევ რა უნდა ვიცოდეთ?',
  notesHint: 'მაგალითად: ადაპტირებული გარემო, კიბე, პარკინგი.',
  sendRequest: 'მოთხოვნის გაგზავნა',
  requestSent: 'თქვენი მოთხოვნა გაიგზავნა',
  nextConfirmation:
    'ეს მოთხოვნაა, დრო ჯერ არ დადასტურებულა. ჩვენი თანამშრომელი განიხილავს და დროს დაგიდასტურებთ.',
  anotherRequest: 'კიდევ ერთი მოთხოვნის გაგზავნა',
};
