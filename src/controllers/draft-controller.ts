import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldValue } from '../validation/field.js';
import { draftKey } from './draft-key.js';

/** A draft is as old as an unsent message may get. */
const MAX_AGE = 72 * 60 * 60 * 1000;
const PAUSE = 400;

interface Draft {
  readonly savedAt: number;
  readonly values: readonly (readonly [string, FieldValue])[];
}

/** What the controller needs of its element. */
export interface DraftHost extends ReactiveControllerHost, HTMLElement {
  /** Whether anything may be kept on this device. */
  readonly mayPersist: boolean;
}

/**
 * Keeps what is being written on this device, until it is sent or three days old.
 *
 * In `localStorage`, since it is written at once: a phone that kills the page in the moment of leaving it gives
 * IndexedDB no time to commit. Nothing is stored before the visitor writes, and a store that is blocked, full or
 * broken costs the draft and nothing else.
 */
export class DraftController implements ReactiveController {
  /** When the restored draft was written; `undefined` where none was. */
  restored: Date | undefined;

  #host: DraftHost;
  #valuesToKeep: () => Draft['values'];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #flush = (): void => this.#write();

  /** `valuesToKeep` gives what is worth keeping now; nothing when nothing was written. */
  constructor(host: DraftHost, valuesToKeep: () => Draft['values']) {
    this.#host = host;
    this.#valuesToKeep = valuesToKeep;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  hostDisconnected(): void {
    this.#write();
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
  }

  /** The values of the draft of this element on this page, if there is one. */
  restore(): Draft['values'] {
    if (!this.#host.mayPersist) return [];
    const draft = parseDraft(attempt(() => localStorage.getItem(draftKey(this.#host))));
    if (!draft) return [];
    // A clock that jumped does not cost a draft: only a plausible age is an age.
    const age = Date.now() - draft.savedAt;
    if (age > MAX_AGE && age < 365 * MAX_AGE) {
      this.clear();
      return [];
    }
    this.restored = new Date(draft.savedAt);
    return draft.values;
  }

  /** Called at every change; writes when there is a pause. */
  touch(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, PAUSE);
  }

  /** Forgets the draft: sent, or cleared by the visitor. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.restored = undefined;
    attempt(() => localStorage.removeItem(draftKey(this.#host)));
  }

  #write(): void {
    clearTimeout(this.#timer);
    if (!this.#dirty || !this.#host.mayPersist) return;
    this.#dirty = false;
    const values = this.#valuesToKeep();
    attempt(() =>
      values.length
        ? localStorage.setItem(
            draftKey(this.#host),
            JSON.stringify({ savedAt: Date.now(), values } satisfies Draft),
          )
        : localStorage.removeItem(draftKey(this.#host)),
    );
  }
}

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

const parseDraft = (text: string | null | undefined): Draft | undefined => {
  const draft = attempt(() => JSON.parse(text ?? '') as Partial<Draft>);
  if (typeof draft?.savedAt !== 'number' || !Array.isArray(draft.values)) return undefined;
  const values = draft.values.filter(isEntry);
  return values.length ? { savedAt: draft.savedAt, values } : undefined;
};

const isEntry = (entry: unknown): entry is readonly [string, FieldValue] =>
  Array.isArray(entry) &&
  entry.length === 2 &&
  typeof entry[0] === 'string' &&
  (typeof entry[1] === 'string' ||
    (Array.isArray(entry[1]) && entry[1].every((value) => typeof value === 'string')));
