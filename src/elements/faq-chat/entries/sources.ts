import { complain } from '../../../controllers/complain.js';
import { inSlices } from '../../../knowledge/slices.js';
import { fetchFaq, readableAddress } from '../fetch-json.js';
import { PACE } from '../pace.js';
import type { ChatEntry } from './entry.js';
import { readDetails } from './read-details.js';
import { readJsonLd } from './read-json-ld.js';
import { readingJson, readJson, type FaqData, type FaqEntry } from './read-json.js';

export interface SourcesHost extends HTMLElement {
  readonly src: string | undefined;
  readonly from: string | undefined;
  readonly entries: FaqData | readonly FaqEntry[] | undefined;
  readonly own: { readonly current: readonly ChatEntry[] };
  requestUpdate(): void;
}

const NONE: readonly ChatEntry[] = [];

/**
 * Where the entries come from: the property, else `src`, else `from`, else the light DOM, which also stands in for
 * whichever of them is wrong or can't be had.
 */
export class Sources {
  readonly #host: SourcesHost;
  #key: readonly unknown[] = [];
  #found: readonly ChatEntry[] | undefined;
  /** Whether `src` is on its way. */
  loading = false;
  /** Resolves when it has come, or can't be had. */
  ready: Promise<void> = Promise.resolve();

  constructor(host: SourcesHost) {
    this.#host = host;
  }

  /** The same list until something changes. */
  get current(): readonly ChatEntry[] {
    this.#follow();
    return this.#found?.length ? this.#found : this.loading ? NONE : this.#host.own.current;
  }

  #follow(): void {
    const { entries, src, from } = this.#host;
    const key = [entries, src, from];
    if (key.every((value, index) => value === this.#key[index])) return;
    this.#key = key;
    this.#found = undefined;
    this.loading = false;
    if (entries !== undefined)
      this.#read('entries', typeof entries, () => readJson(entries, this.#warn('entries')));
    else if (src !== undefined) this.ready = this.#fetch(src);
    else if (from !== undefined) this.#read('from', from, () => this.#fromPage(from));
  }

  /** What is wrong is told, and nothing is lost: what stands in the light DOM answers. */
  #read(attribute: string, value: string, read: () => readonly ChatEntry[]): void {
    try {
      this.#found = read();
    } catch (error) {
      complain(this.#host, attribute, value, `${(error as Error).message}; the HTML inside is used`);
    }
  }

  #warn(attribute: string): (message: string) => void {
    return (message) => console.warn(`<${this.#host.localName}> ${attribute}: ${message}`);
  }

  async #fetch(src: string): Promise<void> {
    const url = readableAddress(src);
    if (!url) {
      this.#read('src', src, () => {
        throw new TypeError('not an http(s) address that the page may ask');
      });
      return;
    }
    this.loading = true;
    let read: () => readonly ChatEntry[];
    try {
      const entries = await inSlices(readingJson(await fetchFaq(url), this.#warn('src')), PACE);
      read = () => entries;
    } catch (error) {
      read = () => {
        throw error;
      };
    }
    if (this.#host.src !== src) return;
    this.loading = false;
    this.#read('src', src, read);
    this.#host.requestUpdate();
  }

  #fromPage(from: string): readonly ChatEntry[] {
    const { ownerDocument } = this.#host;
    if (from === 'page') {
      const scripts = ownerDocument.querySelectorAll('script[type="application/ld+json"]');
      const entries = [...scripts].flatMap((script) => {
        try {
          return readJsonLd(script.textContent);
        } catch {
          // Another's script is not ours to complain of.
          return [];
        }
      });
      if (entries.length === 0) throw new TypeError('the page has no FAQPage in its structured data');
      return entries;
    }
    const [, id] = /^#(.+)$/.exec(from) ?? [];
    if (id === undefined) throw new TypeError('neither "page" nor the "#id" of an element');
    const element = ownerDocument.getElementById(id);
    if (!element) throw new TypeError('the page has no such element');
    const entries = element.localName === 'script' ? readJsonLd(element.textContent) : readDetails(element);
    if (entries.length === 0) throw new TypeError('there is no question with an answer in it');
    return entries;
  }
}
