/** Set in `localStorage` while anything waits in the outbox: a page with nothing waiting loads nothing for it. */
export const PENDING = 'harreman:outbox';
