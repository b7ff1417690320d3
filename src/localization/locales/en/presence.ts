import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Somebody is here now.',
  openUntil: 'Somebody is here now, until: {time}',
  opensAt: 'Nobody is here now. Back again: {time}',
  inYourTime: 'your time: {time}',
};
