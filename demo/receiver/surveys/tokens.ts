import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a token says once it has been read.
 * `invalid`: it was not made here, or was altered. `other_survey`: it was made here, for another survey.
 */
export type TokenReading =
  | { readonly state: 'valid' | 'expired' | 'other_survey'; readonly respondent: string }
  | { readonly state: 'invalid' };

const VERSION = 1;
/** Bytes. Every part is a multiple of 3 together with the others, so that no base64 letter has spare bits. */
const LENGTH = { version: 1, expiry: 4, survey: 6, respondent: 9, mac: 16 } as const;
const PAYLOAD = LENGTH.version + LENGTH.expiry + LENGTH.survey + LENGTH.respondent;
const TOKEN = /^[\w-]{48}$/;
/** A respondent as the receiver names him: 9 random bytes in base64url. */
const RESPONDENT = /^[\w-]{12}$/;
const UNSUBSCRIBE = /^([\w-]{12})([\w-]{22})$/;

/**
 * Tokens in the links of invitations: which survey, who was asked, until when, and an HMAC-SHA-256 over it (RFC 2104,
 * cut to 128 bits as its §5 allows). Who was asked is a random number: no token tells anything about a person to who
 * has not got the receiver's database. All receivers of one database share the secret.
 *
 * Whether a token was revoked it can't say itself: that is in the database, beside its invitation.
 */
export class RespondentTokens {
  readonly #key: Buffer;
  readonly #unsubscribeKey: Buffer;

  constructor(secret: string) {
    // A key for each purpose, so that no token can pass for one of another kind or version.
    this.#key = createHmac('sha256', secret).update(`respondent v${VERSION}`).digest();
    this.#unsubscribeKey = createHmac('sha256', secret).update('unsubscribe v1').digest();
  }

  /**
   * @param expiresAt milliseconds since 1970; kept in whole seconds, rounded up
   * @returns 48 characters that need no escaping in a URL
   */
  issue(survey: string, respondent: string, expiresAt: number): string {
    if (!RESPONDENT.test(respondent)) throw new RangeError('a respondent is 9 bytes in base64url');
    const payload = Buffer.alloc(PAYLOAD);
    payload.writeUInt8(VERSION);
    payload.writeUInt32BE(Math.ceil(expiresAt / 1000), LENGTH.version);
    fingerprint(survey).copy(payload, LENGTH.version + LENGTH.expiry);
    Buffer.from(respondent, 'base64url').copy(payload, PAYLOAD - LENGTH.respondent);
    return Buffer.concat([payload, mac(this.#key, payload)]).toString('base64url');
  }

  /** @param now milliseconds since 1970 */
  read(token: string, survey: string, now: number): TokenReading {
    if (!TOKEN.test(token)) return { state: 'invalid' };
    const bytes = Buffer.from(token, 'base64url');
    const payload = bytes.subarray(0, PAYLOAD);
    // In a time that does not tell how much of it was right.
    const isOurs = timingSafeEqual(mac(this.#key, payload), bytes.subarray(PAYLOAD));
    if (!isOurs || payload[0] !== VERSION) return { state: 'invalid' };
    const respondent = payload.subarray(PAYLOAD - LENGTH.respondent).toString('base64url');
    const surveyBytes = payload.subarray(LENGTH.version + LENGTH.expiry, PAYLOAD - LENGTH.respondent);
    if (!fingerprint(survey).equals(surveyBytes)) return { state: 'other_survey', respondent };
    const expiresAt = payload.readUInt32BE(LENGTH.version) * 1000;
    return { state: now <= expiresAt ? 'valid' : 'expired', respondent };
  }

  /** For the link that ends invitations to an address. It never expires: who wants no more mail may say so late. */
  unsubscribeToken(respondent: string): string {
    return respondent + mac(this.#unsubscribeKey, Buffer.from(respondent)).toString('base64url');
  }

  /** The respondent of such a link, or `undefined` where it was not made here or was altered. */
  readUnsubscribeToken(token: string): string | undefined {
    const [, respondent = '', signature = ''] = UNSUBSCRIBE.exec(token) ?? [];
    if (!respondent) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const own = mac(this.#unsubscribeKey, Buffer.from(respondent));
    return given.length === own.length && timingSafeEqual(given, own) ? respondent : undefined;
  }
}

const mac = (key: Buffer, data: Buffer): Buffer =>
  createHmac('sha256', key).update(data).digest().subarray(0, LENGTH.mac);

/** Enough to tell an owner's surveys apart; what keeps tokens from being forged is the MAC over it. */
const fingerprint = (survey: string): Buffer =>
  createHash('sha256').update(survey).digest().subarray(0, LENGTH.survey);
