import type { EntryState, OutboxEntry } from '../delivery/outbox/entry.js';
import type { InUseMessages } from '../localization/catalogue.js';
import type { Notice } from './notices.js';
import type { Words } from './words.js';

export interface KeptActions {
  readonly close: () => void;
  readonly send: () => void;
  readonly copy: () => void;
  /** Back into the form, where it has room for it. */
  readonly edit: (() => void) | undefined;
  readonly delete: () => void;
}

type Key = keyof InUseMessages & `notice${string}`;

export const KEPT_TEXTS: Readonly<Record<EntryState, Key>> = {
  queued: 'noticeWaiting',
  sending: 'noticeWaiting',
  saved: 'noticeWaiting',
  sent: 'noticeSent',
  unconfirmed: 'noticeUnconfirmed',
  rejected: 'noticeRejected',
  parked: 'noticeParked',
  expired: 'noticeExpired',
};

/** What has become of a message that was kept on this device, and what the visitor can do about it. */
export const keptNotice = (
  { state, errors, arrived, deduplicates }: OutboxEntry,
  text: string,
  words: Words,
  actions: KeptActions,
): Notice => {
  const remove = [words.text('deleteSaved'), actions.delete] as const;
  if (state === 'sent') return { texts: [text], actions: [[words.text('close'), actions.close]] };
  if (state === 'sending') return { texts: [text], actions: [] };
  if (state === 'saved' || state === 'queued') return { texts: [text], actions: [remove] };
  const mayDouble = state === 'unconfirmed' && arrived === 'unknown' && !deduplicates;
  const isRefused = state === 'rejected';
  const send = words.text(state === 'expired' ? 'sendNow' : 'sendAgain');
  return {
    texts: [
      text,
      ...errors.flatMap(({ message }) => message ?? []),
      ...(mayDouble ? [words.text('mayDouble')] : []),
    ],
    actions: [
      ...(isRefused ? [] : [[send, actions.send] as const]),
      ...(actions.edit ? [[words.text('edit'), actions.edit] as const] : []),
      [words.text('copyMessage'), actions.copy],
      remove,
    ],
  };
};
