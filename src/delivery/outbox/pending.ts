import { PENDING } from './pending-key.js';

/** Whether the event that is heard on this page is our own. */
let telling = false;

/** Tells other pages, and other copies of the kit on this one, that the outbox has changed. */
export const tellChange = (waiting: number): void => {
  try {
    // Never the same twice: only a change is an event.
    if (waiting) localStorage.setItem(PENDING, `${waiting} ${Date.now()} ${Math.random()}`);
    else localStorage.removeItem(PENDING);
  } catch {
    // The other pages look again when they are next shown.
  }
  telling = true;
  dispatchEvent(new CustomEvent(PENDING));
  telling = false;
};

/** Calls when another page, or another copy of the kit here, has changed the outbox. */
export const onChangeElsewhere = (listener: () => void): void => {
  addEventListener(PENDING, () => telling || listener());
  addEventListener('storage', ({ key }) => {
    if (key === PENDING || key === null) listener();
  });
};
