import type { SatisfactionSurveyInUseMessages } from '../../catalogue.js';

export const satisfactionSurveyInUse: SatisfactionSurveyInUseMessages = {
  questionOf: 'Pregunta {step} de {total}',
  next: 'Siguiente',
  skip: 'Omitir',
  newQuestion: 'Pregunta nueva',
  clearAnswer: 'Borrar esta respuesta',
  answerCleared: 'La respuesta se ha borrado',
  exclusiveKept: 'Las demás opciones se han desmarcado',
  exclusiveDropped: 'Desmarcado: {label}',
  anonymousNote: 'Su respuesta es anónima: no se envía ni su nombre ni la invitación.',
  invitedNote: 'Su respuesta se envía junto con la invitación que recibió.',
  linkedNote: 'Esta es la respuesta que eligió en el correo. Puede cambiarla y completarla.',
  linkedSent: 'Su respuesta ha llegado. Aún puede cambiarla y completarla.',
  linkedSaved:
    'Su respuesta se ha guardado en este dispositivo. Se enviará cuando vuelva a abrir este sitio.',
  thanksHigh: '¡Gracias! Nos alegra que haya ido bien.',
  thanksMiddle: 'Gracias por su respuesta.',
  thanksLow: 'Gracias por decírnoslo. Sentimos que no haya ido como debía.',
  putRight: 'Nos gustaría arreglarlo.',
  reachUs: 'Puede contactar con nosotros aquí',
  tellOthers: '¿Se lo contaría a otras personas?',
  review: 'Escribir una reseña',
  share: 'Compartir',
  copyLink: 'Copiar el enlace',
  changeAnswer: 'Cambiar mi respuesta',
  closeSurvey: 'Cerrar la encuesta',
  chooseUpTo: {
    one: 'Elija {count} como máximo.',
    many: 'Elija {count} como máximo.',
    other: 'Elija hasta {count}.',
  },
  chooseAtLeast: {
    one: 'Elija al menos {count}.',
    many: 'Elija al menos {count}.',
    other: 'Elija al menos {count}.',
  },
};
