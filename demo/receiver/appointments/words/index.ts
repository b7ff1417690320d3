import type { Locale } from '../../../../src/localization/locale.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { eu } from './eu.js';
import { fr } from './fr.js';
import { ka } from './ka.js';
import { lv } from './lv.js';
import type { AppointmentWords } from './words.js';

/** What the receiver says to visitors about appointments. */
export const appointmentWords: Readonly<Record<Locale, AppointmentWords>> = { eu, ka, lv, en, es, fr, de };
