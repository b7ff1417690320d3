import { firstPart, lastPart } from '../submission/text-part.js';

/** The longest address that every browser and app opens. */
const LONGEST = 2000;

/** Whether an address opens a WhatsApp chat with a number. */
export const isWhatsApp = (address: string): boolean => {
  const url = parse(address);
  return /^(?:wa\.me|(?:api|web)\.whatsapp\.com)$/.test(url?.hostname ?? '');
};

/**
 * The owner's link with a text for its chat, cut so that the address has 2,000 characters at most: the question
 * first, then as much of the end of the conversation as there is room for. An owner's own text stays before it.
 */
export const whatsAppLink = (address: string, question: string, transcript: string): string => {
  const url = parse(address);
  if (!url) return address;
  const own = url.searchParams.get('text') ?? '';
  url.searchParams.set('text', '');
  const room = LONGEST - url.href.length;
  const opening = firstPart([own, question].filter(Boolean).join('\n\n'), room, encodedLength);
  const left = room - encodedLength(`${opening}\n\n`);
  // A part of less than a few words says nothing.
  const more = transcript && left > 60 ? lastPart(transcript, left, encodedLength) : '';
  // Not by `searchParams`, which write a space as a plus: some versions of the app show it.
  return url.href.replace(
    /([?&]text=)(?=&|$)/,
    (name) => name + encode(more ? `${opening}\n\n${more}` : opening),
  );
};

const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

const encodedLength = (text: string): number => encode(text).length;

const parse = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};
