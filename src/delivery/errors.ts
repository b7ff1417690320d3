import { own } from '../submission/json.js';
import { plainText } from './plain-text.js';
import type { FieldError } from './states.js';

const MAX_ERRORS = 50;

/**
 * The errors in an answer's JSON, in the forms that services and frameworks use:
 *
 * - `errors: [{ field, code, message }]` or a list of texts (Formspree, the kit's receiver). The field may be called
 *   `path`, `pointer` or `loc`, the message `msg` or `detail` (express-validator, RFC 9457 §3, FastAPI's `detail: […]`),
 * - `errors: { field: message }`, `{ field: [message, …] }` or `{ field: { message } }` (Laravel, ASP.NET and others),
 * - `data: { params: { field: message } }` (WordPress), `invalid_fields: [{ field, message }]` (Contact Form 7),
 * - else one error without a field: `message`, `detail`, `body.message` (Web3Forms), `error`, with the `code` beside it,
 * - else `{ field: [message, …] }` with nothing around it (Django REST framework).
 *
 * Empty where nothing is said.
 */
export function readErrors(json: object | undefined): FieldError[] {
  const errors =
    own(json, 'errors') ?? own(own(json, 'data'), 'params') ?? first(json, 'detail', 'invalid_fields');
  const list = fromList(Array.isArray(errors) ? errors : fromObject(errors));
  if (list.length) return list;
  const message = words(json) ?? words(own(json, 'body')) ?? words(own(json, 'error'));
  const general = fromList([{ code: own(json, 'code'), message }]);
  // Where nothing says so, a list of texts is taken for what is wrong with a field.
  return general.length ? general : fromList(fromObject(json, true));
}

function fromList(items: readonly unknown[]): FieldError[] {
  const errors: FieldError[] = [];
  for (const item of items.slice(0, MAX_ERRORS)) {
    const place = first(item, 'field', 'path', 'pointer', 'loc');
    // `#/email` is a JSON Pointer, `['body', 'email']` the way through what was sent.
    const field = plainText(Array.isArray(place) ? place[place.length - 1] : place, 100).replace(/^#?\//, '');
    const code = plainText(own(item, 'code'), 60);
    const message = plainText(words(item), 500);
    if (field || code || message)
      errors.push({ ...(field && { field }), ...(code && { code }), ...(message && { message }) });
  }
  return errors;
}

function fromObject(errors: unknown, listsOnly = false): readonly unknown[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.keys(errors).flatMap((field) => {
    const value = own(errors, field);
    const isList = Array.isArray(value);
    const message = words(isList ? value[0] : value);
    return listsOnly && !(isList && typeof message === 'string') ? [] : { field, message };
  });
}

/** A text, or what an object says in one. */
const words = (value: unknown): unknown =>
  typeof value === 'object' ? first(value, 'message', 'msg', 'detail', 'title') : value;

const first = (item: unknown, ...names: readonly string[]): unknown => {
  for (const name of names) {
    const value = own(item, name);
    if (value !== undefined) return value;
  }
  return undefined;
};
