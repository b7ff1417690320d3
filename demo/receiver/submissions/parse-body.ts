import { MAX_MULTIPART_BODY_BYTES, MAX_TEXT_BODY_BYTES } from './limits.js';
import { Refusal } from './refusal.js';

/** A file of a multipart body and the control it came from. */
export interface UploadedFile {
  readonly field: string;
  readonly file: File;
}

/** A body by what its encoding can express: JSON has types, a form has texts that may repeat. */
export type ParsedBody =
  | { readonly encoding: 'json'; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly encoding: 'form';
      readonly values: ReadonlyMap<string, readonly string[]>;
      readonly files: readonly UploadedFile[];
    };

/** How bodies of one media type are read, and how large they may be. */
export interface BodyFormat {
  readonly maxBytes: number;
  parse(bytes: Uint8Array<ArrayBuffer>): ParsedBody | Promise<ParsedBody>;
}

/**
 * Chooses by `Content-Type`; the parameters count too, so `text/plain; x=multipart/form-data` is text.
 * `text/plain` is read as JSON: pages that can't afford a preflight send it so.
 * @throws {Refusal} 415
 */
export const bodyFormat = (headers: Headers): BodyFormat => {
  const contentType = headers.get('content-type') ?? '';
  const [essence = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) throw unsupported('Send the text as UTF-8.');
  if (headers.has('content-encoding')) throw unsupported('Send the body without Content-Encoding.');
  switch (essence) {
    case 'application/json':
    case 'text/plain':
      return { maxBytes: MAX_TEXT_BODY_BYTES, parse: parseJson };
    case 'application/x-www-form-urlencoded':
      return { maxBytes: MAX_TEXT_BODY_BYTES, parse: parseUrlencoded };
    case 'multipart/form-data':
      return { maxBytes: MAX_MULTIPART_BODY_BYTES, parse: (bytes) => parseMultipart(bytes, contentType) };
    default:
      throw unsupported(
        'Send application/json, text/plain with JSON, application/x-www-form-urlencoded or multipart/form-data.',
      );
  }
};

const unsupported = (message: string): Refusal => new Refusal(415, [{ code: 'content_type', message }]);
const malformed = (message: string): Refusal => new Refusal(400, [{ code: 'malformed', message }]);

const parseJson = (bytes: Uint8Array): ParsedBody => {
  const text = decode(bytes);
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.');
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw malformed('The body is not a JSON object.');
  }
  return { encoding: 'json', values: values as Record<string, unknown> };
};

const parseUrlencoded = (bytes: Uint8Array): ParsedBody => formBody(new URLSearchParams(decode(bytes)));

const parseMultipart = async (bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<ParsedBody> => {
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw malformed('The body is not a complete multipart form.');
  }
  return formBody(form);
};

const formBody = (entries: Iterable<[string, string | File]>): ParsedBody => {
  const values = new Map<string, string[]>();
  const files: UploadedFile[] = [];
  for (const [name, value] of entries) {
    if (typeof value !== 'string') {
      // A file control where nothing was chosen sends an empty file without a name.
      if (value.name || value.size) files.push({ field: name, file: value });
    } else {
      const earlier = values.get(name);
      if (earlier) earlier.push(value);
      else values.set(name, [value]);
    }
  }
  return { encoding: 'form', values, files };
};

/** A byte order mark is left out; bytes that are no UTF-8 are an error, rather than silently replaced. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
};
