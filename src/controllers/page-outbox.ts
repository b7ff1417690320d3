import { deliver } from '../delivery/deliver.js';
import { webLock } from '../delivery/outbox/lock.js';
import { Outbox } from '../delivery/outbox/outbox.js';
import { onChangeElsewhere, tellChange } from '../delivery/outbox/pending.js';
import { IndexedDbStore } from '../delivery/outbox/store.js';
import { mintSubmissionId } from '../submission/submission-id.js';

/** The absolute address that each place of this page sends to now; `undefined` while it sends nowhere. */
const places = new Map<string, () => string | undefined>();

/** Makes a place known. Returns how to take it back. */
export const addPlace = (place: string, endpoint: () => string | undefined): (() => void) => {
  places.set(place, endpoint);
  return () => {
    if (places.get(place) === endpoint) places.delete(place);
  };
};

let shared: Outbox | undefined;

/** The page's outbox: begins to send what waits as soon as somebody asks for it. */
export const pageOutbox = (): Outbox => (shared ??= open());

const open = (): Outbox => {
  const outbox = new Outbox({
    store: new IndexedDbStore(),
    lock: webLock,
    deliver,
    clock: () => ({ now: Date.now(), chance: Math.random() }),
    owner: mintSubmissionId(),
    isOnline: () => navigator.onLine,
    endpointOf: (place) => places.get(place)?.(),
    tellChange,
    warn: (message) => console.warn(`harreman: ${message}`),
  });
  addEventListener('online', () => void outbox.resume(true));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void outbox.resume(true);
  });
  // Timers of a page that isn't seen may stand still.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.resume();
  });
  onChangeElsewhere(() => void outbox.refresh());
  void widgetsKnown().then(() => outbox.resume(true));
  return outbox;
};

/** A widget that does not load shall not keep what waits from leaving. */
const PATIENCE = 5000;

/**
 * Resolves when the widgets of this page have told where they send to now, which decides whether what waits may
 * still go where it was to go. A page's script may ask for the outbox long before they are there.
 */
const widgetsKnown = async (): Promise<void> => {
  if (document.readyState === 'loading')
    await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
  const defined = [...document.querySelectorAll(':not(:defined)')].flatMap(({ localName }) =>
    localName.startsWith('harreman-') ? customElements.whenDefined(localName) : [],
  );
  await Promise.race([Promise.all(defined), pause(PATIENCE)]);
  // Once defined, they render before this.
  await pause(0);
};

const pause = (milliseconds: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
