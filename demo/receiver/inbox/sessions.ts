import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a sign-in lasts, in milliseconds. */
export const SESSION_TTL_MS = 12 * 60 * 60 * 1000;

export interface Session {
  /** Goes into every form of the inbox and comes back with it. */
  readonly csrfToken: string;
}

/**
 * Sessions that live in a signed cookie: `expiry.nonce.signature`. Nothing is stored, so any receiver that shares
 * the database and the password accepts them, and a new password ends them all.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #now: () => number;

  constructor(secret: string, password: string, now: () => number = Date.now) {
    this.#key = createHmac('sha256', secret).update(password).digest();
    this.#now = now;
  }

  /** The cookie's value for a new session. */
  issue(): string {
    const payload = `${this.#now() + SESSION_TTL_MS}.${randomBytes(16).toString('base64url')}`;
    return `${payload}.${this.#sign(`session ${payload}`)}`;
  }

  /** The session of a cookie's value, unless it is forged, altered or over. */
  read(cookie: string | undefined): Session | undefined {
    const [expiry, nonce, signature, ...rest] = (cookie ?? '').split('.');
    if (!expiry || !nonce || !signature || rest.length) return undefined;
    const payload = `${expiry}.${nonce}`;
    if (!sameText(signature, this.#sign(`session ${payload}`)) || Number(expiry) < this.#now())
      return undefined;
    return { csrfToken: this.#sign(`csrf ${nonce}`) };
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/** Compares in a time that does not tell how much was right. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
