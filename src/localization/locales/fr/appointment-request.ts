import type { AppointmentRequestMessages } from '../../catalogue.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const appointmentRequest: AppointmentRequestMessages = {
  heading: 'Demander un rendez-vous',
  steps: 'Étapes',
  stepAbout: 'Quoi',
  stepWhen: 'Quand',
  stepDetails: 'Vos coordonnées',
  stepCheck: 'Vérification',
  stepOf: 'Étape {step} sur {total}',
  continue: 'Continuer',
  service: 'De quoi avez-vous besoin\u202f?',
  staff: 'Avec qui\u202f?',
  mode: 'Comment nous rencontrer\u202f?',
  modeVisit: 'Chez moi',
  modeOffice: 'Dans vos locaux',
  modePhone: 'Par téléphone',
  modeVideo: 'En visioconférence',
  place: 'Où\u202f?',
  placeHint: 'Rue, numéro et commune',
  people: 'Combien de personnes\u202f?',
  notes: 'Que devons-nous savoir d’autre\u202f?',
  notesHint: 'Par exemple\u00a0: besoins d’accessibilité, escaliers, stationnement.',
  sendRequest: 'Envoyer la demande',
  requestSent: 'Votre demande a été envoyée',
  nextConfirmation:
    'C’est une demande, pas encore un rendez-vous. Une personne l’examinera et confirmera l’heure.',
  anotherRequest: 'Envoyer une autre demande',
};
