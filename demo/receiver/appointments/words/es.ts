import type { AppointmentWords } from './words.js';

export const es: AppointmentWords = {
  summary: 'Cita',
  greeting: 'Buenos días:',
  decisions: {
    confirmed: {
      subject: 'Su cita está confirmada',
      text: 'Su cita está confirmada.',
      file: 'El archivo adjunto añade la cita a su calendario.',
      answer: 'Si desea cambiarla o cancelarla, responda a este mensaje.',
    },
    proposed: {
      subject: 'Propuesta para su cita',
      text: 'Esta es nuestra propuesta para su cita. No estará confirmada hasta que nos responda.',
      file: 'El archivo adjunto anota en su calendario, como provisional, la hora propuesta (la primera, si hay varias).',
      answer: 'Responda a este mensaje y díganos qué hora le conviene.',
    },
    declined: {
      subject: 'No podemos darle la cita que ha solicitado',
      text: 'Lo sentimos: no podemos darle la cita que ha solicitado.',
      file: 'El archivo adjunto quita la cita de su calendario.',
      answer: 'Si desea otra hora, responda a este mensaje.',
    },
    cancelled: {
      subject: 'Su cita queda cancelada',
      text: 'Lo sentimos: su cita queda cancelada.',
      file: 'El archivo adjunto quita la cita de su calendario.',
      answer: 'Si desea otra hora, responda a este mensaje.',
    },
  },
  time: 'Fecha y hora',
  proposedTimes: 'Horas propuestas',
  yourTimeZone: 'En su zona horaria',
  service: 'Servicio',
  staff: 'Con',
  mode: 'Modalidad',
  modes: {
    visit: 'En su domicilio o empresa',
    office: 'En nuestras oficinas',
    phone: 'Por teléfono',
    video: 'Por videollamada',
  },
  place: 'Lugar',
  people: 'Número de personas',
  reference: 'Número de referencia',
  sentTitle: 'Su solicitud de cita se ha enviado',
  nextStep: 'Aún no está confirmada: una persona le responderá.',
  slotTaken: 'Esa hora ya está ocupada.',
  slotUnavailable: 'Esa hora no se puede solicitar.',
  nearby: 'Horas libres más cercanas',
};
