import type { Locale } from '../../../src/localization/locale.js';

/** The scales that can be asked in an e-mail. */
export const PRESETS = ['csat', 'nps', 'ces', 'expectation', 'recommend'] as const;
export type Preset = (typeof PRESETS)[number];

/** What the owner has decided of a survey that people are invited to. */
export interface SurveySetup {
  /** As in the widget's `survey`. */
  readonly id: string;
  /** The page with the widget. */
  readonly pageUrl: string;
  readonly preset: Preset;
  /** Of who is invited without a language. */
  readonly locale: Locale;
  /** Instead of the preset's question; empty for that one. */
  readonly question: string;
  /** From the call for an invitation to its mail. */
  readonly delayHours: number;
  /** From the mail to the end of its link. */
  readonly validDays: number;
  /** How long nobody is asked again, whatever about. */
  readonly quietDays: number;
}

export const SETUP_DEFAULTS = { delayHours: 0, validDays: 60, quietDays: 30 } as const;
export const SETUP_LIMITS = { delayHours: 24 * 90, validDays: 730, quietDays: 3650 } as const;

/** What may stand in a survey's name: it is part of addresses and of files' names. */
export const isSurveyId = (text: string): boolean => /^[\p{L}\p{N}](?:[\p{L}\p{N}._ -]{0,98}[\p{L}\p{N}])?$/u.test(text);
