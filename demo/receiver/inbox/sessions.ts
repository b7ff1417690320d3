import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a sign-in lasts, in milliseconds. */
export const SESSION_TTL_MS = 12 * 60 * 60 * 1000;

export interface Session {
  /** Goes into every form of the inbox and comes back with it. */
  readonly csrfToken: string;
}

/** How long a device is known after a sign-in, in milliseconds. */
export const DEVICE_TTL_MS = 365 * 24 * 60 * 60 * 1000;

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
    return this.#signed('session', SESSION_TTL_MS);
  }

  /** The session of a cookie's value, unless it is forged, altered or over. */
  read(cookie: string | undefined): Session | undefined {
    const nonce = this.#nonceOf('session', cookie);
    return nonce === undefined ? undefined : { csrfToken: this.#sign(`csrf ${nonce}`) };
  }

  /** The value of a cookie by which a device is known again at its next sign-in (OWASP, device cookies). */
  issueDevice(): string {
    return this.#signed('device', DEVICE_TTL_MS);
  }

  /** What tells a known device from others, unless the cookie is forged, altered or over. */
  readDevice(cookie: string | undefined): string | undefined {
    return this.#nonceOf('device', cookie);
  }

  /** What makes a cookie's value unlike all others, if it was signed here for this purpose and is not over. */
  #nonceOf(purpose: 'session' | 'device', cookie = ''): string | undefined {
    const [expiry, nonce, signature, ...rest] = cookie.split('.');
    if (!expiry || !nonce || !signature || rest.length) return undefined;
    const isOurs = sameText(signature, this.#sign(`${purpose} ${expiry}.${nonce}`));
    return isOurs && Number(expiry) >= this.#now() ? nonce : undefined;
  }

  #signed(purpose: 'session' | 'device', lifetime: number): string {
    const payload = `${this.#now() + lifetime}.${randomBytes(16).toString('base64url')}`;
    return `${payload}.${this.#sign(`${purpose} ${payload}`)}`;
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
