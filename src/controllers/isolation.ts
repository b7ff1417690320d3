import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Events that page scripts read as "somebody types, clicks or submits here". Seen from outside, an event of the
 * shadow tree has the host as its target, which such scripts take for "not a text field": hotkeys swallow
 * spaces, click handlers cancel, delegated handlers submit an outer form (any-page, 3).
 */
const PRIVATE_EVENTS = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'paste', 'cut', 'copy', 'drop', 'dragover',
  'click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend',
  'submit', 'reset',
]; // prettier-ignore

/**
 * Keeps the events of the shadow tree's own controls inside once they have been used. Events of slotted nodes
 * pass: those belong to the page.
 */
export class IsolationController implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #isolated = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (this.#isolated || !root) return;
    this.#isolated = true;
    isolate(root);
  }
}

export const isolate = (root: ShadowRoot): void => {
  for (const type of PRIVATE_EVENTS) root.addEventListener(type, stopOwn, { passive: type !== 'click' });
};

/** Escape where nothing of ours is to be closed: what the widget stands in may be. */
const isLeaving = ({ type, key, isComposing, defaultPrevented }: KeyboardEvent, target: Element): boolean =>
  type === 'keydown' && key === 'Escape' && !isComposing && !defaultPrevented && !target.closest('dialog');

const stopOwn = function (this: ShadowRoot, event: Event): void {
  const target = event.target as Element;
  if (this.host.contains(target) || isLeaving(event as KeyboardEvent, target)) return;
  event.stopPropagation();
  // A click without an action of its own here would be one on a link or a label of the page around the widget. Fields
  // for text, which have a `dir`, have none; nor have buttons but those that submit.
  if (event.type === 'click' && !target.closest('a,label,summary,[type=submit],input:not([dir])'))
    event.preventDefault();
} as EventListener;
