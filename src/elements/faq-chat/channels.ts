import { pageSettings } from '../../controllers/settings.js';
import { oneLine } from './entries/entry.js';
import { isWhatsApp } from './whatsapp.js';

/** A way to reach a person that is a link. */
export interface Channel {
  readonly href: string;
  readonly text: string;
  readonly kind: 'phone' | 'email' | 'whatsapp' | 'other';
}

/**
 * The owner's links that stand beside the questions, in their order: phone, e-mail, WhatsApp, other pages. Without any
 * phone and e-mail, those of the page's settings.
 */
export const channelsOf = (host: Element): readonly Channel[] => {
  const slot = host.closest('[slot]');
  const channels: Channel[] = [];
  for (const link of host.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isOwn = link.closest('[slot]') === slot && !link.closest('details');
    const kind = kindOf(link.href);
    if (isOwn && kind)
      channels.push({ href: link.href, text: oneLine(link.textContent) || bare(link.href), kind });
  }
  if (channels.some(({ kind }) => kind === 'phone' || kind === 'email')) return channels;
  const { phone, email } = pageSettings();
  return [
    ...(phone ? [{ href: `tel:${phone.replace(/[^\d+]/g, '')}`, text: phone, kind: 'phone' as const }] : []),
    ...(email ? [{ href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`, text: email, kind: 'email' as const }] : []),
    ...channels,
  ]; // prettier-ignore
};

const bare = (href: string): string => href.replace(/^\w+:(?:\/\/)?/, '');

const kindOf = (href: string): Channel['kind'] | undefined =>
  /^tel:/i.test(href)
    ? 'phone'
    : /^mailto:/i.test(href)
      ? 'email'
      : !/^https?:/i.test(href)
        ? undefined
        : isWhatsApp(href)
          ? 'whatsapp'
          : 'other';
