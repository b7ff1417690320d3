import { isBlank } from '../../../src/validation/text.js';
import { textOf } from '../submissions/fields.js';
import { storable } from './storable-text.js';
import type { Fields } from './store.js';

/**
 * What is known of a question that was put to the chat. `unanswered`: it found nothing. `unhelpful`: the visitor said
 * that its answer did not help; `answered`: that it did, or nothing. `handover`: it was left for a person, who answers
 * it as any message.
 */
export const VERDICTS = ['unanswered', 'unhelpful', 'answered', 'handover'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A question that the owner has not dealt with yet. */
export interface OpenQuestion {
  /** Of its submission. */
  readonly id: string;
  /** As written, up to {@link LONGEST_QUESTION} UTF-16 units. */
  readonly text: string;
  /** RFC 3339 in UTC, by the receiver's clock. */
  readonly askedAt: string;
  readonly verdict: Verdict;
  /** The entry whose answer was shown, as the page calls it: its id, else its question. Empty where none was. */
  readonly entry: string;
}

/** What visitors asked the chat, and what became of it. Every method rejects where the database fails. */
export interface QuestionStore {
  /** How many are open, by language as the pages said it (BCP 47), outside quarantine. */
  openLanguages(): Promise<ReadonlyMap<string, number>>;
  /** Open ones of pages in these languages, the latest first. */
  open(languages: readonly string[], limit: number): Promise<readonly OpenQuestion[]>;
  /** The languages in which anything was asked, as the pages said them (BCP 47). */
  languages(): Promise<readonly string[]>;
  /** What was asked in these languages, whatever became of it, outside quarantine: the texts, the latest first. */
  recent(languages: readonly string[], limit: number): Promise<readonly string[]>;
  /** These are dealt with. Asked again, they are new questions. */
  settle(ids: readonly string[], at: Date): Promise<void>;
  /** Takes back what was settled at exactly this time. */
  reopen(settledAt: string): Promise<void>;
}

/** The engine reads no more of a question either. */
const LONGEST_QUESTION = 2000;

/** A question as it is kept beside its submission. */
export interface QuestionRow {
  readonly text: string;
  readonly lang: string;
  readonly verdict: Verdict;
  readonly entry: string;
  /** Whether there is something for the owner to learn from. */
  readonly isOpen: boolean;
}

/**
 * What a submission of the chat says. One that is left for a person is open only where the chat was not asked it
 * before: what it was asked has come by itself, and would count twice.
 */
export const questionOf = (fields: Fields): QuestionRow => {
  const text = storable(textOf(fields, 'question')).slice(0, LONGEST_QUESTION);
  const { outcome, helpful } = fields;
  const verdict =
    outcome === 'handover'
      ? 'handover'
      : outcome === 'unanswered'
        ? 'unanswered'
        : helpful === false
          ? 'unhelpful'
          : 'answered';
  const isRepeat = verdict === 'handover' && (helpful === false || textOf(fields, 'regarding') !== '');
  return {
    text,
    lang: languageOf(storable(textOf(fields, 'locale'))),
    verdict,
    entry: storable(textOf(fields, 'entry')),
    isOpen: verdict !== 'answered' && !isRepeat && !isBlank(text),
  };
};

/**
 * Whether nobody waits for an answer: a question that the chat has told of by itself, without a name. It is something
 * to learn from and no message, whatever the list of messages and the owner's mail would make of it.
 */
export const isReport = (widget: string, fields: Fields): boolean =>
  widget === 'question' && questionOf(fields).verdict !== 'handover';

const languageOf = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'und';
  } catch {
    return 'und';
  }
};
