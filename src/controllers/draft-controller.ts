import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MAX_AGE } from '../delivery/states.js';
import { toJson } from '../submission/json.js';
import type { FieldValue } from '../validation/field.js';
import { draftKey } from './draft-key.js';

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
 * Keeps what is being written on this device, until it is sent or as old as an unsent submission may get.
 *
 * In `localStorage`, since it is written at once: a phone that kills the page in the moment of leaving it gives
 * IndexedDB no time to commit. Nothing is stored before the visitor writes, and a store that is blocked, full or
 * broken costs the draft and nothing else.
 */
export class DraftController implements ReactiveController {
  /** When the restored draft was written; `undefined` where none was. */
  restored: Date | undefined;
  /** When the draft was written that holds what stands in the form now; `undefined` where none does. */
  writtenAt: number | undefined;

  #host: DraftHost;
  /** Found once: when the element is taken away, its place and perhaps the page's address are others already. */
  #key: string;
  #valuesToKeep: () => Draft['values'];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  /** The draft as it was read or written here. */
  #kept: string | null | undefined;
  #flush = (): void => this.#write();

  /** `valuesToKeep` gives what is worth keeping now; nothing when nothing was written. */
  constructor(host: DraftHost, valuesToKeep: () => Draft['values']) {
    this.#host = host;
    this.#key = draftKey(host);
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
    this.#kept = this.#stored();
    if (!this.#host.mayPersist) return [];
    const draft = parseDraft(this.#kept);
    if (!draft) return [];
    // A clock that jumped does not cost a draft: only a plausible age is an age.
    const age = Date.now() - draft.savedAt;
    if (age > MAX_AGE && age < 365 * MAX_AGE) {
      this.clear();
      return [];
    }
    this.restored = new Date((this.writtenAt = draft.savedAt));
    return draft.values;
  }

  /** Called at every change; writes when there is a pause. */
  touch(): void {
    this.#dirty = true;
    this.writtenAt = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#flush, PAUSE);
  }

  /** Writes what has changed at once; gives {@link writtenAt}. */
  flush(): number | undefined {
    this.#write();
    return this.writtenAt;
  }

  /** Forgets the draft: sent, or cleared by the visitor. What another tab has written meanwhile is still being written there. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.restored = this.writtenAt = undefined;
    if (this.#stored() === this.#kept) attempt(() => localStorage.removeItem(this.#key));
  }

  #stored(): string | null | undefined {
    return attempt(() => localStorage.getItem(this.#key));
  }

  #write(): void {
    clearTimeout(this.#timer);
    if (!this.#dirty || !this.#host.mayPersist) return;
    this.#dirty = false;
    const values = this.#valuesToKeep();
    attempt(() => {
      if (!values.length) {
        localStorage.removeItem(this.#key);
        return;
      }
      const savedAt = Date.now();
      const text = writeDraft({ savedAt, values });
      localStorage.setItem(this.#key, text);
      this.#kept = text;
      this.writtenAt = savedAt;
    });
  }
}

const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};

/** The values are a text within the text: a field of any name, `savedAt` too, stands in its own object. */
const writeDraft = ({ savedAt, values }: Draft): string => {
  const record = Object.create(null) as Record<string, FieldValue>;
  for (const [name, value] of values) record[name] = value;
  return toJson({ savedAt, values: toJson(record) });
};

const parseDraft = (text: string | null | undefined): Draft | undefined => {
  const draft = attempt(() => JSON.parse(text ?? '') as Record<keyof Draft, unknown> | null);
  if (typeof draft?.savedAt !== 'number') return undefined;
  const record = attempt(() => JSON.parse(String(draft.values)) as Record<string, unknown> | null);
  const values = Object.entries(record ?? {}).filter(isEntry);
  return values.length ? { savedAt: draft.savedAt, values } : undefined;
};

const isEntry = (entry: [string, unknown]): entry is [string, FieldValue] => {
  const [, value] = entry;
  const isValue =
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
  return isValue && value.length > 0;
};
