/**
 * What is wrong with a value, as a key of the catalogue with its values: rules never make text, so that one rule
 * serves every language. With `count` the key is a plural one.
 */
export interface Problem {
  readonly key: ProblemKey;
  readonly count?: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The problems that a rule may name. Each is a key of the catalogue's common messages. */
export type ProblemKey =
  | 'fieldRequired'
  | 'eitherContactRequired'
  | 'choiceRequired'
  | 'tickRequired'
  | 'emailInvalid'
  | 'phoneInvalid'
  | 'urlInvalid'
  | 'dateInvalid'
  | 'dateInFuture'
  | 'valueInvalid'
  | 'valueTooLow'
  | 'valueTooHigh'
  | 'patternMismatch'
  | 'textTooShort'
  | 'textTooLong'
  | 'fileEmpty'
  | 'fileUnreadable'
  | 'fileTooLarge'
  | 'fileTypeRefused'
  | 'filesTooLarge'
  | 'tooManyFiles';
