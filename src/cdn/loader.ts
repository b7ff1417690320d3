/**
 * The script to paste: a classic or a module script, early or late, once or twice. It looks for the kit's tags, and
 * when one first appears asks for all that this widget needs at once: its chunk, Lit, and the words in the page's
 * language. The tag is defined when all of that is there, so that the room which the page keeps for a
 * `:not(:defined)` tag is kept until the form stands in it. One file without imports at run time; the names of the
 * chunks are built in.
 */
import { needsAllAtOnce } from '../controllers/at-once.js';
import { DRAFT } from '../controllers/draft-key.js';
import { nearestAttribute } from '../controllers/nearest.js';
import { afterXmlParsing } from '../define/after-xml-parsing.js';
import { PENDING } from '../delivery/outbox/pending-key.js';
import { matchLocale } from '../localization/locale.js';
import { claimGlobal, runningScript } from './page-global.js';

/** What `.build/cdn.mjs` builds in: names of chunks, `*` for the language, each after a space. */
type Names = string;

/** What the loader needs of a widget's class. */
interface WidgetConstructor extends CustomElementConstructor {
  prepare(locale: string, all: boolean): Promise<void>;
}

/** Where the chunks are, and nothing else that is of the same version. */
declare const __FOLDER__: string;
/** By tag: the chunks that the widget shares with others, and those that come at its first use. */
declare const __WIDGETS__: Readonly<Record<string, readonly [shared: Names, later: Names]>>;
/** Those that come at the first use of any widget. */
declare const __LATER__: Names;
declare const __OUTBOX__: string;

const widgets = __WIDGETS__;

/** A module script has no `currentScript`; where it runs from is written in any error's stack. */
const running = runningScript();
const ownUrl =
  running?.src ||
  /\w+:\/\/\S+?(?=:\d+:\d+)/.exec(String(new Error().stack))?.[0] ||
  document.querySelector<HTMLScriptElement>('script[src*="harreman.js"]')?.src;

const ownScript = running ?? [...document.querySelectorAll('script')].find((script) => script.src === ownUrl);

/** Absolute, since a relative one would follow the page's `<base>`. */
const fileUrl = (name: string): string => new URL(name, ownUrl).href;

const waiting = new Set(Object.keys(widgets));
const loading = new Map<string, Promise<void>>();

/**
 * Everything in one classic script, for where a chunk did not come: a lost connection, a host that sends no CORS
 * headers (modules need them, classic scripts don't), a sandboxed frame, a page opened from a folder.
 */
const loadAll = (): Promise<unknown> => {
  const url = fileUrl('harreman.all.js');
  // Who pins the loader's hash pins the others in an import map, which only modules obey.
  if (ownScript?.integrity) return import(/* @vite-ignore */ url);
  return new Promise((resolve, reject) => {
    const all = document.createElement('script');
    if (ownScript?.nonce) all.nonce = ownScript.nonce;
    all.onload = resolve;
    all.onerror = reject;
    // Where Trusted Types are enforced this throws, which rejects.
    all.src = url;
    document.documentElement.append(all);
    all.remove();
  }).catch(() => import(/* @vite-ignore */ url));
};

/** What opens the callback button's panel, but for links that have a place of their own to lead to. */
const OPENER = '.harreman-callback:is(:not([href]),[href="#"])';
/** Whether it was pressed last, while the button is on its way, which then opens in the end. */
let isPressed = false;

const request = async (tag: string, element?: Element): Promise<void> => {
  const names = widgets[tag];
  if (!names) throw new TypeError(`harreman: there is no <${tag}>`);
  waiting.delete(tag);
  if (customElements.get(tag)) return;
  if (tag.endsWith('-button'))
    // Of the document, not the window: what watches listeners (Sentry) leaves a mark on whatever has one, here a global.
    document.addEventListener('click', ({ target, defaultPrevented }) => {
      isPressed = !defaultPrevented && target instanceof Element && target.closest(OPENER) !== null;
    });
  const start = element ?? document.documentElement;
  const settings = (window as { harreman?: { locale?: string } }).harreman;
  const locale =
    matchLocale([
      start.getAttribute('locale'),
      nearestAttribute(start, 'lang', 'xml:lang'),
      settings?.locale,
      ...navigator.languages,
    ]) ?? 'en';
  const chunk = tag.slice('harreman-'.length);
  const all = element !== undefined && needsAllAtOnce(element);
  const [shared, later] = names;
  const extra = `*-${chunk}${all ? __LATER__ + later : ''}`;
  // The widget asks for these again when it needs them, and tells what went wrong.
  const ready = Promise.allSettled(extra.replaceAll('*', locale).split(' ').map(fetchChunk));
  try {
    const [module] = await Promise.all((chunk + shared).split(' ').map(fetchChunk));
    await ready;
    const name = tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    const constructor = module?.[name] as WidgetConstructor;
    await constructor.prepare(locale, all).catch(() => undefined);
    afterXmlParsing(() => {
      // Another copy of the kit may have been faster: its definition stays.
      if (!customElements.get(tag)) customElements.define(tag, constructor);
    });
  } catch {
    await loadAll();
  }
  await customElements.whenDefined(tag);
  if (isPressed) document.querySelector<Element & { show?(): void }>(tag)?.show?.();
};

const fetchChunk = (name: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ fileUrl(`${__FOLDER__}/${name}.js`)) as Promise<Record<string, unknown>>;

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
      `harreman: <${tag}> could not be loaded by ${ownUrl}. Are all files of dist/cdn beside it, and allowed by the CSP?`,
      error,
    );
  });
};

/**
 * Whether anything waits in the outbox. A browser that is killed right after "saved" has the message on the disk and not
 * yet what says so, which Chromium writes some seconds later: then the draft of it is still there, to say the same.
 */
const mayWait = (): boolean => {
  try {
    return Object.keys(localStorage).some((key) => key === PENDING || key.startsWith(DRAFT));
  } catch {
    return false;
  }
};

if (claimGlobal(ownScript, (tag) => load(tag))) {
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
  // What a visitor wrote on another page of the site is sent from any page with this script.
  if (mayWait()) {
    fetchChunk(__OUTBOX__).then(
      ({ pageOutbox }) => (pageOutbox as () => unknown)(),
      () => undefined,
    );
  }
}
