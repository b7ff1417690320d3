import { appsScriptParameter, listed, phpPost, type ParsedBody, type ReceivedFile } from './body.js';

/** What a service answers. */
export interface ServiceAnswer {
  readonly status?: number;
  /** An object is sent as JSON, a text as HTML. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out: scripts of other origins can't read the answer. */
  readonly unreadable?: boolean;
}

/** What a service makes of a body. */
export interface Taken {
  /** Whether the owner gets the submission. */
  readonly kept: boolean;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly files?: readonly ReceivedFile[];
  readonly answer: ServiceAnswer;
}

/** A service as its documentation, or `endpoints.md`, describes it to browsers. */
export interface Service {
  readonly path: string;
  /** Request headers that a preflight allows, `echo` for whichever it asks for; `none`: OPTIONS isn't answered. */
  readonly preflight: readonly string[] | 'echo' | 'none';
  /** Whether scripts of other origins may read answers (`Access-Control-Allow-Origin: *`). */
  readonly crossOrigin: boolean;
  readonly take: (body: ParsedBody, accept: string) => Taken;
  /** Its way of saying which fields are wrong. */
  readonly fieldErrors: (errors: Readonly<Record<string, string>>) => ServiceAnswer;
  /** Its way of saying no without a reason. */
  readonly refusal: ServiceAnswer;
  /** The answer is fetched from another origin. */
  readonly answersElsewhere?: boolean;
}

const JSON_TYPE = 'application/json';
const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

const refuse = (answer: ServiceAnswer): Taken => ({ kept: false, answer });
const keep = ({ entries, files }: ParsedBody, body: object | string, status = 200): Taken => ({
  kept: true,
  fields: listed(entries),
  files,
  answer: { status, body },
});
const errorList = (errors: Readonly<Record<string, string>>, code: string) =>
  Object.entries(errors).map(([field, message]) => ({ code, field, message }));

/** An API of one's own that takes JSON, and files as multipart. */
const json: Service = {
  path: '/contact',
  preflight: ['content-type'],
  crossOrigin: true,
  take: (body) =>
    [JSON_TYPE, MULTIPART].includes(body.type)
      ? keep(body, { ok: true, id: 7 }, 201)
      : refuse({ status: 415, body: { error: `${body.type} is not taken` } }),
  fieldErrors: (errors) => ({ status: 422, body: { message: 'The given data was invalid.', errors } }),
  refusal: { body: { success: false } },
};

/** An n8n web-hook: any content type, any header. */
const n8n: Service = {
  path: '/webhook/5f1c',
  preflight: 'echo',
  crossOrigin: true,
  take: (body) => keep(body, { message: 'Workflow was started' }),
  fieldErrors: (errors) => ({ status: 400, body: { errors } }),
  refusal: { status: 500, body: { message: 'Error in workflow' } },
};

/** A hook that reads JSON whatever the content type, and answers no preflight. */
const text: Service = {
  ...json,
  path: '/hook',
  preflight: 'none',
  take: (body) =>
    body.entries.length
      ? keep(body, { status: 'success' })
      : refuse({ status: 400, body: { error: 'no JSON' } }),
};

/** A PHP mail script that says thanks with a page. It sees a JSON body as an empty form. */
const form: Service = {
  path: '/mail.php',
  preflight: 'none',
  crossOrigin: true,
  take: ({ type, entries, files }) => {
    const fields = [URLENCODED, MULTIPART].includes(type) ? phpPost(entries) : {};
    if (!fields['message']) return refuse({ body: '<p>Error: no message' });
    // $_FILES, too, has only the last file of each name that is not a list's.
    const seen = files.filter(
      ({ field }, index) =>
        field.endsWith('[]') || files.findLastIndex((file) => file.field === field) === index,
    );
    return { kept: true, fields, files: seen, answer: { body: '<!doctype html><h1>Thank you!</h1>' } };
  },
  fieldErrors: (errors) => ({ status: 422, body: { errors } }),
  refusal: { body: '<p>Message could not be sent. Mailer Error.' },
};

