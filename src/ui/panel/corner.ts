/**
 * The corner of the window that all floating widgets share: one above the other, clear of the page's own bars, never
 * over what has the focus, and on top of whatever the page puts on top.
 */

import type { StandIns } from './stand-ins.js';

/** A widget that floats. */
export interface Floating {
  readonly host: HTMLElement;
  /** The button at the corner, once it is there. A survey's panel has none. */
  readonly dock: HTMLElement | null;
  readonly panel: HTMLElement | null;
  readonly open: boolean;
  /** The same as pressing the button. */
  press(): void;
  close(): void;
}

/** Pixels between what is in the corner. */
const GAP = 8;
/** What takes more of the window's height than this is no bar. */
const TALLEST_BAR = 0.6;

const members = new Set<Floating>();
let scheduled = false;
/** The page's own modal dialog that is on top, as far as is known. */
let modal: Element | undefined;
let standIns: StandIns | undefined;

export const join = (member: Floating): void => {
  // What was on its way may come once its element has been taken out of the page.
  if (members.has(member) || !member.host.isConnected) return;
  if (members.size === 0) listen(true);
  members.add(member);
  // One that was there before.
  const shown = pageModal();
  if (shown) raiseAbove(shown);
  arrange();
};

export const leave = (member: Floating): void => {
  if (!members.delete(member)) return;
  if (members.size === 0) {
    listen(false);
    standIns?.follow(undefined, []);
  }
  arrange();
};

/** Only one panel of the kit is open at a time; one that stands within another is part of that. */
export const closeOthers = (opened: Floating): void => {
  for (const member of members) {
    if (member !== opened && member.open && !isInside(opened.host, member.host)) member.close();
  }
};

/** Whether somebody is at another panel of the kit. */
export const isAnotherOpen = (one: Floating): boolean =>
  [...members].some((member) => member !== one && member.open && !isInside(one.host, member.host));

/** Whether the page shows a modal dialog of its own, so that all else is inert. */
export const isBehindModal = (): boolean => pageModal() !== undefined;

/** Finds everyone's place anew, once before the next frame. */
export const arrange = (): void => {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    place();
  });
};

const inOrder = (): Floating[] =>
  [...members].sort((a, b) =>
    a.host.compareDocumentPosition(b.host) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1,
  );

const place = (): void => {
  const shown = seen();
  const lowest = shown[0]?.dock ?? inOrder().find(({ panel, open }) => open && panel)?.panel;
  if (!lowest) {
    standIns?.follow(undefined, []);
    return;
  }
  let raise = clearance(lowest);
  for (const { dock } of shown) {
    dock!.style.setProperty('--_raise', `${raise}px`);
    raise += dock!.offsetHeight + GAP;
  }
  for (const { panel } of inOrder()) panel?.style.setProperty('--_raise', `${raise}px`);
  standIns?.follow(shown.length ? pageModal() : undefined, shown);
};

/** Those whose button is seen. */
const seen = (): Floating[] => inOrder().filter(({ dock }) => dock && dock.offsetHeight > 0);

/** How far up the corner has to move, so that it is above what the page has fixed there: a bar, a cookie banner. */
const clearance = (lowest: HTMLElement): number => {
  const raised = Number.parseFloat(lowest.style.getPropertyValue('--_raise')) || 0;
  const { left, right, top, bottom } = lowest.getBoundingClientRect();
  let up = 0;
  // One bar may stand on another.
  for (let tries = 0; tries < 3; tries++) {
    const shift = raised - up;
    const bar = fixedAt([left, (left + right) / 2, right], [top + shift, bottom + shift]);
    if (!bar) return up;
    up += bottom + shift - bar.top + GAP;
  }
  return up;
};

/** What the page has fixed near the end of the window, at these points. */
const fixedAt = (xs: readonly number[], ys: readonly number[]): DOMRect | undefined => {
  for (const y of ys) {
    for (const x of xs) {
      for (const element of document.elementsFromPoint(clamp(x, innerWidth), clamp(y, innerHeight))) {
        const fixed = isOurs(element) ? undefined : fixedAncestor(element);
        const box = fixed?.getBoundingClientRect();
        // What is hit beside a modal dialog is its backdrop.
        if (!box || (isModal(fixed!) && (x < box.left || x > box.right || y < box.top || y > box.bottom)))
          continue;
        if (box.top > 0 && box.height > 0 && box.height < TALLEST_BAR * innerHeight) return box;
      }
    }
  }
  return undefined;
};

const clamp = (value: number, size: number): number => Math.min(Math.max(value, 1), size - 1);

const isOurs = (element: Element): boolean =>
  element === standIns?.host || [...members].some(({ host }) => host === element);

