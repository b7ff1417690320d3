/**
 * The text with lone surrogates replaced by U+FFFD, because no encoding can carry them. The same as
 * `String.prototype.toWellFormed` (ES2024), which Safari before 16.4 and Chromium before 111 lack.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Well-formed text on one line: each run of line breaks becomes a space. What reaches a mail header
 * (name, subject, address) must not be able to start another header.
 */
export function singleLine(text: string): string {
  return wellFormed(text).replace(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ');
}
