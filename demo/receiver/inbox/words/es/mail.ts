import type { InboxMessages } from '../catalogue.js';

export const mail = {
  fact: '{label}: {value}',
  message: 'Mensaje',
  answer: 'Respuesta a una encuesta',
  anAnswer: 'una respuesta',
  noScore: 'ninguna',
  appointment: 'Solicitud de cita',
  appointmentAt: 'Cita, {when}',
  callWanted: 'Llamada solicitada',
  callWantedAt: 'Llamada solicitada, {when}',
  noCallWanted: 'Ya no quiere la llamada',
  takesBack: 'Retira el mensaje',
  promised: 'Prometido',
  soon: 'lo antes posible',
  timeAsked: 'Hora solicitada',
  or: 'O',
  file: 'Archivo: {name} ({size})',
  noText: 'Este mensaje no tiene texto.',
  duplicate: 'El remitente no podía saber si había llegado un primer intento.',
  readAndAnswer: 'Leer y responder: {url}',
  inInbox: 'Los archivos y todo lo demás están en la bandeja de entrada.',
} satisfies InboxMessages['mail'];
