import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Quelqu’un est là maintenant.',
  openUntil: 'Quelqu’un est là maintenant, jusqu’à\u202f: {time}',
  opensAt: 'Personne n’est là maintenant. De retour\u202f: {time}',
  inYourTime: 'votre heure\u202f: {time}',
};
