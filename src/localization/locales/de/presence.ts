import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Jetzt ist jemand da.',
  openUntil: 'Jetzt ist jemand da, bis: {time}',
  opensAt: 'Jetzt ist niemand da. Wieder da: {time}',
  inYourTime: 'Ihre Zeit: {time}',
};
