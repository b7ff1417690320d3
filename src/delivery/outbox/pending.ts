/**
 * A word to the other pages of this origin, and to the next: how much waits in the outbox. In `localStorage`,
 * which can be read at once, so that a page with nothing waiting loads nothing for it.
 */
const KEY = 'harreman:outbox';
/** Whether the event that is heard on this page is our own. */
let telling = false;

/** Whether anything waits. A store that is blocked holds nothing. */
export const hasPending = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
};

/** Tells other pages, and other copies of the kit on this one, that the outbox has changed. */
export const tellChange = (waiting: number): void => {
  try {
    // Never the same twice: only a change is an event.
    if (waiting) localStorage.setItem(KEY, `${waiting} ${Date.now()} ${Math.random()}`);
    else localStorage.removeItem(KEY);
  } catch {
    // The other pages look again when they are next shown.
  }
  telling = true;
  dispatchEvent(new Event(KEY));
  telling = false;
};

/** Calls when another page, or another copy of the kit here, has changed the outbox. */
export const onChangeElsewhere = (listener: () => void): void => {
  addEventListener(KEY, () => telling || listener());
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) listener();
  });
};
