import type { Message } from './conversation.js';
import { toJson } from '../../submission/json.js';
import { keptConversation } from './kept-key.js';

/** What goes with the visitor from page to page in one tab. */
export interface Session {
  readonly messages: readonly Message[];
  /** Whether the floating panel was open. */
  readonly open: boolean;
  /** What was said until then has been seen, in milliseconds since 1970. */
  readonly seenAt: number;
}

/** Characters; a browser keeps about five million for a whole site. */
const MOST = 200_000;

/** What is kept of this element's conversation, if anything is. What another version wrote is passed over. */
export const recallSession = (host: Element): Session | undefined => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keptConversation(host)) ?? '') as Partial<Session> | null;
    if (!kept || !Array.isArray(kept.messages) || !kept.messages.every(isMessage)) return undefined;
    const seenAt = typeof kept.seenAt === 'number' ? kept.seenAt : Date.now();
    return { messages: kept.messages, open: kept.open === true, seenAt };
  } catch {
    // Nothing there, or a store that is blocked.
    return undefined;
  }
};

/** Keeps it, or where nothing was said forgets it. Storage that fails costs the page change, and nothing else. */
export const keepSession = (host: Element, { messages, ...rest }: Session): void => {
  try {
    const key = keyOf(host);
    let text = '';
    for (let first = 0; first < messages.length; first++) {
      text = toJson({ ...rest, messages: messages.slice(first) });
      if (text.length <= MOST) break;
    }
    if (text && text.length <= MOST) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Blocked or full.
  }
};

const keys = new WeakMap<Element, string>();

/** An element without an id is known by its place in the page: once it is taken out, by the last that it had. */
const keyOf = (host: Element): string => {
  const key = host.isConnected ? keptConversation(host) : (keys.get(host) ?? keptConversation(host));
  keys.set(host, key);
  return key;
};

const isMessage = (value: unknown): value is Message => {
  const { kind, at } = (value ?? {}) as Partial<Message>;
  return (
    typeof at === 'number' &&
    /^(visitor|answer|choices|unknown|sorry|person|greeted|thanked)$/.test(String(kind))
  );
};
