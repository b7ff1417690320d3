/** What became of a question. */
export interface QuestionDetail {
  /** As written, or the entry's where one was pressed. */
  readonly question: string;
  /** `unsure`: the visitor was asked which of several was meant. */
  readonly outcome: 'answered' | 'unsure' | 'unanswered';
  /** The entry that was shown: its id, else its question. */
  readonly entry?: string;
  /** How probable it is that the nearest entry was meant, 0 to 1. */
  readonly score: number;
  /** The nearest entries with how like the question each is, the nearest first. */
  readonly best: readonly { readonly id: string; readonly score: number }[];
  /** Who answered: the entries, the visitor by pressing one, or the server of `answers`. */
  readonly source: 'entries' | 'visitor' | 'server';
}

/**
 * A question has been answered, or not. Cancelling it keeps a question without an answer from being posted to the
 * endpoint; what the visitor sees stays.
 */
export class HarremanQuestionEvent extends CustomEvent<QuestionDetail> {
  constructor(detail: QuestionDetail) {
    super('harreman-question', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

/** What the visitor said of an answer. */
export interface FeedbackDetail {
  readonly question: string;
  readonly entry?: string;
  readonly helpful: boolean;
}

/** The visitor has said whether an answer helped. Cancelling it keeps it from being posted to the endpoint. */
export class HarremanFeedbackEvent extends CustomEvent<FeedbackDetail> {
  constructor(detail: FeedbackDetail) {
    super('harreman-feedback', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'harreman-question': HarremanQuestionEvent;
    'harreman-feedback': HarremanFeedbackEvent;
  }
}
