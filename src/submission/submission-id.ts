import type { SubmissionId } from './types.js';

/**
 * A new UUID version 4 (RFC 9562 §5.4). Built from `getRandomValues` because `crypto.randomUUID` exists only in
 * secure contexts and the kit also runs on plain HTTP.
 */
export function mintSubmissionId(): SubmissionId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40; // version 4
  bytes[8] = (bytes[8]! & 0x3f) | 0x80; // variant of RFC 9562
  let hex = '';
  for (const byte of bytes) hex += (byte + 0x100).toString(16).slice(1);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
