import { pageContacts } from './settings.js';
import { isWhatsApp } from './whatsapp.js';

/** A way to reach a person that is a link. */
export interface Channel {
  readonly href: string;
  readonly text: string;
  readonly kind: 'phone' | 'email' | 'whatsapp' | 'other';
  /** The name of the app that a link leads to, where it is known. */
  readonly app?: string;
}

/**
 * The owner's links, in their order: phone, e-mail, apps, other pages. Those in a slot belong to that slot, those in an
 * answer to the answer. Without any phone and e-mail, those of the page's settings.
 */
export const channelsOf = (host: Element): readonly Channel[] => {
  const slot = host.closest('[slot]');
  const details = host.closest('details');
  const channels: Channel[] = [];
  for (const link of host.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isOwn = link.closest('[slot]') === slot && link.closest('details') === details;
    const channel = isOwn ? readLink(link) : undefined;
    if (channel) channels.push(channel);
  }
  if (channels.some(({ kind }) => kind === 'phone' || kind === 'email')) return channels;
  return [...pageContacts(), ...channels];
};

const readLink = ({ href, textContent }: HTMLAnchorElement): Channel | undefined => {
  const kind = kindOf(href);
  if (!kind) return undefined;
  const app = appOf(href);
  return {
    href: kind === 'phone' ? phoneHref(href.slice('tel:'.length)) : href,
    text: textContent.replace(/\s+/g, ' ').trim() || href.replace(/^\w+:(?:\/\/)?/, ''),
    kind,
    ...(app && { app }),
  };
};

/** Dialled without spaces, brackets and dots (RFC 3966). */
const phoneHref = (phone: string): string => `tel:${decoded(phone).replace(/[^\d+*#;=,a-z]/gi, '')}`;

/** As it stands where the owner has not encoded it well. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const kindOf = (href: string): Channel['kind'] | undefined =>
  /^tel:/i.test(href)
    ? 'phone'
    : /^mailto:/i.test(href)
      ? 'email'
      : !/^(?:https?|sms|viber|tg):/i.test(href)
        ? undefined
        : isWhatsApp(href)
          ? 'whatsapp'
          : 'other';

/** Apps by where their links lead. */
const APPS: readonly (readonly [place: RegExp, name: string])[] = [
  [/^https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)(?:[/?#]|$)/i, 'WhatsApp'],
  [/^(?:tg:|https?:\/\/(?:t\.me|telegram\.me)\/)/i, 'Telegram'],
  [/^(?:viber:|https?:\/\/(?:www\.)?viber\.com\/)/i, 'Viber'],
  [/^https?:\/\/signal\.me\//i, 'Signal'],
  [/^https?:\/\/(?:m\.me|(?:www\.)?messenger\.com)\//i, 'Messenger'],
  [/^https?:\/\/(?:\w+\.)?(?:facebook|fb)\.com\//i, 'Facebook'],
  [/^https?:\/\/(?:www\.)?instagram\.com\//i, 'Instagram'],
];

const appOf = (href: string): string | undefined => APPS.find(([place]) => place.test(href))?.[1];
