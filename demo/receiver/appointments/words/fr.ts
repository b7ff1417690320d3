import type { AppointmentWords } from './words.js';

export const fr: AppointmentWords = {
  summary: 'Rendez-vous',
  greeting: 'Bonjour,',
  decisions: {
    confirmed: {
      subject: 'Votre rendez-vous est confirmé',
      text: 'Votre rendez-vous est confirmé.',
      file: 'Le fichier joint ajoute le rendez-vous à votre agenda.',
      answer: 'Pour le modifier ou l’annuler, répondez à ce message.',
    },
    proposed: {
      subject: 'Proposition pour votre rendez-vous',
      text: 'Voici notre proposition pour votre rendez-vous. Il ne sera confirmé qu’après votre réponse.',
      file: 'Le fichier joint note dans votre agenda, à titre provisoire, l’horaire proposé (le premier s’il y en a plusieurs).',
      answer: 'Répondez à ce message en nous disant quel horaire vous convient.',
    },
    declined: {
      subject: 'Nous ne pouvons pas vous donner ce rendez-vous',
      text: 'Nous sommes désolés\u00a0: nous ne pouvons pas vous donner le rendez-vous demandé.',
      file: 'Le fichier joint retire le rendez-vous de votre agenda.',
      answer: 'Si vous souhaitez un autre horaire, répondez à ce message.',
    },
    cancelled: {
      subject: 'Votre rendez-vous est annulé',
      text: 'Nous sommes désolés\u00a0: votre rendez-vous est annulé.',
      file: 'Le fichier joint retire le rendez-vous de votre agenda.',
      answer: 'Si vous souhaitez un autre horaire, répondez à ce message.',
    },
  },
  time: 'Date et heure',
  proposedTimes: 'Horaires proposés',
  yourTimeZone: 'Dans votre fuseau horaire',
  service: 'Prestation',
  staff: 'Avec',
  mode: 'Forme',
  modes: {
    visit: 'Chez vous',
    office: 'Dans nos locaux',
    phone: 'Par téléphone',
    video: 'En visioconférence',
  },
  place: 'Lieu',
  people: 'Nombre de personnes',
  reference: 'Numéro de référence',
  sentTitle: 'Votre demande de rendez-vous a été envoyée',
  nextStep: 'Elle n’est pas encore confirmée\u00a0: une personne vous répondra.',
  slotTaken: 'Cet horaire est déjà pris.',
  slotUnavailable: 'Cet horaire ne peut pas être demandé.',
  nearby: 'Horaires libres les plus proches',
};
