import type { CommonMessages } from '../../catalogue.js';

export const common: CommonMessages = {
  optional: '(opcional)',
  eitherContact: '¿Cómo podemos ponernos en contacto con usted?',
  eitherContactHint: 'Basta con un correo electrónico o un número de teléfono.',
  name: 'Su nombre',
  email: 'Correo electrónico',
  phone: 'Teléfono',
  choose: 'Elija…',
  consent: 'Acepto la [política de privacidad].',
  newTab: '(se abre en una pestaña nueva)',
  attachment: 'Archivos',
  send: 'Enviar',
  replyWithin: {
    one: 'Respondemos en un plazo de {count} día laborable.',
    many: 'Respondemos en un plazo de {count} de días laborables.',
    other: 'Respondemos en un plazo de {count} días laborables.',
  },
  stranded:
    'Su mensaje no se ha enviado. La conexión ha fallado. Compruébela y vuelva a intentarlo. Lo que ha escrito sigue aquí.',
  honeypot: 'Deje este campo vacío',
};
