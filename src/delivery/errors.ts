import { own } from '../submission/json.js';
import { wellFormed } from '../submission/text.js';
import type { FieldError } from './states.js';

const MAX_ERRORS = 50;

/**
 * The errors in an answer's JSON, in the forms that services use:
 *
 * - `errors: [{ field, code, message }]` or a list of texts (Formspree, the kit's receiver),
 * - `errors: { field: message }` or `{ field: [message, …] }` (Laravel and others),
 * - `data: { params: { field: message } }` (WordPress),
 * - else one error without a field: `message`, `body.message` (Web3Forms), `error`, with the `code` beside it.
 *
 * Empty where nothing is said.
 */
export function readErrors(json: object | undefined): FieldError[] {
  const errors = own(json, 'errors') ?? own(own(json, 'data'), 'params');
  const list = Array.isArray(errors) ? fromList(errors) : fromObject(errors);
  if (list.length) return list;
  const message = own(json, 'message') ?? own(own(json, 'body'), 'message') ?? own(json, 'error');
  return fromList([{ code: own(json, 'code'), message }]);
}

function fromList(items: readonly unknown[]): FieldError[] {
  const errors: FieldError[] = [];
  for (const item of items.slice(0, MAX_ERRORS)) {
    const field = plainText(own(item, 'field'), 100);
    const code = plainText(own(item, 'code'), 60);
    const message = plainText(typeof item === 'string' ? item : own(item, 'message'), 500);
    if (field || code || message)
      errors.push({ ...(field && { field }), ...(code && { code }), ...(message && { message }) });
  }
  return errors;
}

function fromObject(errors: unknown): FieldError[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return fromList(
    Object.keys(errors).map((field) => {
      const value = own(errors, field);
      return { field, message: Array.isArray(value) ? (value as unknown[])[0] : value };
    }),
  );
}

/**
 * A text from outside as it may be shown: no control characters, none that turn the direction of what follows
 * (U+202A–U+202E, U+2066–U+2069), and of bounded length. Anything but a text is ''.
 */
export function plainText(value: unknown, maxLength: number): string {
  if (typeof value !== 'string') return '';
  const visible = value.slice(0, 10_000).replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
  return wellFormed(visible.trim().slice(0, maxLength));
}
