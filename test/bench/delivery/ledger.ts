/** What became of each submission, held against what its visitor was told. */
import { tally, type Row } from '../../faults/rows.js';
import type { StormStep } from '../../faults/storm.js';

/** What a visitor can be told of a submission, in the kit's own words on the screen or by its events. */
export type Told =
  | 'sent'
  | 'saved'
  | 'not confirmed'
  /** Certain: it is not there. */
  | 'not sent'
  | 'rejected'
  /** Notices of what was kept: "could not be sent", "too old to be sent". */
  | 'parked'
  | 'expired';

/** What a page of the bench reports. Times are milliseconds since the epoch. */
export type Report = { readonly at: number } & (
  | { readonly type: 'pressed'; readonly marker: string }
  | { readonly type: 'reference'; readonly marker: string; readonly reference: string }
  | { readonly type: 'told'; readonly told: Told; readonly marker: string; readonly by: string }
  /** A notice that one was sent names it by its reference. */
  | { readonly type: 'told'; readonly told: 'sent'; readonly reference: string }
);

/** A row, and when the endpoint had it. */
export interface StoredRow extends Row {
  readonly receivedAt: string;
}

/** One line of the result: how many. */
export interface Line {
  readonly faultClass: string;
  submitted: number;
  stored: number;
  /** Not stored, and the visitor was told that it was not, or may not have been. */
  told: number;
  /** Not stored, nothing was told, and the tab went away before anything could be. */
  neverConfirmed: number;
  /** Not stored, and the visitor was told nothing of that. */
  lost: number;
  /** Stored more than once. */
  doubled: number;
  /** Of those: all rows but one say `possible_duplicate`. */
  marked: number;
  /** The visitor was told what was not so. */
  toldWrongly: number;
}

export interface Verdict {
  readonly lines: readonly Line[];
  readonly sum: Line;
  /** A sentence for each submission that the bench fails for. */
  readonly findings: readonly string[];
  /** What became of each that is not stored, though nothing is wrong with that. */
  readonly unsent: readonly string[];
}

interface Account {
  readonly step: StormStep;
  readonly told: { readonly told: Told; readonly at: number; readonly by: string }[];
  readonly pressed: number[];
  /** Its tab went away. */
  interrupted: boolean;
}

const IS_CERTAIN: readonly Told[] = ['not sent', 'rejected', 'parked', 'expired'];
/** Milliseconds within which one tab has heard of what another does, and its visitor has looked, on a busy machine. */
const OUT_OF_DATE = 1000;

export class Ledger {
  #accounts = new Map<string, Account>();
  #references = new Map<string, string>();

  begin(step: StormStep): void {
    this.#accounts.set(step.marker, { step, told: [], pressed: [], interrupted: false });
  }

  interrupt(marker: string): void {
    const account = this.#accounts.get(marker);
    if (account) account.interrupted = true;
  }

  note(report: Report): void {
    const marker = 'marker' in report ? report.marker : this.#references.get(report.reference);
    const account = marker === undefined ? undefined : this.#accounts.get(marker);
    if (!account || marker === undefined) return;
    if (report.type === 'pressed') account.pressed.push(report.at);
    else if (report.type === 'reference') this.#references.set(report.reference, marker);
    else account.told.push({ told: report.told, at: report.at, by: 'by' in report ? report.by : 'notice' });
  }

