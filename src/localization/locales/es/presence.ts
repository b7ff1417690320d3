import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Ahora hay alguien para atenderle.',
  openUntil: 'Ahora hay alguien para atenderle, hasta: {time}',
  opensAt: 'Ahora no hay nadie. Volvemos: {time}',
  inYourTime: 'su hora: {time}',
};
