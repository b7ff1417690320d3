import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
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
