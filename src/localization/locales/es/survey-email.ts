import type { SurveyEmailMessages } from '../../catalogue.js';

export const surveyEmail: SurveyEmailMessages = {
  greeting: 'Hola:',
  choose:
    'Elija la respuesta que mejor encaje. En la página que se abre puede cambiarla y añadir un comentario.',
  otherwise: 'Si no funciona, abra esta página:',
  unsubscribe: 'No recibir más mensajes como este',
  privacyPolicy: 'Política de privacidad',
};
