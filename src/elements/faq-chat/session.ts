import type { Message } from './conversation.js';
import { keptConversation } from './kept-key.js';

/** What goes with the visitor from page to page in one tab. */
export interface Session {
  readonly messages: readonly Message[];
  /** Whether the floating panel was open. */
  readonly open: boolean;
}

/** Characters; a browser keeps about five million for a whole site. */
const MOST = 200_000;

/** What is kept of this element's conversation, if anything is. What another version wrote is passed over. */
export const recallSession = (host: Element): Session | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptConversation(host)) ?? '') as Partial<Session> | null;
    if (!kept || !Array.isArray(kept.messages) || !kept.messages.every(isMessage)) return undefined;
    return { messages: kept.messages, open: kept.open === true };
  } catch {
    // Nothing there, or a store that is blocked.
    return undefined;
  }
};

/** Keeps it, or where nothing was said forgets it. Storage that fails costs the page change, and nothing else. */
export const keepSession = (host: Element, { messages, open }: Session): void => {
  try {
    const key = keptConversation(host);
    let text = '';
    for (let first = 0; first < messages.length; first++) {
      text = write({ open, messages: messages.slice(first) });
      if (text.length <= MOST) break;
    }
    if (text && text.length <= MOST) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Blocked or full.
  }
};

/** `JSON.stringify` would ask lists for a `toJSON`, which pages with Prototype.js have on every list. */
const write = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const members = Object.keys(record).filter((name) => record[name] !== undefined);
  return `{${members.map((name) => `${JSON.stringify(name)}:${write(record[name])}`).join(',')}}`;
};

const isMessage = (value: unknown): value is Message => {
  const { kind, at } = (value ?? {}) as Partial<Message>;
  return typeof at === 'number' && /^(visitor|answer|choices|unknown|sorry|person)$/.test(String(kind));
};
