import type { SettingsReader } from '../settings-reader.js';

/** What an owner sets of surveys by environment variables; the README lists them. */
export interface SurveySettings {
  /** What respondents' tokens are signed with. Without one, one is made and kept in the database. */
  readonly secret?: string | undefined;
  /** With which other programs may invite. Without one, none may. */
  readonly apiKey?: string | undefined;
  /** Invitations that leave each minute, from all receivers of one database together. */
  readonly perMinute: number;
  /** Days after which it is erased to whom an expired invitation went. Without, never. */
  readonly keptDays?: number | undefined;
}

/** Not repeated when they make no sense. */
export const SURVEY_SECRETS: readonly string[] = ['SURVEY_SECRET', 'SURVEY_API_KEY'];

const KEY_WANTED =
  'use at least 32 characters; one is made by: node -p "crypto.randomBytes(32).toString(\'base64url\')"';

export const readSurveySettings = (reader: SettingsReader): SurveySettings => ({
  secret: reader.read('SURVEY_SECRET', undefined, longKey, KEY_WANTED),
  apiKey: reader.read('SURVEY_API_KEY', undefined, longKey, KEY_WANTED),
  perMinute: reader.whole('INVITATIONS_PER_MINUTE', 30, 1, 6_000),
  keptDays: reader.days('INVITATIONS_KEPT_DAYS', 0),
});

const longKey = (text: string): string | undefined => (text.length >= 32 ? text : undefined);
