import type { AppointmentInUseMessages } from '../../catalogue.js';

// With the calendar's words, so that one file is asked for.
export { calendar } from './calendar.js';

export const appointmentInUse: AppointmentInUseMessages = {
  when: '¿Cuándo le viene bien?',
  whenTime: 'Un día y una hora concretos',
  whenAny: 'Cualquier momento de una semana',
  whenSoon: 'Lo antes posible',
  time: 'Día y hora',
  timeRequired: 'Elija un día y una hora',
  timeGone: 'Esta hora ya no está libre. Elija otra.',
  day: 'Día',
  timesOn: 'Horas: {date}',
  timesFree: { one: '{count} hora libre', many: '{count} de horas libres', other: '{count} horas libres' },
  timesNone: 'No hay horas libres',
  timesLoading: 'Cargando las horas libres…',
  timesUnchecked:
    'No hemos podido comprobar qué horas están libres. Puede enviar su solicitud de todos modos.',
  morning: 'Por la mañana',
  afternoon: 'Por la tarde',
  anyTime: 'A cualquier hora',
  nearestDays: 'Próximos días libres',
  yourTimes: 'Sus horas, la mejor primero',
  addTime: 'Añadir otra hora que le venga bien',
  companyZone: 'Zona horaria: {zone}',
  yourTime: 'su hora: {time}',
  week: '¿En qué semana?',
  thisWeek: '{dates} (esta semana)',
  nextWeek: '{dates} (la semana que viene)',
  partOfDay: '¿En qué momento del día?',
  lastTime: 'La última vez: {what}',
  sameAgain: 'Lo mismo otra vez',
  forgetMe: 'Olvidar mis elecciones',
  forgotten: 'Olvidado en este dispositivo',
  rememberOffer: 'Más rápido la próxima vez: lo que ha elegido y dónde se guardará solo en este dispositivo.',
  remember: 'Recordar en este dispositivo',
  remembered: 'Recordado en este dispositivo',
  calendarFile: 'Archivo de calendario ({type}, {size})',
  addToCalendar: 'Añadir al calendario: {calendar}',
  eventTitle: 'Cita solicitada',
};
