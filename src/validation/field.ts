import { bareEmail, isEmail } from './email.js';
import { compilePattern } from './pattern.js';
import { isPhone } from './phone.js';
import type { Problem } from './problem.js';
import { countCharacters, isBlank } from './text.js';

/** The kinds of control that the kit renders; each is a native control or a group of them. */
export type FieldType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'month'
  | 'week'
  | 'range'
  | 'color'
  | 'textarea'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'checkboxes'
  | 'file';

/** The constraints of one control, as HTML names them. Limits of dates are ISO 8601 texts, of numbers numbers. */
export interface FieldRules {
  readonly type: FieldType;
  readonly required?: boolean;
  /** Characters; see {@link countCharacters}. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  /** A number, or `any`. */
  readonly step?: string;
  readonly pattern?: string;
  /** A date after today can't be right (a purchase). */
  readonly past?: boolean;
}

/** A text, or a list of texts where a control takes several. An unticked box is an empty text. */
export type FieldValue = string | readonly string[];

/** Today as `YYYY-MM-DD` on the visitor's own clock. */
export const localToday = (now = new Date()): string =>
  `${now.getFullYear()}-${`${now.getMonth() + 1}`.padStart(2, '0')}-${`${now.getDate()}`.padStart(2, '0')}`;

/** Whether `YYYY-MM-DD` is a day that exists: 31 February is not. */
export const isCalendarDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/**
 * What is wrong with a value, or `undefined`. The first problem that a person would mend is the one named:
 * missing before malformed before out of range.
 */
export const checkField = (rules: FieldRules, value: FieldValue): Problem | undefined => {
  const empty = typeof value === 'string' ? isBlank(value) : value.length === 0;
  if (empty) return rules.required ? { key: missingKey(rules.type) } : undefined;
  return typeof value === 'string' ? checkText(rules, value) : undefined;
};

const missingKey = (type: FieldType): Problem['key'] =>
  type === 'checkbox'
    ? 'tickRequired'
    : /^(radio|checkboxes|select)$/.test(type)
      ? 'choiceRequired'
      : 'fieldRequired';

/** Longer web addresses are not sure to work anywhere; and the time to look at one grows with its square. */
const MAX_ADDRESS = 2048;

const checkText = (rules: FieldRules, raw: string): Problem | undefined => {
  const value = rules.type === 'textarea' ? raw : raw.trim();
  switch (rules.type) {
    case 'email':
      if (!isEmail(bareEmail(value))) return { key: 'emailInvalid' };
      break;
    case 'tel':
      if (!isPhone(value)) return { key: 'phoneInvalid' };
      break;
    case 'url':
      if (value.length > MAX_ADDRESS || !/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(value))
        return { key: 'urlInvalid' };
      break;
    case 'date':
      if (!isCalendarDate(value)) return { key: 'dateInvalid' };
      if (rules.past && value > localToday()) return { key: 'dateInFuture' };
      break;
    default:
  }
  return checkRange(rules, value) ?? checkLength(rules, value) ?? checkPattern(rules, value);
};

const checkRange = ({ type, min, max, step }: FieldRules, value: string): Problem | undefined => {
  const numeric = type === 'number' || type === 'range';
  if (!numeric && !/^(date|time|datetime-local|month|week)$/.test(type)) return undefined;
  if (numeric && !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value)) return { key: 'valueInvalid' };
  // ISO 8601 texts of one kind compare as they sort.
  const below = (a: string, b: string): boolean => (numeric ? Number(a) < Number(b) : a < b);
  if (min && below(value, min)) return { key: 'valueTooLow', values: { min } };
  if (max && below(max, value)) return { key: 'valueTooHigh', values: { max } };
  if (numeric && step !== 'any') {
    const steps = (Number(value) - (Number(min) || 0)) / (Number(step) || 1);
    if (Math.abs(steps - Math.round(steps)) > 1e-9) return { key: 'valueInvalid' };
  }
  return undefined;
};

const checkLength = (
  { minLength = 0, maxLength = Infinity }: FieldRules,
  value: string,
): Problem | undefined => {
  const length = countCharacters(value);
  if (length < minLength) return { key: 'textTooShort', count: minLength };
  return length > maxLength ? { key: 'textTooLong', count: length - maxLength } : undefined;
};

/** Texts beyond this are not run through an owner's pattern: no sensible pattern is about so long a text. */
const PATTERN_TEXT_LIMIT = 2000;

const checkPattern = ({ pattern }: FieldRules, value: string): Problem | undefined =>
  pattern && value.length <= PATTERN_TEXT_LIMIT && compilePattern(pattern)?.test(value) === false
    ? { key: 'patternMismatch' }
    : undefined;
