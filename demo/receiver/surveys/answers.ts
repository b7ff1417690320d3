/** The readings of a token, and two more: no token was sent, and the owner has revoked it. */
export const VERDICTS = ['none', 'valid', 'expired', 'revoked', 'other_survey', 'invalid'] as const;
/** What the receiver found of an answer's `respondent` when it came. */
export type Verdict = (typeof VERDICTS)[number];

/** What an answer to a survey says that never changes, and how it stands in the inbox. */
export interface SurveyAnswer {
  /** `submission_id`. */
  readonly id: string;
  readonly survey: string;
  /** When it was given: by the visitor's clock, but never later than it came. RFC 3339 in UTC, with milliseconds. */
  readonly answeredAt: string;
  readonly receivedAt: string;
  /** `submission_id` of the submission that it follows; empty where it follows none. */
  readonly regarding: string;
  readonly verdict: Verdict;
  /** Who was asked; empty but for a token that is valid, or was. */
  readonly respondent: string;
  readonly quarantined: boolean;
}

/**
 * `counted`: the last word of its respondent. `replaced`: a later answer took its place. `refused`: its token is no good.
 * `quarantined`: a machine seems to have written it.
 */
export type Standing = 'counted' | 'replaced' | 'refused' | 'quarantined';

/** One respondent's answers, or several that follow one another. */
export interface AnswerChain<T extends SurveyAnswer> {
  /** The one that counts; absent where none does. */
  readonly current?: T;
  /** All of them, the latest first. */
  readonly answers: readonly T[];
}

/**
 * Finds out which answers of one survey belong together, and which of each is the last word. Worked out from what the
 * answers say whenever it is asked for, and never stored: however many receivers took them, and in whatever order they
 * came, the same answers give the same result.
 *
 * Answers with the same valid respondent belong together, and an answer with the one that it is `regarding`. Two of
 * different respondents never do. An answer whose token is no good counts for nothing and takes nobody's place; one
 * without a token that follows such an answer shares its lot.
 */
export const chainsOf = <T extends SurveyAnswer>(answers: readonly T[]): readonly AnswerChain<T>[] => {
  const sorted = inOrder(answers);
  const byId = new Map(sorted.map((answer) => [answer.id, answer]));
  const refused = refusedOf(sorted, byId);
  const groups = new Groups(sorted);
  for (const answer of sorted) {
    const earlier = byId.get(answer.regarding);
    if (earlier && !refused.has(answer.id) && !refused.has(earlier.id)) groups.join(answer.id, earlier.id);
  }
  return groups.all().map((group) => {
    const current = group.findLast((answer) => !answer.quarantined && !refused.has(answer.id));
    return { ...(current && { current }), answers: group.reverse() };
  });
};

/** @param chain that it belongs to */
export const standingOf = <T extends SurveyAnswer>(answer: T, chain: AnswerChain<T>): Standing => {
  if (answer.id === chain.current?.id) return 'counted';
  if (answer.quarantined) return 'quarantined';
  return chain.current ? 'replaced' : 'refused';
};

/**
 * The ids of answers whose token is no good, and of those without one that follow such an answer. Each is looked at once,
 * without recursion: who writes submissions by hand may make a row of thousands of them, or a ring.
 */
const refusedOf = (
  answers: readonly SurveyAnswer[],
  byId: ReadonlyMap<string, SurveyAnswer>,
): ReadonlySet<string> => {
  const known = new Map<string, boolean>();
  for (const answer of answers) {
    const row: string[] = [];
    let at: SurveyAnswer | undefined = answer;
    while (at?.verdict === 'none' && !known.has(at.id)) {
      known.set(at.id, false); // Not followed twice.
      row.push(at.id);
      at = byId.get(at.regarding);
    }
    const isRefused = at !== undefined && (known.get(at.id) ?? at.verdict !== 'valid');
    for (const id of row) known.set(id, isRefused);
    if (answer.verdict !== 'none') known.set(answer.id, answer.verdict !== 'valid');
  }
  return new Set([...known].filter(([, isRefused]) => isRefused).map(([id]) => id));
};

/** The latest last. What is compared is made once: of tens of thousands, it takes longer than comparing them. */
const inOrder = <T extends SurveyAnswer>(answers: readonly T[]): T[] =>
  answers
    .map((answer) => [`${answer.answeredAt} ${answer.receivedAt} ${answer.id}`, answer] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, answer]) => answer);

/** Disjoint sets of answers, each of one respondent at most. */
class Groups<T extends SurveyAnswer> {
  readonly #groupOf = new Map<string, { answers: T[]; respondent: string }>();

  constructor(answers: readonly T[]) {
    const byRespondent = new Map<string, { answers: T[]; respondent: string }>();
    for (const answer of answers) {
      const respondent = answer.verdict === 'valid' ? answer.respondent : '';
      const group = (respondent && byRespondent.get(respondent)) || { answers: [], respondent };
      group.answers.push(answer);
      if (respondent) byRespondent.set(respondent, group);
      this.#groupOf.set(answer.id, group);
    }
  }

  join(one: string, other: string): void {
    const some = [this.#groupOf.get(one)!, this.#groupOf.get(other)!] as const;
    // The shorter one moves, so that a long row does not move once for each of its answers.
    const [a, b] = some[0].answers.length < some[1].answers.length ? [some[1], some[0]] : some;
    if (a === b || (a.respondent && b.respondent)) return;
    a.respondent ||= b.respondent;
    for (const answer of b.answers) {
      a.answers.push(answer);
      this.#groupOf.set(answer.id, a);
    }
  }

  /** Each with its answers in order. */
  all(): T[][] {
    return [...new Set(this.#groupOf.values())].map(({ answers }) =>
      answers.length > 1 ? inOrder(answers) : answers,
    );
  }
}
