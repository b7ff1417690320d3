import type { ErrorObject } from 'ajv';
import type { FieldError } from '../../../src/delivery/states.js';
import { isEmail } from '../../../src/validation/email.js';
import { isPhone } from '../../../src/validation/phone.js';
import type { Fields } from '../store/store.js';
import { MAX_FIELD_NAME_LENGTH, MAX_FIELDS } from '../submissions/limits.js';
import type { ParsedBody } from '../submissions/parse-body.js';
import { typedValues } from './form-values.js';
import type { WidgetSchema, WidgetSchemas } from './schemas.js';

export type ValidationResult =
  | { readonly ok: true; readonly widget: string; readonly fields: Fields }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Checks a body against its widget's published schema, and addresses by the widget's own rules.
 * @param defaults what a field holds that the body leaves out
 */
export const validate = (
  body: ParsedBody,
  schemas: WidgetSchemas,
  defaults: Fields = {},
): ValidationResult => {
  const widget = widgetOf(body) || String(defaults['widget'] ?? '');
  const schema = schemas.get(widget);
  if (!schema) {
    const message = `Choose one of: ${[...schemas.keys()].join(', ')}.`;
    return { ok: false, errors: [{ field: 'widget', code: widget ? 'choice' : 'required', message }] };
  }
  const { fields: sent, errors } =
    body.encoding === 'form' ? typedValues(body.values, schema.kinds) : { fields: body.values, errors: [] };
  const fields = withLowerCaseIds({ ...defaults, ...sent });
  // Before the schema, which would list what is wrong with each of a hundred thousand.
  if (Object.keys(fields).length > MAX_FIELDS) {
    return {
      ok: false,
      errors: [{ code: 'too_many_fields', message: `Send at most ${MAX_FIELDS} fields.` }],
    };
  }
  const wrong = [...errors, ...schemaErrors(schema, fields)];
  wrong.push(...addressErrors(widget, without(fields, wrong)));
  // The schema has let texts, numbers, flags and lists of texts through, and nothing else.
  return wrong.length
    ? { ok: false, errors: onePerField(wrong) }
    : { ok: true, widget, fields: fields as Fields };
};

/** UUIDs are read in either case and written in the lower one (RFC 9562 §4): else one id would be two. */
const withLowerCaseIds = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const ids = ['submission_id', 'regarding'].flatMap((name) => {
    const id = own(fields, name);
    return typeof id === 'string' ? [[name, id.toLowerCase()] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(ids) };
};

const widgetOf = (body: ParsedBody): string => {
  const value = body.encoding === 'form' ? body.values.get('widget')?.[0] : own(body.values, 'widget');
  return typeof value === 'string' ? value : '';
};

const own = (values: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined;

const schemaErrors = (
  { validate: check }: WidgetSchema,
  fields: Readonly<Record<string, unknown>>,
): FieldError[] =>
  check(fields) ? [] : (check.errors ?? []).filter((error) => !isDetail(error)).map(fieldError);

/** Why a name or each of several alternatives did not fit; the error of the whole follows and says it better. */
const isDetail = ({ propertyName, schemaPath }: ErrorObject): boolean =>
  propertyName !== undefined || schemaPath.includes('/anyOf/');

const fieldError = (error: ErrorObject): FieldError => {
  const [, pointer = ''] = error.instancePath.split('/');
  const field = pointer.replaceAll('~1', '/').replaceAll('~0', '~');
  const limit = String(error.params['limit']);
  switch (error.keyword) {
    case 'required':
      return {
        field: String(error.params['missingProperty']),
        code: 'required',
        message: 'This field is missing.',
      };
    case 'type':
      return {
        field,
        code: 'type',
        message: `This must be a ${TYPE_NAMES[String(error.params['type'])] ?? 'text'}.`,
      };
    case 'maxLength':
      return { field, code: 'too_long', message: `Use at most ${limit} characters.` };
    case 'minLength':
      return { field, code: 'too_short', message: `Use at least ${limit} characters.` };
    case 'minimum':
      return { field, code: 'too_low', message: `The least is ${limit}.` };
    case 'maximum':
      return { field, code: 'too_high', message: `The most is ${limit}.` };
    case 'enum':
      return {
        field,
        code: 'choice',
        message: `Choose one of: ${(error.params['allowedValues'] as string[]).join(', ')}.`,
      };
    case 'format':
      return {
        field,
        code: 'format',
        message:
          error.params['format'] === 'date'
            ? 'Write a date that exists as YYYY-MM-DD.'
            : 'Write the date and time as RFC 3339.',
      };
    case 'propertyNames':
      return {
        field: String(error.params['propertyName']).slice(0, MAX_FIELD_NAME_LENGTH),
        code: 'name',
        message: 'A field cannot have this name.',
      };
    case 'anyOf':
      return {
        field,
        code: 'type',
        message: 'This must be a text, a number, true or false, or a list of texts.',
      };
    default:
      return { field, code: 'format', message: 'This is not in the form that is asked for.' };
  }
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'flag, true or false',
  array: 'list of texts',
};

/** A second address, a line break or a `Bcc:` in a field that mail programs read as one address. */
const addressErrors = (widget: string, { email, phone }: Readonly<Record<string, unknown>>): FieldError[] => [
  ...(typeof email === 'string' && !isEmail(email)
    ? [{ field: 'email', code: 'email', message: 'Write one e-mail address, like name@example.com.' }]
    : []),
  // A number that is to be called is read more strictly: see `callbacks/phone.ts`.
  ...(typeof phone === 'string' && widget !== 'callback' && !isPhone(phone)
    ? [{ field: 'phone', code: 'phone', message: 'Write a phone number, like +34 943 00 00 00.' }]
    : []),
];

/** The fields of which nothing is known to be wrong: others may be of any length, and need no second reason. */
const without = (
  fields: Readonly<Record<string, unknown>>,
  errors: readonly FieldError[],
): Readonly<Record<string, unknown>> => {
  const wrong = new Set(errors.map(({ field }) => field));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !wrong.has(name)));
};

/** The first thing wrong with each field: there is room for one sentence beside it. */
const onePerField = (errors: readonly FieldError[]): FieldError[] => {
  const seen = new Set<string | undefined>();
  return errors.filter(({ field }) => !seen.has(field) && seen.add(field));
};
