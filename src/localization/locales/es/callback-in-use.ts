import type { CallbackInUseMessages } from '../../catalogue.js';
import { presence } from './presence.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const callbackInUse: CallbackInUseMessages = {
  ...presence,
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
  phoneHint: 'Con el prefijo del país, o sin él si es de aquí.',
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
  country: 'País',
  otherCountry: 'Otro país',
  phoneExample: 'Por ejemplo: {example}',
  phoneTaken: 'Le llamaremos a este número',
  phoneUnsure: 'No conocemos este número. Compruébelo; si es correcto, envíelo tal cual.',
  phoneCountryRequired: 'Elija el país del número',
  numberInvalid: 'Introduzca un número de teléfono, por ejemplo, {example}',
  windowGone: 'Esa hora ya ha pasado. Elija otra.',
  promisedNumber: 'Número',
  promisedWindow: 'Cuándo',
  nextCall: 'Le llamará una persona.',
  cancelRequest: 'Cancelar esta petición',
  cancelSent: 'La cancelación se ha enviado.',
  cancelSaved:
    'La cancelación está guardada en este dispositivo. Se enviará cuando vuelva a abrir este sitio.',
  cancelFailed: 'No se ha podido enviar la cancelación. Avísenos por teléfono o por correo.',
  repeated: 'Ya ha pedido una llamada ({time}). Número de referencia: {reference}',
};
