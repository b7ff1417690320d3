import { collectAnswers } from '../../controllers/compose-letter.js';
import { draftKey } from '../../controllers/draft-key.js';
import { pageOutbox } from '../../controllers/page-outbox.js';
import { profileOf, remembersSource, send, writeRecord, type Letter } from '../../controllers/sending.js';
import { deliver } from '../../delivery/deliver.js';
import type { DeliveryOutcome } from '../../delivery/states.js';
import type { Locale } from '../../localization/locale.js';
import type { FieldEntry } from '../../submission/record.js';
import { scoreSpam, type SpamEvidence } from '../../submission/spam.js';
import type { QuestionOutcome } from '../../submission/types.js';
import { targetOf } from '../../ui/target.js';
import type { ChatHost } from './chat-host.js';

/** What is told of a question. */
export interface Report {
  readonly question: string;
  readonly outcome: QuestionOutcome;
  readonly entry?: string | undefined;
  readonly helpful?: boolean | undefined;
  readonly transcript?: string | undefined;
}

/** How a question was asked, on this page or another. */
export interface Asked {
  /** Of the submission: two tabs that tell of it at once tell the same. */
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly locale: Locale;
  readonly signs: SpamEvidence;
}

export const entriesOf = ({ question, outcome, entry, helpful, transcript }: Report): readonly FieldEntry[] => [
  ['question', question],
  ['outcome', outcome],
  ['entry', entry?.slice(0, 500)],
  ['helpful', helpful],
  ['transcript', transcript],
]; // prettier-ignore

/**
 * Tells the endpoint of a question without an answer, or of an answer that helped or didn't. The request leaves in the
 * task in which this is called, so that it arrives also where the page is left next (`keepalive`, Fetch Standard). One
 * that fails waits in the outbox, without a word to the visitor, who waits for nothing.
 * @param leaving whether the page is being left: then there is no time to keep anything
 * @param again whether nobody knows if it was told before
 */
export const sendReport = async (
  host: ChatHost,
  report: Report,
  leaving: boolean,
  asked: Asked,
  again: boolean,
): Promise<DeliveryOutcome> => {
  const letter = letterOf(host, report, asked);
  const { id, at } = asked;
  const { name, deduplicates } = profileOf(letter);
  const request = {
    endpoint: letter.endpoint,
    profile: letter.profile ?? name,
    record: writeRecord(letter, id, new Date(at), again && !deduplicates),
    files: [],
    deduplicates,
    fingerprint: id,
  };
  const { transport } = host;
  const isKept = !transport && !leaving && host.mayPersist;
  return isKept ? sendOnce(host, request) : (transport ?? deliver)(request);
};

/** The attempt begins at once; what comes of it is the outbox's. */
const sendOnce = (host: ChatHost, request: Parameters<typeof send>[0]): Promise<DeliveryOutcome> =>
  send(request, undefined, {
    outbox: pageOutbox(),
    attempt: deliver(request),
    place: draftKey(host),
    text: '',
    values: [],
    quiet: true,
  });

/** Nobody has agreed to anything, nor given a name. */
const letterOf = (host: ChatHost, report: Report, asked: Asked): Letter => ({
  widget: host.wireName,
  locale: asked.locale,
  ...targetOf(host),
  ...collectAnswers([], host.form, host.hiddenValues, host.wireFields),
  fields: entriesOf(report),
  files: [],
  spam: scoreSpam(asked.signs),
  rememberSource: remembersSource(host),
  late: () => [],
});
