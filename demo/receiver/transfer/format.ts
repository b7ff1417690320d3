import { Ajv, type JSONSchemaType } from 'ajv';
import type { Period } from '../appointments/period.js';
import { DECISION_KINDS, type DecisionKind } from '../store/appointments.js';
import {
  CALL_EVENTS,
  CALL_STATES,
  HELD_REASONS,
  type CallEventKind,
  type CallState,
  type HeldReason,
} from '../store/callbacks.js';
import { CHANNELS, OUTGOING_STATES, type Channel, type OutgoingState } from '../store/outgoing.js';
import { VERDICTS, type Verdict } from '../surveys/answers.js';
import { ANSWER_STATES, type AnswerState, type Fields } from '../store/store.js';

/*
 * The file that moves an owner's data: NDJSON, a line for each thing (https://jsonlines.org).
 *
 *     {"harreman_export":1,"exported_at":"…"}
 *     {"submission":{…,"files":[{…,"sha256":"…"}]}}
 *     {"file":"<id>","content":"<base64>"}              for each of the submission's files, in order
 *     …
 *     {"faq":{…}}                                       for each entry of the FAQ
 *     …
 *     {"survey":…}, {"invitation":…}, {"suppression":…}, {"secret":…}   see `survey-lines.ts`
 *     {"end":{"submissions":2,"files":1,"sha256":"…"}}  the hash is that of all bytes before this line
 */

export const FORMAT_VERSION = 1;

/** A file of 5 MB in base64, and a submission of 256 KB in the widest JSON, both stay well below. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

export interface Header {
  readonly harreman_export: number;
  readonly exported_at: string;
}

export interface Trailer {
  readonly end: {
    readonly submissions: number;
    readonly files: number;
    /** Entries of the FAQ; missing where there are none. */
    readonly faq?: number;
    readonly sha256: string;
  };
}

export interface FileLine {
  readonly file: string;
  readonly content: string;
}

/** A submission with all that belongs to it but the content of its files. */
export interface SubmissionRecord {
  id: string;
  reference: string;
  widget: string;
  received_at: string;
  content_hash: string;
  quarantined: boolean;
  state: AnswerState;
  fields: Fields;
  files: FileRecord[];
  outgoing: OutgoingRecord[];
  /** Of requests for appointments only: exports from before there were any are read too. */
  appointment?: AppointmentPart;
  /** Of questions to the chat that the owner has dealt with only. */
  question?: { settled_at: string };
  /** Of answers to surveys only, likewise. */
  answer?: { verdict: Verdict; respondent: string };
  /** Of the callback widget only. */
  callback?: CallbackPart;
  /** With the submission that asked for it first. */
  call?: CallPart;
  /** Of those that were erased only: what is left is a shell. */
  erased_at?: string;
}

/** The address that it came from is not moved: it would count for nothing elsewhere. */
interface CallbackPart {
  call_id: string;
  number: string;
  extension: string;
  held_for: HeldReason;
  withdrawn_at: string;
  regarding: string;
}

interface CallPart {
  state: CallState;
  version: number;
  holder: string;
  held_since: string;
  attempts: number;
  next_at: string;
  asked_at: string;
  events: { kind: CallEventKind; at: string; who: string; next_at: string; version: number }[];
}

/** An entry of the FAQ, also one that was deleted. */
export interface FaqRecord {
  key: string;
  lang: string;
  id: string;
  category: string;
  question: string;
  alternatives: string[];
  answer: string;
  suggested: boolean;
  position: number;
  version: number;
  updated_at: string;
  /** Empty where it was not. */
  deleted_at: string;
}

interface AppointmentPart {
  decisions: DecisionRecord[];
  holds: (Period & { staff: string })[];
}

interface DecisionRecord {
  sequence: number;
  kind: DecisionKind;
  decided_at: string;
  times: Period[];
  sentence: string;
}

interface FileRecord {
  id: string;
  field: string;
  name: string;
  declared_type: string;
  sniffed_type: string;
  size: number;
  sha256: string;
}