  /** @param isMarkingEnough whether a double that is marked as possible is no fault */
  verdict(rows: readonly StoredRow[], isMarkingEnough: boolean): Verdict {
    const { doubled, strangers } = tally(this.#accounts.keys(), rows);
    const findings = strangers.map((row) => `a row that nobody sent: ${JSON.stringify(row.fields)}`);
    const unsent: string[] = [];
    const lines = new Map<string, Line>();
    const sum = emptyLine('all');
    for (const [marker, account] of this.#accounts) {
      const { faultClass } = account.step;
      const line = lines.get(faultClass) ?? emptyLine(faultClass);
      lines.set(faultClass, line);
      const times = arrivalsOf(marker, rows);
      // Reports of several pages come in any order.
      account.told.sort((a, b) => a.at - b.at);
      const last = account.told.at(-1)?.told;
      const wrong = wrongOf(account, times);
      const isDoubled = times.length > 1;
      const isMarked = isDoubled && doubled.some((double) => double.marker === marker && double.marked);
      const isTold = last !== undefined && last !== 'sent' && last !== 'saved';
      const column = times.length
        ? 'stored'
        : isTold
          ? 'told'
          : last === undefined && account.interrupted
            ? 'neverConfirmed'
            : 'lost';
      for (const each of [line, sum]) {
        each.submitted++;
        each[column]++;
        if (isDoubled) each.doubled++;
        if (isMarked) each.marked++;
        if (wrong) each.toldWrongly++;
      }
      if (column === 'lost' || wrong || (isDoubled && !(isMarkingEnough && isMarked)))
        findings.push(describe(marker, account, times, wrong ?? (isDoubled ? 'doubled' : 'lost')));
      else if (!times.length) unsent.push(describe(marker, account, times, last ?? 'nothing was told'));
    }
    const inOrder = [...lines.values()].sort((a, b) => a.faultClass.localeCompare(b.faultClass, 'en'));
    return { lines: inOrder, sum, findings, unsent };
  }
}

/** What the visitor was told that was not so; `undefined` where all was. */
const wrongOf = ({ told, pressed }: Account, arrivals: readonly number[]): string | undefined => {
  const [first] = arrivals;
  if (first === undefined) {
    if (told.some((each) => each.told === 'sent')) return 'told sent, without a row';
    return told.at(-1)?.told === 'saved' ? 'told saved, and it never came' : undefined;
  }
  for (const { told: what, at, by } of told) {
    if (!IS_CERTAIN.includes(what)) continue;
    if (first <= at) return `told "${what}" (${by}) when it was stored`;
    // A notice that another tab has from before the visitor pressed again, and that is read just after.
    const isOld = (press: number) =>
      by === 'notice' &&
      at - press <= OUT_OF_DATE &&
      told.some((earlier) => IS_CERTAIN.includes(earlier.told) && earlier.at <= press);
    // What came later came by the visitor's own wish, or it was under way when it was denied.
    if (!pressed.some((press) => (press >= at || isOld(press)) && press <= first))
      return `told "${what}" (${by}), and it came`;
  }
  return undefined;
};

const arrivalsOf = (marker: string, rows: readonly StoredRow[]): number[] =>
  rows
    .filter(({ fields }) => String(fields['message']).includes(`[[${marker}]]`))
    .map(({ receivedAt }) => Date.parse(receivedAt))
    .sort((a, b) => a - b);

const describe = (
  marker: string,
  { step, told, pressed }: Account,
  rows: readonly number[],
  what: string,
) => {
  const start = pressed[0] ?? told[0]?.at ?? 0;
  const seconds = (at: number) => `${((at - start) / 1000).toFixed(2)} s`;
  const story = [
    ...pressed.map((at) => [at, 'pressed'] as const),
    ...told.map(({ told: word, at, by }) => [at, `${word} (${by})`] as const),
    ...rows.map((at) => [at, 'STORED'] as const),
  ].sort(([a], [b]) => a - b);
  const steps = story.map(([at, event]) => `${seconds(at)} ${event}`).join(', ');
  return `${marker} (${[step.faultClass, ...step.faults].join(' ')}, ${step.tabEvent?.name ?? 'tab stays'}): ${what}. ${steps}`;
};

const emptyLine = (faultClass: string): Line => ({
  faultClass,
  submitted: 0,
  stored: 0,
  told: 0,
  neverConfirmed: 0,
  lost: 0,
  doubled: 0,
  marked: 0,
  toldWrongly: 0,
});
