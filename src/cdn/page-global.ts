/** What the scripts leave at `window.harreman`: the only global of the kit. The page's settings stand beside these. */
export interface PageGlobal {
  /** The kit's version (semver). */
  readonly version: string;
  /**
   * Defines a tag that the loader cannot see coming, such as one inside the page's own shadow roots.
   * @param tag for example `harreman-contact-form`
   * @throws TypeError when the kit has no such tag
   */
  readonly load: (tag: string) => Promise<void>;
}

/** Settings that the script tag may carry as `data-*` attributes; the widgets read them in `controllers/settings`. */
const KEYS = ['endpoint', 'profile', 'locale', 'privacyUrl', 'phone', 'email'] as const;

declare const __VERSION__: string;

/**
 * Puts version, `load` and the script tag's settings at `window.harreman`. Settings that are there already win:
 * a page writes `window.harreman = {…}` for itself, while a script tag is often one for many pages.
 *
 * @returns false when another copy of the kit was here first: its definitions stay
 */
export const claimGlobal = (script: HTMLScriptElement | undefined, load: PageGlobal['load']): boolean => {
  const page = window as { harreman?: unknown };
  // Elements with id="harreman" answer to window.harreman too, but only what a script puts there is an own property.
  const own = Object.hasOwn(page, 'harreman') ? page.harreman : undefined;
  const settings: Partial<PageGlobal> = own && typeof own === 'object' ? own : {};
  if (typeof settings.load === 'function') return false;
  const fromTag: Record<string, string> = {};
  for (const key of KEYS) {
    const value = script?.dataset[key];
    if (value) fromTag[key] = value;
  }
  page.harreman = { ...fromTag, ...settings, version: __VERSION__, load };
  return true;
};

/** The script element that is running, unless the page has an element that answers to the same name. */
export const runningScript = (): HTMLScriptElement | undefined => {
  const script = document.currentScript;
  return script instanceof HTMLScriptElement ? script : undefined;
};