const fixedAncestor = (element: Element): Element | undefined => {
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (/^(?:fixed|sticky)$/.test(getComputedStyle(node).position)) return node;
  }
  return undefined;
};

/** Whether something is in something else as people see them: through shadow roots, and in the slot where it is shown. */
export const isInside = (inner: Node, outer: Node): boolean => {
  for (let node: Node | null = inner; node;) {
    if (node === outer) return true;
    node = (node as Element).assignedSlot ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
  }
  return false;
};

const pageModal = (): Element | undefined => {
  if (modal?.isConnected && isModal(modal)) return modal;
  // Those in a shadow root of the page's are known once they have had the focus. The last is most likely on top.
  return [...document.querySelectorAll(MODAL)].pop();
};

/** Nothing is inert behind what fills the screen, which is `:modal` too. */
const MODAL = 'dialog:modal';
const isModal = (node: EventTarget): node is Element => node instanceof Element && node.matches(MODAL);

/** What has the focus in the page is not hidden behind the corner (WCAG 2.2, 2.4.11 Focus Not Obscured). */
const onFocus = (event: FocusEvent): void => {
  const path = event.composedPath();
  const ours =
    [...members].some(({ host }) => path.includes(host)) || (standIns && path.includes(standIns.host));
  const opened = ours ? undefined : path.find(isModal);
  if (opened && opened !== modal) raiseAbove(opened);
  const [target] = path;
  for (const { dock, panel, open } of members) {
    const cover = open && panel ? panel : dock;
    if (!cover || !(target instanceof Element)) continue;
    // Not where a pointer has pressed it: what is scrolled away from beneath a pointer is not clicked.
    if (!ours && target.matches(':focus-visible')) uncover(target, cover);
    dock?.classList.toggle('yields', !ours && !open && isCovered(target, dock));
  }
};

/** Whether two things are in the same place of the window. */
export const isCovered = (target: Element, cover: Element): boolean => {
  const a = target.getBoundingClientRect();
  const b = cover.getBoundingClientRect();
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
};

const uncover = (target: Element, cover: Element): void => {
  const { top } = cover.getBoundingClientRect();
  const { bottom, height } = target.getBoundingClientRect();
  if (isCovered(target, cover) && height < top) scrollBy({ top: bottom - top + GAP, behavior: 'instant' });
};

/**
 * Shows the buttons again, above a modal dialog that the page has opened since. All but that dialog is inert: what is pressed
 * in it are their stand-ins. A press on an open panel is seen in `onPress`.
 */
const raiseAbove = (opened: Element): void => {
  modal = opened;
  opened.addEventListener('close', onModalClosed, { once: true });
  for (const { dock, panel } of members) {
    for (const popover of [dock, panel]) {
      if (!popover?.matches(':popover-open')) continue;
      popover.hidePopover();
      popover.showPopover();
    }
  }
  void standIn();
};

const standIn = async (): Promise<void> => {
  try {
    const { StandIns: Class } = await import('./stand-ins.js');
    standIns ??= new Class();
    standIns.follow(pageModal(), seen(), true);
  } catch (error) {
    console.error(
      'harreman: what lets keys reach a floating button above a dialog could not be loaded.',
      error,
    );
  }
};

/** Of the page's dialogs, another may be beneath; and the same may open again, above our buttons. */
const onModalClosed = ({ target }: Event): void => {
  if (target === modal) modal = undefined;
  const next = members.size ? pageModal() : undefined;
  if (next) raiseAbove(next);
  else standIns?.follow(undefined, []);
};

/** A press on a button of ours that the platform gives to the page's modal dialog beneath it. */
const onPress = (event: MouseEvent): void => {
  if (!isBehindModal()) return;
  const { clientX: x, clientY: y } = event;
  const path = event.composedPath();
  if (standIns && path.includes(standIns.host)) return;
  const pressed = inOrder().find(({ host, dock, panel, open }) => {
    const box = (open ? panel : dock)?.getBoundingClientRect();
    const isInside = box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    return isInside && box.width > 0 && !path.includes(host);
  });
  if (!pressed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.type === 'click') pressed.press();
};

const EVENTS = ['click', 'transitionend', 'animationend'] as const;

const watcher = new MutationObserver(arrange);

const listen = (on: boolean): void => {
  const change = on ? 'addEventListener' : 'removeEventListener';
  document[change]('focusin', onFocus as EventListener);
  for (const type of ['pointerdown', 'mousedown', 'click'])
    document[change](type, onPress as EventListener, true);
  // What a page fixes to its edges comes and goes by these.
  for (const type of EVENTS) document[change](type, arrange);
  globalThis[change]('resize', arrange);
  if (on) watcher.observe(document.body, { childList: true });
  else watcher.disconnect();
};
