import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Quelqu’un est là maintenant.',
  openUntil: 'Quelqu’un est là maintenant, jusqu’à\u00a0: {time}',
  opensAt: 'Personne n’est là maintenant. De retour\u00a0: {time}',
  inYourTime: 'votre heure\u00a0: {time}',
};
