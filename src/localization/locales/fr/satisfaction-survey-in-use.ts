import type { SatisfactionSurveyInUseMessages } from '../../catalogue.js';

export const satisfactionSurveyInUse: SatisfactionSurveyInUseMessages = {
  questionOf: 'Question {step} sur {total}',
  next: 'Suivant',
  skip: 'Passer',
  newQuestion: 'Nouvelle question',
  clearAnswer: 'Effacer cette réponse',
  answerCleared: 'La réponse a été effacée',
  exclusiveKept: 'Les autres choix ont été décochés',
  exclusiveDropped: 'Décoché\u00a0: {label}',
  anonymousNote: 'Votre réponse est anonyme\u00a0: ni votre nom ni l’invitation ne sont envoyés.',
  invitedNote: 'Votre réponse est envoyée avec l’invitation que vous avez reçue.',
  linkedNote:
    'Voici la réponse que vous avez choisie dans l’e-mail. Vous pouvez la modifier et la compléter.',
  linkedSent: 'Votre réponse est arrivée. Vous pouvez encore la modifier et la compléter.',
  thanksHigh: 'Merci\u202f! Nous sommes heureux que tout se soit bien passé.',
  thanksMiddle: 'Merci pour votre réponse.',
  thanksLow: 'Merci de nous l’avoir dit. Nous regrettons que cela ne se soit pas passé comme il faut.',
  putRight: 'Nous aimerions y remédier.',
  reachUs: 'Vous pouvez nous joindre ici\u00a0',
  tellOthers: 'En parleriez-vous à d’autres\u202f?',
  review: 'Écrire un avis',
  share: 'Partager',
  copyLink: 'Copier le lien',
  changeAnswer: 'Modifier ma réponse',
  closeSurvey: 'Fermer l’enquête',
  chooseUpTo: {
    one: 'Choisissez-en {count} au plus.',
    many: 'Choisissez-en {count} au plus.',
    other: 'Choisissez-en {count} au plus.',
  },
  chooseAtLeast: {
    one: 'Choisissez-en au moins {count}.',
    many: 'Choisissez-en au moins {count}.',
    other: 'Choisissez-en au moins {count}.',
  },
};
