/** Long enough for any honest name, short enough for every file system (255 bytes) and header. */
const MAX_NAME_BYTES = 180;

/**
 * Nobody's name for a file, but anybody may send one. It is cut before it is looked at: to put accents in order, and to
 * find what stands at an end, takes a time that grows with the square of the length.
 */
const MAX_READ_BYTES = 4 * MAX_NAME_BYTES;

/** Names that are devices on Windows, with any extension. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])(?:\.|$)/i;

/**
 * A name under which a file may be saved anywhere: no path, no control, invisible or direction-changing
 * characters (`exe.\u202Egnp.scr` reads as `exe.rcs.png`), none that Windows forbids. Never empty.
 */
export const safeFileName = (name: string): string => {
  const base = shorten(
    name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
    MAX_READ_BYTES,
  );
  const clean = base
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = DEVICE_NAME.test(clean) ? `_${clean}` : clean;
  return shorten(named, MAX_NAME_BYTES) || 'file';
};

/** Cuts the stem and keeps a short extension, by bytes and at a character's edge. */
const shorten = (name: string, maxBytes: number): string => {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  const room = maxBytes - Buffer.byteLength(extension);
  let stem = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(stem) + Buffer.byteLength(character) > room) break;
    stem += character;
  }
  return stem.trimEnd() + extension;
};

/** `Content-Disposition` that always downloads (RFC 6266), the name in ASCII and in full (RFC 8187). */
export const attachmentDisposition = (name: string): string => {
  const ascii = name.replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
