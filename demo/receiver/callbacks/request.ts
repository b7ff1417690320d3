import type { FieldError } from '../../../src/delivery/states.js';
import { parseDateTime } from '../../../src/schedule/date-time.js';
import { isBlank } from '../../../src/validation/text.js';
import { periodOf, type Period } from '../appointments/period.js';
import type { CallAsked } from '../store/callbacks.js';
import type { Fields } from '../store/store.js';
import { textOf } from '../submissions/fields.js';
import { readCalledNumber } from './phone.js';
import { phoneRefusalText } from './refusals.js';
import type { CallbackSettings } from './settings.js';

/** What a submission of the callback widget wants, or what is wrong with it. */
export const readCallback = (
  fields: Fields,
  { country }: CallbackSettings,
): { readonly asked: CallAsked } | { readonly errors: readonly FieldError[] } => {
  const text = (name: string): string => textOf(fields, name);
  if (text('outcome') === 'cancelled') {
    // Whoever has the id of a request has sent it; the number is not needed to take it back.
    const regarding = text('regarding');
    return regarding ? { asked: { kind: 'withdrawal', regarding } } : { errors: [required('regarding')] };
  }
  const window = windowOf(fields);
  const errors: FieldError[] = [];
  if (window === 'wrong')
    errors.push({ field: 'window_end', code: 'window', message: 'The time must end after it begins.' });
  const number = isBlank(text('phone')) ? undefined : readCalledNumber(text('phone'), country);
  if (number === undefined) errors.push(required('phone'));
  else if (typeof number === 'string')
    errors.push({ field: 'phone', code: number, message: phoneRefusalText(number, [text('locale')]) });
  return errors.length || typeof number !== 'object' ? { errors } : { asked: { kind: 'request', number } };
};

/** When the visitor was promised a call; `undefined` is as soon as possible. */
export const promisedWindow = (fields: Fields): Period | undefined => {
  const window = windowOf(fields);
  return window === 'wrong' ? undefined : window;
};

const windowOf = (fields: Fields): Period | 'wrong' | undefined => {
  const [from, to] = [textOf(fields, 'window_start'), textOf(fields, 'window_end')];
  if (!from && !to) return undefined;
  const [start, end] = [parseDateTime(from), parseDateTime(to)];
  return start && end && start.instant < end.instant
    ? periodOf({ start: start.instant, end: end.instant })
    : 'wrong';
};

const required = (field: string): FieldError => ({
  field,
  code: 'required',
  message: 'This field is missing.',
});
