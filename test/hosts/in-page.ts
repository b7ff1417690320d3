/** What runs in the pages: before anything else there, or to look at them. */
import { callOf } from './browsers/browser.js';

declare global {
  interface Window {
    hostShift: number;
    hostTroubles: string[];
  }
}

/**
 * Notes what goes wrong and what moves, and sets the clock to the same minute in each page: what a widget shows of the
 * time is then the same in all of them.
 */
const watch = (start: number): void => {
  // A page that brings this itself may do it twice.
  if (Object.hasOwn(window, 'hostTroubles')) return;
  const { now } = Date;
  const opened = now();
  Date.now = () => start + now() - opened;
  const troubles: string[] = [];
  Object.defineProperty(window, 'hostTroubles', { value: troubles });
  const listen = (target: EventTarget, type: string, tell: (event: never) => string) =>
    target.addEventListener(type, (event) => troubles.push(tell(event as never)), true);
  listen(window, 'error', (event: ErrorEvent) => {
    const { src, href } = (event.target ?? {}) as { src?: string; href?: string };
    return event.message || `did not load: ${src ?? href ?? ''}`;
  });
  listen(window, 'unhandledrejection', (event: PromiseRejectionEvent) => `rejected: ${String(event.reason)}`);
  listen(
    document,
    'securitypolicyviolation',
    (event: SecurityPolicyViolationEvent) => `refused: ${event.effectiveDirective} ${event.blockedURI}`,
  );
  const tell = console.error;
  console.error = (...said: unknown[]) => {
    troubles.push(`said: ${said.map(String).join(' ')}`);
    tell.apply(console, said);
  };
  window.hostShift = 0;
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) window.hostShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {
    // Only Chromium tells.
  }
};

/** What tabs run in each page before anything else. @param start what the clock shows then, in milliseconds */
export const watchCode = (start: number): string => callOf(watch, [start]);

/** Whether something is shown in the widget, and where: in pixels of the window. */
export const rectOf = (tag: string, selector = '') => {
  const element = document.querySelector(tag);
  const inner = selector ? element?.shadowRoot?.querySelector(selector) : element;
  if (!inner || inner.getClientRects().length === 0) return null;
  const { x, y, width, height } = inner.getBoundingClientRect();
  return { x, y, width, height };
};

/** Brings it into the middle of the window. */
export const bringIntoView = (tag: string, selector = ''): void => {
  const element = document.querySelector(tag);
  const inner = selector ? element?.shadowRoot?.querySelector(selector) : element;
  inner?.scrollIntoView({ block: 'center', behavior: 'instant' });
};

/** Two frames later, what has been changed has been painted. */
export const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** What has the page in its hands: whether it can still be scrolled, and where it stands. */
export const hold = () => ({
  overflow: [document.documentElement, document.body].map((element) => getComputedStyle(element).overflow),
  cookies: document.cookie,
});

/** Where the widget stands in its page, how large that is, and what of it stays where it is when it is scrolled. */
export const placeOnPage = (tag: string) => {
  const widget = document.querySelector(tag);
  if (!widget) return null;
  const rect = widget.getBoundingClientRect();
  const { scrollWidth: pageWidth, scrollHeight: pageHeight } = document.documentElement;
  const bars = [...document.body.querySelectorAll('*')]
    .filter((element) => getComputedStyle(element).position === 'fixed' && !element.closest(tag))
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isAfter = Boolean(widget.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      return { x, y, width, height, isAfter, zIndex: getComputedStyle(element).zIndex };
    })
    .filter(({ width, height }) => width > 0 && height > 0);
  return { x: rect.x + scrollX, y: rect.y + scrollY, width: rect.width, pageWidth, pageHeight, bars };
};
/** Gives an element a height that no rule of the page beats. */
export const setHeight = (selector: string, height: number): void => {
  if (height)
    document.querySelector<HTMLElement>(selector)?.style.setProperty('height', `${height}px`, 'important');
};
/** Where an element of the page is, in pixels of the window. */
export const placeRect = (selector: string) => {
  const rect = document.querySelector(selector)?.getBoundingClientRect();
  return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
};
