/**
 * The script to paste: a classic or a module script, early or late, once or twice. It looks for the kit's tags, and
 * when one first appears asks for all that this widget needs at once: its chunk, Lit, and the words in the page's
 * language. One file without imports at run time; the names of the chunks are built in.
 */
import { nearestAttribute } from '../controllers/nearest.js';
import { matchLocale } from '../localization/locale.js';
import { claimGlobal, runningScript } from './page-global.js';

/** What `.build/cdn.mjs` builds in: for each tag its chunks, the one that defines it first, and those of each language. */
declare const __WIDGETS__: Record<string, { chunks: string[]; languages: Record<string, string[]> }>;

const widgets = __WIDGETS__;

/** A module script has no `currentScript`; where it runs from is written in any error's stack. */
const running = runningScript();
const ownUrl =
  running?.src ||
  /\w+:\/\/\S+?(?=:\d+:\d+)/.exec(String(new Error().stack))?.[0] ||
  document.querySelector<HTMLScriptElement>('script[src*="harreman.js"]')?.src;

const ownScript = (): HTMLScriptElement | undefined => {
  if (running) return running;
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
    if (script.src === ownUrl) return script;
  }
  return undefined;
};

/** Absolute, since a relative one would follow the page's `<base>`. */
const fileUrl = (name: string): string => new URL(name, ownUrl).href;

const waiting = new Set(Object.keys(widgets));
const loading = new Map<string, Promise<void>>();
const script = ownScript();

/**
 * Everything in one classic script, for where a chunk did not come: a lost connection, a host that sends no CORS
 * headers (modules need them, classic scripts don't), a sandboxed frame, a page opened from a folder.
 */
const loadAll = (): Promise<unknown> => {
  const url = fileUrl('harreman.all.js');
  return new Promise((resolve, reject) => {
    const all = document.createElement('script');
    if (script?.nonce) all.nonce = script.nonce;
    all.onload = resolve;
    all.onerror = reject;
    // Where Trusted Types are enforced this throws, which rejects.
    all.src = url;
    document.documentElement.append(all);
    all.remove();
  }).catch(() => import(/* @vite-ignore */ url));
};

const request = async (tag: string, element?: Element): Promise<void> => {
  const widget = widgets[tag];
  if (!widget)
    throw new TypeError(`harreman: there is no <${tag}>. There are: ${Object.keys(widgets).join(', ')}`);
  waiting.delete(tag);
  if (customElements.get(tag)) return;
  const start = element ?? document.documentElement;
  const settings = (window as { harreman?: { locale?: string } }).harreman;
  const locale =
    matchLocale([
      start.getAttribute('locale'),
      nearestAttribute(start, 'lang', 'xml:lang'),
      settings?.locale,
      ...navigator.languages,
    ]) ?? 'en';
  for (const words of widget.languages[locale] ?? []) {
    // The widget asks for them again and tells what went wrong.
    import(/* @vite-ignore */ fileUrl(words)).catch(() => undefined);
  }
  const chunks = widget.chunks.map((chunk) => import(/* @vite-ignore */ fileUrl(chunk)) as Promise<unknown>);
  await Promise.all(chunks).catch(loadAll);
  if (!customElements.get(tag)) throw new Error('the script came, but defined nothing');
};

/** A failure is told once, and what stands inside the tag stays visible. */
const load = (tag: string, element?: Element): Promise<void> => {
  let promise = loading.get(tag);
  if (!promise) {
    promise = request(tag, element);
    loading.set(tag, promise);
  }
  return promise;
};

const find = (root: ParentNode): void => {
  for (const tag of waiting) {
    const element = root.querySelector(tag);
    if (element) define(tag, element);
  }
};

const define = (tag: string, element: Element): void => {
  load(tag, element).catch((error: unknown) => {
    console.error(
      `harreman: <${tag}> could not be loaded by ${ownUrl}. Its content stays as it is in the page. ` +
        'Check that all files of dist/cdn are beside it, and that the Content-Security-Policy allows them.',
      error,
    );
  });
};

if (claimGlobal(script, (tag) => load(tag))) {
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (waiting.has(node.localName)) define(node.localName, node);
        find(node);
      }
    }
    if (waiting.size === 0) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  find(document);
}
