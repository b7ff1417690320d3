import type { PresenceMessages } from '../../catalogue.js';

export const presence: PresenceMessages = {
  openNow: 'ახლა ადგილზე ვართ.',
  openUntil: 'ახლა ადგილზე ვართ. როდემდე: {time}',
  opensAt: 'ახლა არავინ არის. როდის დავბრუნდებით: {time}',
  inYourTime: 'თქვენი დროით: {time}',
};