export interface OutgoingRecord {
  id: string;
  channel: Channel;
  /** Of answers to requests only. */
  sequence?: number;
  created_at: string;
  state: OutgoingState;
  attempts: number;
  due_at: string;
  last_error: string;
}

export const text = { type: 'string' } as const;
export const wholeNumber = { type: 'integer', minimum: 0 } as const;
export const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
} as const;
const hash = { type: 'string', pattern: '^[\\da-f]{64}$' } as const;
export const uuid = { type: 'string', pattern: '^[\\da-f]{8}(-[\\da-f]{4}){3}-[\\da-f]{12}$' } as const;

/** An object with these properties and no others. @param optional properties that may be missing */
export const closed = (properties: object, optional: object = {}) => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

const empty = { type: 'string', maxLength: 0 } as const;
const timeOrNone = { anyOf: [empty, time] } as const;
const period = { start: time, end: time } as const;

const appointment = closed({
  decisions: {
    type: 'array',
    items: closed({
      sequence: { type: 'integer', minimum: 1 },
      kind: { type: 'string', enum: DECISION_KINDS },
      decided_at: time,
      times: { type: 'array', items: closed(period) },
      sentence: text,
    }),
  },
  holds: { type: 'array', items: closed({ ...period, staff: text }) },
});

const callback = closed({
  ...{ call_id: { anyOf: [empty, uuid] }, number: text, extension: text },
  held_for: { type: 'string', enum: HELD_REASONS },
  withdrawn_at: timeOrNone,
  regarding: text,
});

const call = closed({
  state: { type: 'string', enum: CALL_STATES },
  ...{ version: wholeNumber, holder: text, held_since: timeOrNone, attempts: wholeNumber },
  ...{ next_at: timeOrNone, asked_at: time },
  events: {
    type: 'array',
    items: closed({
      kind: { type: 'string', enum: CALL_EVENTS },
      ...{ at: time, who: text, next_at: timeOrNone, version: wholeNumber },
    }),
  },
});

const submission = closed(
  {
    id: uuid,
    reference: text,
    widget: text,
    received_at: time,
    content_hash: text,
    quarantined: { type: 'boolean' },
    state: { type: 'string', enum: ANSWER_STATES },
    fields: { type: 'object' },
    files: {
      type: 'array',
      items: closed({
        ...{ id: uuid, field: text, name: text, declared_type: text, sniffed_type: text },
        ...{ size: wholeNumber, sha256: hash },
      }),
    },
    outgoing: {
      type: 'array',
      items: closed(
        {
          id: uuid,
          channel: { type: 'string', enum: CHANNELS },
          created_at: time,
          state: { type: 'string', enum: OUTGOING_STATES },
          attempts: wholeNumber,
          due_at: time,
          last_error: text,
        },
        { sequence: wholeNumber },
      ),
    },
  },
  {
    appointment,
    question: closed({ settled_at: time }),
    answer: closed({ verdict: { type: 'string', enum: VERDICTS }, respondent: text }),
    callback,
    call,
    erased_at: time,
  },
);

const faq = closed({
  ...{ key: uuid, lang: text, id: text, category: text, question: text },
  alternatives: { type: 'array', items: text },
  ...{ answer: text, suggested: { type: 'boolean' }, position: wholeNumber },
  version: { type: 'integer', minimum: 1 },
  updated_at: time,
  deleted_at: timeOrNone,
});

const ajv = new Ajv();

/** Whether a line is an entry of the FAQ that this version can read whole. */
export const isFaqLine = ajv.compile<{ faq: FaqRecord }>(
  closed({ faq }) as unknown as JSONSchemaType<{ faq: FaqRecord }>,
);

/** Whether a line is a submission that this version can read whole. */
export const isSubmissionLine = ajv.compile<{ submission: SubmissionRecord }>(
  closed({ submission }) as unknown as JSONSchemaType<{ submission: SubmissionRecord }>,
);
