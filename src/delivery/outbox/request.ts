import type { DeliveryRequest } from '../deliver.js';
import type { AttemptOutcome } from '../states.js';
import { ENTRY_VERSION, type OutboxEntry } from './entry.js';

/** A submission to be delivered, and what has to be known of it when its form is gone. */
export interface OutboxRequest extends DeliveryRequest {
  readonly profile: string;
  /** Whether the endpoint makes one submission of two requests with the same id. */
  readonly deduplicates: boolean;
  readonly place: string;
  readonly fingerprint: string;
  readonly text: string;
  readonly values: OutboxEntry['values'];
  readonly quiet?: boolean;
  readonly draftAt?: number | undefined;
  /** The first attempt, where it is under way already. */
  readonly attempt?: Promise<AttemptOutcome>;
}

/** The entry of a submission that the visitor sends: for the first time, or `again` what is kept already. */
export function entryOf(request: OutboxRequest, now: number, again?: OutboxEntry): OutboxEntry {
  const {
    record,
    files = [],
    profile,
    deduplicates,
    endpoint,
    place,
    fingerprint,
    text,
    values,
    quiet,
    draftAt,
  } = request;
  const mayDouble = again?.record['possible_duplicate'];
  return {
    version: ENTRY_VERSION,
    id: record['submission_id'] as string,
    state: 'queued',
    lease: again?.lease ?? { owner: '', fence: 0, until: 0 },
    attempts: 0,
    arrived: 'no',
    nextAt: now,
    notBefore: now,
    createdAt: again?.createdAt ?? now,
    age: 0,
    seenAt: now,
    widget: String(record['widget']),
    reference: String(record['reference']),
    deduplicates,
    endpoint,
    profile,
    place,
    fingerprint,
    text,
    record: { ...record, ...(mayDouble && { possible_duplicate: true }) },
    files,
    values,
    errors: [],
    told: false,
    ...(quiet && { quiet }),
    ...(draftAt && { draftAt }),
  };
}

/** What is sent of an entry. */
export const requestOf = ({ endpoint, profile, record, files }: OutboxEntry): DeliveryRequest => ({
  endpoint,
  profile,
  record,
  files,
});
