/**
 * What is only needed once a visitor has touched a form: making the record and delivering it. A chunk of its own.
 */
import { deliver, type DeliveryRequest } from '../delivery/deliver.js';
import { checkEndpoint } from '../delivery/endpoint.js';
import type { Outbox, OutboxRequest } from '../delivery/outbox/outbox.js';
import { profileFor, type Profile } from '../delivery/profiles/index.js';
import type { DeliveryOutcome } from '../delivery/states.js';
import { pageContext, type PageContext } from '../submission/context.js';
import { toJson } from '../submission/json.js';
import { asPossibleDuplicate, buildRecord, type FieldEntry, type RecordParts } from '../submission/record.js';
import { rememberSource } from '../submission/source.js';
import { mintSubmissionId } from '../submission/submission-id.js';
import type { AttachedFile, WidgetName, WireRecord } from '../submission/types.js';

/** One try at delivering a record. An owner's own transport has the same shape, and may also save for later. */
export type Transport = (request: DeliveryRequest) => Promise<DeliveryOutcome>;

/** What an element hands over to be sent. */
export interface Letter {
  readonly widget: WidgetName;
  readonly locale: string;
  readonly endpoint: string;
  readonly profile?: string | undefined;
  /** The profile for a host that none is known for. */
  readonly fallback: string;
  /** The kit's fields and the owner's own, in the order of the form. */
  readonly fields: readonly FieldEntry[];
  readonly ownFields: readonly FieldEntry[];
  readonly files: readonly AttachedFile[];
  readonly consent?: RecordParts['consent'];
  readonly regarding?: string | undefined;
  readonly spam: NonNullable<RecordParts['spam']>;
  /** Whether the visit's first page and campaign are kept for the tab. */
  readonly rememberSource: boolean;
  /** What is only known at the last moment: the token of a captcha in its slot. */
  readonly late: () => readonly FieldEntry[];
}

/** What keeps a letter until it has arrived, and what is to be known of it when its form is gone. */
export interface Keeping extends Pick<
  OutboxRequest,
  'place' | 'text' | 'values' | 'quiet' | 'draftAt' | 'attempt'
> {
  readonly outbox: Outbox;
}

/**
 * Hands a request to the owner's own transport, else to the outbox, else, where nothing may be kept, to the
 * endpoint.
 */
export async function send(
  request: DeliveryRequest & Pick<OutboxRequest, 'profile' | 'deduplicates' | 'fingerprint'>,
  transport: Transport | undefined,
  keeping: Keeping | undefined,
): Promise<DeliveryOutcome> {
  if (transport) return transport(request);
  if (!keeping) return deliver(request);
  const { outbox, ...known } = keeping;
  const url = checkEndpoint(request.endpoint, location.href);
  // It may be sent from another page: absolute. What is no address is told as that.
  return outbox.submit({
    ...request,
    ...known,
    endpoint: typeof url === 'string' ? request.endpoint : url.href,
  });
}

/** The profile that a letter is sent with: named, else known by the endpoint's address, else the letter's fallback. */
export function profileOf({ profile, endpoint, fallback }: Letter): Profile {
  const chosen = profileFor(profile, endpoint);
  return !profile && chosen.name === 'json' ? profileFor(fallback, endpoint) : chosen;
}

/** What makes two letters the same submission: everything the visitor wrote, chose and attached. */
export function fingerprint({ endpoint, fields, ownFields, files, regarding = '' }: Letter): string {
  const entries = [...fields, ...ownFields].map(
    ([name, value]) => `${name}=${typeof value === 'object' ? value.join('\n') : value}`,
  );
  const attached = files.map(({ field, file }) => `${field}=${file.name} ${file.size} ${file.lastModified}`);
  return toJson({ endpoint, regarding, entries, attached });
}

/** A new submission: its id, and the moment when the visitor pressed send. */
export function mint(): { readonly id: string; readonly at: Date } {
  return { id: mintSubmissionId(), at: new Date() };
}

/** Whether where the visit began is kept for this tab: `remember-source` asks for it, `persist="off"` forbids it. */
export const remembersSource = (host: { readonly rememberSource: boolean; readonly mayPersist: boolean }) =>
  host.rememberSource && host.mayPersist;

/** For `remember-source`: keeps where this visit began, when it begins. */
export function noteSource(): void {
  rememberSource(() => sessionStorage, currentPage());
}

/** The record of a letter. `again` where an earlier try may have arrived. */
export function writeRecord(letter: Letter, id: string, at: Date, again: boolean): WireRecord {
  const page = currentPage();
  const record = buildRecord({
    id,
    widget: letter.widget,
    createdAt: at,
    locale: letter.locale,
    fields: letter.fields,
    ownFields: letter.ownFields,
    spam: letter.spam,
    context: letter.rememberSource ? rememberSource(() => sessionStorage, page) : page,
    ...(letter.consent && { consent: letter.consent }),
    ...(letter.regarding && { regarding: letter.regarding }),
  });
  return again ? asPossibleDuplicate(record) : record;
}

const currentPage = (): PageContext =>
  pageContext({ href: location.href, title: document.title, referrer: document.referrer });
