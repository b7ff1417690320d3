import type { CallbackButtonMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackButton: CallbackButtonMessages = {
  ...presence,
  launcher: 'Llámenme',
  launcherAll: 'Contacte con nosotros',
  closePanel: 'Cerrar',
  ways: 'Formas de contacto',
  openingHours: 'Horario',
  closedDay: 'Cerrado',
  showQr: 'Mostrar el código QR del número',
  qrHint: 'Escanee el código con su teléfono para llamar: {number}',
  saveContact: 'Guardar contacto (vCard)',
  backToAll: 'Todas las formas de contacto',
  heading: 'Le llamamos',
  phoneNumber: 'Su número de teléfono',
  phoneHint: 'Como lo marca en su país, o con el prefijo del país.',
  when: '¿Cuándo le llamamos?',
  whenSoon: 'Lo antes posible',
  whenToday: 'Hoy',
  whenTomorrow: 'Mañana',
  whenChoose: 'Elegir una hora',
  day: 'Día',
  window: 'Hora',
  zoneNote: 'Las horas son las de su reloj ({zone}).',
  topic: '¿De qué se trata?',
  sendRequest: 'Pedir una llamada',
  requestSent: 'Le llamaremos',
  anotherRequest: 'Pedir otra llamada',
};
