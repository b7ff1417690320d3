import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Tagad kāds ir uz vietas.',
  openUntil: 'Tagad kāds ir uz vietas, līdz: {time}',
  opensAt: 'Tagad neviena nav. Atkal būsim: {time}',
  inYourTime: 'Jūsu laiks: {time}',
};
