import type { ProfileName } from '../delivery/profiles/index.js';

/**
 * Settings for all widgets of a page. An element's own attribute wins over each.
 * The loader fills them from the `data-*` attributes of its script tag; `window.harreman = {…}` before the
 * script, or {@link configure} in code, do the same.
 */
export interface PageSettings {
  /** Where submissions go: an http(s) URL, absolute or relative to the page. */
  endpoint?: string;
  /** How the endpoint wants them; see the profiles in `delivery/`. */
  profile?: ProfileName;
  /** BCP 47 tag of the widgets' language. */
  locale?: string;
  /** The owner's privacy policy: shows the consent box. */
  privacyUrl?: string;
  /** The owner's phone number and e-mail address, offered where a message can't be sent. */
  phone?: string;
  email?: string;
}

const KEYS: readonly (keyof PageSettings)[] = [
  'endpoint',
  'profile',
  'locale',
  'privacyUrl',
  'phone',
  'email',
];

const configured: PageSettings = {};

/** Sets page-wide settings; a key set to `undefined` is taken back. Elements read them when they next render. */
export const configure = (settings: { [K in keyof PageSettings]: PageSettings[K] | undefined }): void => {
  for (const key of KEYS) {
    if (!Object.hasOwn(settings, key)) continue;
    const value = settings[key];
    if (value === undefined) delete configured[key];
    else (configured as Record<string, string>)[key] = value;
  }
};

/**
 * The settings in force. `window.harreman` may be anything on a page that isn't ours (an element with
 * `id="harreman"` puts itself there), so only texts under known names are read from it.
 */
export const pageSettings = (): PageSettings => {
  const global = (globalThis as { harreman?: unknown }).harreman;
  const settings: PageSettings = {};
  for (const key of KEYS) {
    const value = configured[key] ?? (isPlain(global) ? global[key] : undefined);
    // A profile of no such name is told of where it is used.
    if (typeof value === 'string') (settings as Record<string, string>)[key] = value;
  }
  return settings;
};

/** The owner's phone and e-mail of {@link pageSettings}, as links. */
export const pageContacts = (): readonly { href: string; text: string; kind: 'phone' | 'email' }[] => {
  const { phone: text, email } = pageSettings();
  return [
    ...(text ? [{ kind: 'phone' as const, text, href: `tel:${text.replace(/[^\d+]/g, '')}` }] : []),
    ...(email ? [{ kind: 'email' as const, text: email, href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` }] : []),
  ];
}; // prettier-ignore

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !('nodeType' in value);
