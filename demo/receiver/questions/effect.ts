import type { Steps } from '../../../src/knowledge/slices.js';
import { createHash } from 'node:crypto';
import type { FaqContent, FaqEntry } from '../store/faq.js';
import type { Answering, Finder } from './finder.js';
import { wordingKey } from './group.js';
import { inSlices } from './in-slices.js';

/** A question that visitors asked, with what the chat makes of it before and after a change. */
export interface Difference {
  /** As it was asked last. */
  readonly text: string;
  readonly before: Answering;
  readonly after: Answering;
}

/** What a change of the FAQ does to what visitors ask. */
export interface Effect {
  /** The questions for which it is made, also those for which it changes nothing. */
  readonly own: readonly Difference[];
  /** Others, asked of late, that are answered then, or asked back about, and were not before. */
  readonly gained: readonly Difference[];
  /** Others that are answered otherwise then, or less surely, or not any more. */
  readonly changed: readonly Difference[];
  /** How many others were tried. */
  readonly tried: number;
}

/** Other wordings that are tried: the latest. At 10,000 entries, each takes some milliseconds. */
const MOST_TRIED = 300;

/**
 * Asks the chat as it is and as it would be, by its own engine.
 * @param own texts for which the change is made
 * @param recent texts of what was asked of late, the latest first
 */
export const effectOf = (
  before: Finder,
  after: Finder,
  own: readonly string[],
  recent: readonly string[],
): Promise<Effect> => inSlices(differences(before, after, own, recent));

function* differences(
  before: Finder,
  after: Finder,
  own: readonly string[],
  recent: readonly string[],
): Steps<Effect> {
  const seen = new Set<string>();
  const tryOut = function* (texts: readonly string[], most: number): Steps<Difference[]> {
    const found: Difference[] = [];
    for (const text of texts) {
      if (found.length >= most) break;
      const key = wordingKey(text);
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ text, before: before.ask(text), after: after.ask(text) });
      yield;
    }
    return found;
  };
  const ofGroup = yield* tryOut(own, own.length);
  const others = yield* tryOut(recent, MOST_TRIED);
  const differing = others.filter(isDifferent);
  const isGained = ({ before: { kind }, after: { kind: then } }: Difference) =>
    kind === 'unknown' || (kind === 'unsure' && then === 'sure');
  return {
    own: ofGroup,
    gained: differing.filter(isGained),
    changed: differing.filter((each) => !isGained(each)),
    tried: others.length,
  };
}

/** Whether it takes away answers, or gives others: what an owner should know before it is kept. */
export const isDisturbing = ({ changed }: Effect): boolean =>
  changed.some(({ before, after }) => before.kind === 'sure' || after.kind === 'unknown');

/** Whether a visitor would notice. */
const isDifferent = ({ before, after }: Difference): boolean =>
  before.kind !== after.kind || shownKeys(before) !== shownKeys(after);

/** The entries that the chat shows, or asks about in whatever order. */
const shownKeys = (answering: Answering): string =>
  shownEntries(answering).map(({ key }) => key).sort().join(' '); // prettier-ignore

export const shownEntries = ({ kind, nearest }: Answering): readonly FaqEntry[] =>
  kind === 'sure' ? nearest.slice(0, 1) : kind === 'unsure' ? nearest : [];

/** Knows a change again, so that it is kept once its owner has seen what it does. */
export const changeKey = (
  { key, version, lang }: Partial<Pick<FaqEntry, 'key' | 'version'>> & Pick<FaqEntry, 'lang'>,
  { question, alternatives, answer }: FaqContent,
): string =>
  createHash('sha256')
    .update(JSON.stringify([key, version, lang, question, alternatives, answer]))
    .digest('base64url');
