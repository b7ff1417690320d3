import type { Locale } from '../../../src/localization/locale.js';
import { scales, type SurveyPreset } from '../../../src/submission/survey-scales.js';

export const PRESETS = Object.keys(scales) as readonly SurveyPreset[];

/** What the owner has decided of a survey that people are invited to. */
export interface SurveySetup {
  /** As in the widget's `survey`. */
  readonly id: string;
  /** The page with the widget. */
  readonly pageUrl: string;
  readonly preset: SurveyPreset;
  /** Of who is invited without a language, and of the owner's own words below. */
  readonly locale: Locale;
  /** Instead of the preset's question; empty for that one. Who is invited in another language gets the preset's. */
  readonly question: string;
  /** A paragraph before it, or nothing; in the same language. */
  readonly intro: string;
  /** Of the privacy policy, or nothing. */
  readonly privacyUrl: string;
  /** From the call for an invitation to its mail. */
  readonly delayHours: number;
  /** From the mail to the end of its link. */
  readonly validDays: number;
  /** How long nobody is asked again, whatever about. */
  readonly quietDays: number;
}

/** What a survey begins with, and how far each may go. */
export const SETUP_NUMBERS = {
  delayHours: { preset: 0, min: 0, max: 24 * 90 },
  validDays: { preset: 60, min: 1, max: 730 },
  quietDays: { preset: 30, min: 0, max: 3650 },
} as const;

/** What a survey may be called: its name is a part of addresses, of files' names and of commands. */
export const isSurveyId = (text: string): boolean =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,98}[\p{L}\p{N}])?$/u.test(text);