/** formspree.io/f/{id}. */
const formspree: Service = {
  path: '/f/xyzabcd',
  preflight: ['content-type', 'accept'],
  crossOrigin: true,
  take: (body, accept) => {
    // Without it the answer is a redirect to a page of thanks, or to a captcha.
    if (!accept.includes(JSON_TYPE)) return refuse({ status: 302, headers: { location: '/thanks' } });
    if (![JSON_TYPE, MULTIPART, URLENCODED].includes(body.type)) return refuse({ status: 415 });
    const fields = listed(body.entries);
    if (fields['_gotcha']) return refuse({ body: { next: '/thanks', ok: true } }); // Thanked and thrown away.
    if (!body.entries.length) {
      return refuse({
        status: 400,
        body: { error: 'Empty', errors: [{ code: 'EMPTY', message: 'empty form' }] },
      });
    }
    if (fields['email'] !== undefined && !/^\S+@\S+$/.test(fields['email'] as string)) {
      return refuse(formspree.fieldErrors({ email: 'should be an email' }));
    }
    return keep(body, { next: '/thanks', ok: true });
  },
  fieldErrors: (errors) => ({
    status: 422,
    body: { error: 'Validation errors', errors: errorList(errors, 'TYPE_EMAIL') },
  }),
  refusal: {
    status: 403,
    body: { error: 'Form not active', errors: [{ code: 'INACTIVE', message: 'Form not active' }] },
  },
};

/** api.web3forms.com/submit. */
const web3forms: Service = {
  path: '/submit',
  preflight: ['content-type', 'accept'],
  crossOrigin: true,
  take: (body) => {
    const fields = listed(body.entries);
    if (!fields['access_key']) return refuse(noKey);
    const elsewhere = { status: 301, headers: { location: '/success' }, unreadable: true };
    // The mail goes out, and no script can read the answer.
    if (body.type === URLENCODED || fields['redirect']) return { ...keep(body, ''), answer: elsewhere };
    if (fields['botcheck']) return refuse({ body: { success: true, message: 'Email sent successfully!' } });
    return keep(body, { success: true, message: 'Email sent successfully!' });
  },
  fieldErrors: (errors) => ({
    status: 400,
    body: { success: false, body: { message: Object.values(errors).join(' ') } },
  }),
  refusal: { status: 400, body: { success: false, message: 'Invalid Access Key' } },
};
const noKey = { status: 400, body: { success: false, message: 'Access Key is required' } };

/** Fields of the static form that Netlify found in the page when the site was deployed. */
const NETLIFY_FORMS = new Map([
  ['contact', ['submission_id', 'name', 'email', 'message', 'topic', 'attachment', 'attachment_2']],
]);

/** Netlify Forms: any path of the site itself. */
const netlify: Service = {
  path: '/',
  preflight: 'none',
  crossOrigin: false,
  take: (body) => {
    if (![URLENCODED, MULTIPART].includes(body.type))
      return refuse({ status: 405, body: '<h1>Not allowed</h1>' });
    const fields = listed(body.entries);
    const known = NETLIFY_FORMS.get(fields['form-name'] as string);
    if (!known) return refuse({ status: 404, body: '<h1>Page not found</h1>' });
    const inForm = Object.entries(fields).filter(([name]) => known.includes(name));
    const firstOfField = body.files.filter(
      ({ field }, index) =>
        known.includes(field) && body.files.findIndex((file) => file.field === field) === index,
    );
    return {
      kept: true,
      fields: Object.fromEntries(inForm),
      files: firstOfField,
      answer: { body: '<!doctype html><h1>Thank you!</h1><p>Your form submission has been received.' },
    };
  },
  fieldErrors: () => ({ status: 404, body: '<h1>Page not found</h1>' }),
  refusal: { status: 404, body: '<h1>Page not found</h1>' },
};

/** A Google Apps Script web app, whose `doPost` reads `e.parameter`, or JSON in `e.postData.contents`. */
const appsScript: Service = {
  path: '/macros/s/AKfycb/exec',
  preflight: 'none',
  crossOrigin: true,
  answersElsewhere: true,
  take: (body) => {
    const fields = body.type === 'text/plain' ? listed(body.entries) : appsScriptParameter(body.entries);
    return Object.keys(fields).length
      ? { kept: true, fields, files: [], answer: { body: { ok: true, id: 12 } } }
      : refuse({ body: '<!doctype html><title>Error</title>TypeError (line 3, file "Code")' });
  },
  fieldErrors: (errors) => ({ body: { ok: false, errors } }),
  refusal: { body: { ok: false } },
};

/** The contract of the kit's receiver, without the receiver. */
const harreman: Service = {
  path: '/submissions',
  preflight: ['content-type', 'idempotency-key'],
  crossOrigin: true,
  take: (body) => {
    const { submission_id, reference } = listed(body.entries);
    return keep(body, { ok: true, submission_id, reference }, 201);
  },
  fieldErrors: (errors) => ({ status: 422, body: { ok: false, errors: errorList(errors, 'format') } }),
  refusal: { body: { ok: false } },
};

export const services = {
  json,
  n8n,
  text,
  form,
  formspree,
  web3forms,
  netlify,
  'apps-script': appsScript,
  harreman,
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof services;
