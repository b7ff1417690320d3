import type { AppointmentInUseMessages } from '../../catalogue.js';

// With the calendar's words, so that one file is asked for.
export { calendar } from './calendar.js';

export const appointmentInUse: AppointmentInUseMessages = {
  when: 'Quand cela vous convient-il\u202f?',
  whenTime: 'À un jour et une heure précis',
  whenAny: 'À tout moment d’une semaine',
  whenSoon: 'Dès que possible',
  time: 'Jour et heure',
  timeRequired: 'Choisissez un jour et une heure',
  timeGone: 'Cet horaire n’est plus libre. Choisissez-en un autre.',
  day: 'Jour',
  timesOn: 'Horaires\u00a0: {date}',
  timesFree: {
    one: '{count} horaire libre',
    many: '{count} d’horaires libres',
    other: '{count} horaires libres',
  },
  timesNone: 'Aucun horaire libre',
  timesLoading: 'Chargement des horaires libres…',
  timesUnchecked:
    'Nous n’avons pas pu vérifier quels horaires sont libres. Vous pouvez tout de même envoyer votre demande.',
  morning: 'Le matin',
  afternoon: 'L’après-midi',
  anyTime: 'À toute heure',
  nearestDays: 'Prochains jours libres',
  yourTimes: 'Vos horaires, le meilleur en premier',
  addTime: 'Ajouter un autre horaire qui convient',
  companyZone: 'Fuseau horaire\u00a0: {zone}',
  yourTime: 'votre heure\u00a0: {time}',
  week: 'Quelle semaine\u202f?',
  thisWeek: '{dates} (cette semaine)',
  nextWeek: '{dates} (la semaine prochaine)',
  partOfDay: 'À quel moment de la journée\u202f?',
  lastTime: 'La dernière fois\u00a0: {what}',
  sameAgain: 'La même chose',
  forgetMe: 'Oublier mes choix',
  forgotten: 'Oublié sur cet appareil',
  rememberOffer:
    'Plus vite la prochaine fois\u00a0: vos choix et le lieu seront gardés sur cet appareil seulement.',
  remember: 'Mémoriser sur cet appareil',
  remembered: 'Mémorisé sur cet appareil',
  calendarFile: 'Fichier d’agenda ({type}, {size})',
  addToCalendar: 'Ajouter à l’agenda\u00a0: {calendar}',
  eventTitle: 'Rendez-vous demandé',
};
