import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isSameOrigin } from '../http/origin.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import type { ErrorText } from './pages/plain.js';
import { sameText, type Session } from './sessions.js';
import type { InboxWords } from './words/words.js';

export interface InboxEnv {
  Bindings: HttpBindings;
  Variables: { session: Session; words: InboxWords };
}

/** Of most forms of the inbox: a password, a token, a choice. */
const MAX_FORM_BYTES = 8 * 1024;

/** A form of the inbox that can't be taken, in words for its page. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly status: 400 | 403 | 409 | 413;
  readonly heading: string;

  constructor(status: 400 | 403 | 409 | 413, { heading, text }: ErrorText) {
    super(text);
    this.status = status;
    this.heading = heading;
  }
}

/** Before any form: a page of another site may not send it, not even the sign-in. */
export const sameOriginOnly = createMiddleware<InboxEnv>(async (c, next) => {
  if (isSameOrigin(c)) return next();
  throw new FormError(403, c.var.words.text.frame.errors.otherSite);
});

export const readForm = async (c: Context<InboxEnv>, maxBytes = MAX_FORM_BYTES): Promise<URLSearchParams> => {
  try {
    return new URLSearchParams(new TextDecoder().decode(await readBody(c.req.raw, maxBytes)));
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new FormError(413, c.var.words.text.frame.errors.tooLarge);
    throw error;
  }
};

/** The form of a signed-in page, with the token that only such a page has. */
export const checkedForm = async (c: Context<InboxEnv>, maxBytes?: number): Promise<URLSearchParams> => {
  const form = await readForm(c, maxBytes);
  requireToken(c, form.get('csrf'));
  return form;
};

/** Rejects a form that no signed-in page has made. @param token of the form */
export const requireToken = (c: Context<InboxEnv>, token: unknown): void => {
  if (sameText(typeof token === 'string' ? token : '', c.var.session.csrfToken)) return;
  throw new FormError(403, c.var.words.text.frame.errors.tooOld);
};
