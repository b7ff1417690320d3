/** Where a visitor's last choices are kept on this device, once they have wished it. */
export const REMEMBERED = 'harreman:remembered';
