import { complain } from '../../controllers/complain.js';

interface Listeners {
  /** What the owner waits for has happened. */
  readonly happened: () => void;
  /** The visitor has pressed what opens it. */
  readonly pressed: (opener: Element) => void;
}

/** Nobody is asked about a page that they have not used; in milliseconds. */
const USED = 5000;
const LONGEST_DELAY = 24 * 60 * 60 * 1000;
const UNITS: Readonly<Record<string, number>> = { '': 1000, 's': 1000, 'm': 60_000 };

/** Waits for what `open-on` says. Returns what ends that. */
export const watch = (host: Element, openOn: string | undefined, listeners: Listeners): (() => void) => {
  if (typeof openOn !== 'string') return () => undefined;
  const text = openOn.trim();
  const [, percent] = /^scroll:(\d{1,3})%?$/.exec(text) ?? [];
  const [, count, unit] = /^delay:(\d{1,5})(s|m)?$/.exec(text) ?? [];
  if (text === 'exit') return onExit(listeners.happened);
  if (percent && Number(percent) >= 1 && Number(percent) <= 100) return onScroll(Number(percent) / 100, listeners.happened);
  if (count) return afterDelay(Math.min(Number(count) * UNITS[unit ?? '']!, LONGEST_DELAY), listeners.happened);
  try {
    if (!/^(scroll|delay|exit)\b/.test(text) && text) {
      document.querySelector(text);
      return onClick(text, listeners.pressed);
    }
  } catch {
    // Said below.
  }
  complain(host, 'open-on', openOn, 'not "exit", "scroll:60", "delay:20s" or a CSS selector; it opens by show() alone');
  return () => undefined;
}; // prettier-ignore

/** The text field of the page, however deep, in which somebody writes. */
export const isTyping = (): boolean => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  const isText =
    'input:not([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio],[type=image]),textarea,select';
  return active.isContentEditable || active.matches(isText);
};

/** The pointer leaves the window by its top, where its tabs and its address are; on a phone, whoever was away comes back. */
const onExit = (happened: () => void): (() => void) => {
  const since = Date.now();
  let wasAway = false;
  const leave = (event: MouseEvent): void => {
    if (event.relatedTarget === null && event.clientY <= 0 && Date.now() - since >= USED) happened();
  };
  const turn = (): void => {
    if (document.visibilityState === 'hidden') wasAway = Date.now() - since >= USED;
    else if (wasAway && !matchMedia('(hover: hover)').matches) happened();
  };
  document.addEventListener('mouseout', leave);
  document.addEventListener('visibilitychange', turn);
  return () => {
    document.removeEventListener('mouseout', leave);
    document.removeEventListener('visibilitychange', turn);
  };
};

const onScroll = (part: number, happened: () => void): (() => void) => {
  const since = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const { scrollHeight } = document.documentElement;
    if ((scrollY + innerHeight) / scrollHeight < part) return;
    removeEventListener('scroll', look, true);
    timer = setTimeout(happened, Math.max(0, USED - (Date.now() - since)));
  };
  addEventListener('scroll', look, { capture: true, passive: true });
  return () => {
    removeEventListener('scroll', look, true);
    clearTimeout(timer);
  };
};

/** A page that is not looked at is not used. */
const afterDelay = (delay: number, happened: () => void): (() => void) => {
  const show = (): void => {
    if (document.visibilityState === 'visible') happened();
    else document.addEventListener('visibilitychange', show, { once: true });
  };
  const timer = setTimeout(show, delay);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', show);
  };
};

const onClick = (selector: string, pressed: (opener: Element) => void): (() => void) => {
  const click = (event: MouseEvent): void => {
    const [origin] = event.composedPath();
    const opener = origin instanceof Element ? origin.closest(selector) : null;
    if (!opener) return;
    // A link to the survey's own place in the page; any other goes where it leads.
    if (opener.getAttribute('href')?.startsWith('#')) event.preventDefault();
    pressed(opener);
  };
  document.addEventListener('click', click);
  return () => document.removeEventListener('click', click);
};
