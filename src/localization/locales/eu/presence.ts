import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'Orain norbait dago erantzuteko.',
  openUntil: 'Orain norbait dago erantzuteko. Noiz arte: {time}',
  opensAt: 'Orain ez dago inor. Noiz itzuliko gara: {time}',
  inYourTime: 'zure ordua: {time}',
};
