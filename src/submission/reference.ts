import type { SubmissionId } from './types.js';

/** Crockford's base 32: no I, L, O or U, which are misread or misheard. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short number that people read out, for example `7K3M-9QPA-2`: the last 40 bits of the submission's UUID
 * (random in versions 4 and 7) in base 32, and a check symbol. Browser and receiver derive it alike, so it need
 * not be asked for. It is for people: two submissions in about a million million share one, so look a
 * submission up by `submission_id` where that is at hand.
 *
 * @throws RangeError when `id` is no UUID.
 */
export function referenceOf(id: SubmissionId): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw new RangeError(`Not a UUID: "${id}"`);
  let bits = Number.parseInt(id.slice(-10), 16);
  let data = '';
  for (let i = 0; i < 8; i++) {
    data = SYMBOLS[bits % 32]! + data;
    bits = Math.floor(bits / 32);
  }
  return grouped(data);
}

/**
 * The reference in a text as people type it (lower case, no hyphens, `O` for `0`, `I` or `L` for `1`), in its
 * one proper form; `undefined` where it is none, or where a symbol is wrong.
 */
export function parseReference(text: string): string | undefined {
  const symbols = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[\dA-HJKMNP-TV-Z]{9}$/.test(symbols)) return undefined;
  const reference = grouped(symbols.slice(0, 8));
  return reference.endsWith(symbols[8]!) ? reference : undefined;
}

/** Whether a text holds a reference number that {@link parseReference} understands. */
export function isReference(text: string): boolean {
  return parseReference(text) !== undefined;
}

function grouped(data: string): string {
  return `${data.slice(0, 4)}-${data.slice(4)}-${checkSymbol(data)}`;
}

/**
 * A Reed–Solomon parity symbol over GF(32), with x⁵ + x² + 1: it finds every single wrong symbol and every two
 * that changed places. Crockford's own check symbol is calculated modulo 37 and needs `*~$=U`, which nobody can
 * read out.
 */
function checkSymbol(data: string): string {
  let parity = 0;
  for (const symbol of data) {
    parity = (parity ^ SYMBOLS.indexOf(symbol)) << 1;
    if (parity & 32) parity ^= 0b100101;
  }
  return SYMBOLS[parity]!;
}
