import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessageOverrides, Messages, WidgetKey } from '../localization/catalogue.js';
import type { WidgetWords } from '../localization/importers.js';
import { matchLocale, type Locale } from '../localization/locale.js';
import { Localization } from '../localization/localization.js';
import { loadLater, loadMessages, messagesNow } from '../localization/registry.js';
import { complain } from './complain.js';
import { nearestAttribute, parentOf } from './nearest.js';
import { onServer } from './on-server.js';
import { pageSettings } from './settings.js';

/** What the controller reads from its element. */
export interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  /** The `locale` attribute. */
  readonly locale?: string | undefined;
  /** The owner's own words: as a property, and as JSON in the light DOM. The property wins. */
  readonly messages: MessageOverrides | undefined;
  readonly messagesJson: string | undefined;
}

/**
 * Chooses the language (the `locale` attribute, else the nearest `lang`, else the page's settings, else the
 * browser's, else English), loads its catalogue, and follows the page when its language changes. Where the
 * language that was asked for isn't among the kit's, the element's `lang` says which one is shown instead
 * (WCAG 2.2, 3.1.2 Language of Parts).
 */
export class LocalizationController<W extends WidgetKey> implements ReactiveController {
  /** `undefined` until the first catalogue has arrived. */
  current: Localization<W> | undefined;

  #host: LocalizedHost;
  #words: WidgetWords<W>;
  #wanted: Locale | undefined;
  #complete = false;
  /** The owner's words that were last looked at. */
  #given: readonly [unknown, unknown] = [undefined, undefined];
  /** The element's own `lang` before a fallback was declared there, and what was declared. */
  #declared: { before: string | null; now: string } | undefined;
  #observer = onServer ? undefined : new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: LocalizedHost, words: WidgetWords<W>) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  /** From the nearest `dir`; a direction that only the page's CSS gives is the page's, not the text's. */
  get direction(): 'ltr' | 'rtl' {
    const dir = onServer ? this.#host.getAttribute('dir') : nearestAttribute(this.#host, 'dir');
    return dir?.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
  }

  hostConnected(): void {
    this.#observer?.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /**
   * Called as an update begins, before anything is made of the words: Lit's `hostUpdate` comes after `willUpdate`.
   * @returns resolves when words that were not there have come; nothing where all is there, or was asked for before
   */
  follow(): Promise<void> | undefined {
    const locale = this.#resolve();
    const [messages, json] = this.#given;
    const isNew =
      locale !== this.#wanted || messages !== this.#host.messages || json !== this.#host.messagesJson;
    return isNew ? this.#load(locale) : undefined;
  }

  #resolve(): Locale {
    const host = this.#host;
    const settings = pageSettings().locale;
    const now = host.getAttribute('lang');
    // A fallback that was declared must not be taken for what the owner asked for, nor outlive their own change.
    if (now !== this.#declared?.now) this.#declared = undefined;
    const own = this.#declared ? this.#declared.before : now;
    // What is around an element, and what the visitor's browser speaks, a server can't see.
    const lang = own || (onServer ? undefined : nearestAttribute(parentOf(host), 'lang', 'xml:lang'));
    const asked = host.locale ?? lang ?? settings;
    const spoken = onServer ? [] : navigator.languages;
    const locale = matchLocale([host.locale, lang, settings, ...spoken]) ?? 'en';
    if (asked && !matchLocale([asked])) {
      if (host.locale) complain(host, 'locale', asked, `${locale} is used`);
      this.#declared = { before: own, now: locale };
      if (now !== locale) host.setAttribute('lang', locale);
    } else if (this.#declared) {
      this.#declared = undefined;
      if (own === null) host.removeAttribute('lang');
      else host.setAttribute('lang', own);
    }
    return locale;
  }

  /**
   * Fetches what is said once somebody uses the widget; from then on, with every language.
   * @throws TypeError (rejects) where it can't be fetched.
   */
  async complete(): Promise<void> {
    this.#complete = true;
    await this.#fetch(this.#wanted ?? 'en');
  }

  /** Whether everything is there to say, without waiting. */
  completeNow(): boolean {
    this.#complete = true;
    return this.#wanted !== undefined && this.#showNow(this.#wanted);
  }

  /** Shows what has arrived before, within the update that is under way. An owner's words are not as fast. */
  #showNow(locale: Locale): boolean {
    const { messages, messagesJson } = this.#host;
    const now =
      (messages ?? messagesJson) ? undefined : messagesNow(locale, this.#words.widget, this.#complete);
    if (now) this.current = new Localization(locale, now);
    return now !== undefined;
  }

  async #load(locale: Locale): Promise<void> {
    this.#wanted = locale;
    if (this.#showNow(locale)) return;
    try {
      await this.#fetch(locale);
    } catch (error) {
      console.error(`<${this.#host.localName}>: no words in "${locale}".`, error);
      // Words in another language beat none; the owner's own HTML beats both, and stays where English fails too.
      if (this.#wanted === locale && locale !== 'en' && !this.current)
        await this.#fetch('en').catch(() => undefined);
    }
  }

  async #fetch(locale: Locale): Promise<void> {
    const { messages, messagesJson } = this.#host;
    this.#given = [messages, messagesJson];
    const own = messages !== undefined || messagesJson !== undefined;
    const [first, inUse, overrides] = await Promise.all([
      loadMessages(locale, this.#words),
      // An owner's words may be any of them.
      this.#complete || own ? loadLater(locale, this.#words) : undefined,
      own ? import('../localization/overrides.js') : undefined,
    ]);
    // A later change of language may have overtaken this one.
    if (this.#wanted !== locale && this.current) return;
    // Until it is completed, only what is said at first is asked for.
    const all = { ...first, ...inUse } as unknown as Messages<W>;
    this.current = new Localization(
      locale,
      overrides ? overrides.withOverrides(all, messagesJson, messages) : all,
    );
    this.#host.requestUpdate();
  }
}
