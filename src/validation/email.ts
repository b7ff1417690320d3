/**
 * Whether a text is one e-mail address that mail can be sent to.
 *
 * Lenient where RFC 5321 and RFC 6531 are: any letters in either part (`name@საქართველო.გე`), plus-tags,
 * long top-level domains. Strict where a mail header could be broken: no white space, control or invisible
 * characters, no second address, no display name.
 */
export const isEmail = (text: string): boolean =>
  text.length <= 320 &&
  /^[^\s\p{C}@<>()[\]\\,;:"]+@(?:[^\s\p{C}\p{P}\p{S}](?:[^\s\p{C}@<>()[\]\\,;:"._]*)\.)+[^\s\p{C}\p{P}\p{S}\p{Nd}][^\s\p{C}@<>()[\]\\,;:"._]+$/u.test(
    text,
  );

/** The address alone: without what comes along unseen, and keeps it from being one, where it is copied from a chat or a PDF. */
export const bareEmail = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();
