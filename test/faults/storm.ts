/**
 * The plan of a storm: what happens to each of many submissions, wholly decided by a seed. A plan is data; whoever
 * runs it does what it says, and can run it again.
 */
import { FAULTS, type FaultName } from './catalogue.js';

/** What happens to everyone for a while. */
export type SpellName =
  /** The browser is offline. */
  | 'offline'
  /** The address refuses connections. */
  | 'refused'
  /** Connections are reset before a byte is read. */
  | 'reset'
  /** The receiver is killed with SIGKILL, and started again at the end. */
  | 'receiver-killed'
  | 'preflights-refused'
  | 'preflights-hang'
  /** The device has no room left: nothing more can be written. */
  | 'storage-full'
  /** The device's database does not answer. */
  | 'storage-hangs';

/** What a visitor, or the machine, does to the tab. */
export type TabEvent =
  | 'reload'
  | 'close'
  | 'kill'
  /** Killed at the moment in which the visitor is told how it went. */
  | 'kill-once-told';

export interface StormStep {
  /** What the visitor's text is found by; unique in all storms. */
  readonly marker: string;
  /** The number of the tab that sends, from 0. */
  readonly tab: number;
  /** Milliseconds that the visitor waits since the step before. */
  readonly pause: number;
  /** `keepAlive` of the fault server from here on: only where it is false do pages see every cut. */
  readonly keepAlive: boolean;
  /** What its POSTs meet, in order. The ones after those pass. */
  readonly faults: readonly FaultName[];
  /** Begins as the visitor presses send, and lasts so many milliseconds. */
  readonly spell?: { readonly name: SpellName; readonly duration: number };
  /** Happens to the tab so many milliseconds after the visitor has pressed send, or after what its name says. */
  readonly tabEvent?: { readonly name: TabEvent; readonly after: number };
  /** How many times the visitor presses send, as fast as they can. */
  readonly presses: number;
  /** Whether the visitor tries again where they are told that it was not sent or not confirmed, or gives up. */
  readonly insists: boolean;
  /** The line of the result that it is counted in: its spell, else its tab's event, else its first fault. */
  readonly faultClass: SpellName | TabEvent | FaultName;
}

export interface StormOptions {
  /** A 32-bit number. */
  readonly seed: number;
  readonly submissions: number;
  readonly tabs: number;
  /** Default: all of the fault server's. */
  readonly faults?: readonly FaultName[];
}

const SPELLS: readonly SpellName[] = [
  'offline',
  'refused',
  'reset',
  'receiver-killed',
  'preflights-refused',
  'preflights-hang',
  'storage-full',
  'storage-hangs',
];
const TAB_EVENTS: readonly TabEvent[] = ['reload', 'close', 'kill', 'kill-once-told'];

/** Milliseconds within which a request is under way, and a tab's event hits it before, during or after. */
const WHILE_SENDING = 300;

/**
 * Plans a storm. Every class of fault is the main one of as many submissions as any other, give or take one; besides
 * it, a third of the submissions meet others: a second and third try that fail too, or a tab that is reloaded. All
 * of those do that can't be kept: what arrives at the first try is never told as saved.
 */
export const planStorm = ({
  seed,
  submissions,
  tabs,
  faults = Object.keys(FAULTS) as FaultName[],
}: StormOptions): StormStep[] => {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const main = dealt([...faults, ...SPELLS, ...TAB_EVENTS], submissions, below);
  return main.map((faultClass, index) => {
    const spell = SPELLS.find((name) => name === faultClass);
    const isFault = !spell && !TAB_EVENTS.some((name) => name === faultClass);
    const isUnkept = spell === 'storage-full' || spell === 'storage-hangs';
    const further =
      below(3) === 0 || isUnkept ? Array.from({ length: 1 + below(2) }, () => pick(faults)) : [];
    const reloads = isFault && below(6) === 0;
    const tabEvent = TAB_EVENTS.find((name) => name === faultClass) ?? (reloads ? 'reload' : undefined);
    return {
      marker: `storm-${seed}-${index}`,
      tab: below(tabs),
      pause: below(WHILE_SENDING),
      keepAlive: random() < 0.5,
      faults: [...(isFault ? [faultClass as FaultName] : []), ...further],
      ...(spell && { spell: { name: spell, duration: 200 + below(2000) } }),
      ...(tabEvent && {
        tabEvent: { name: tabEvent, after: tabEvent === 'kill-once-told' ? 0 : below(WHILE_SENDING) },
      }),
      presses: below(4) === 0 ? 2 + below(3) : 1,
      insists: below(3) > 0,
      faultClass,
    };
  });
};

/** `count` of these in random order, each as often as any other, give or take one (Fisher and Yates' shuffle). */
const dealt = <T>(kinds: readonly T[], count: number, below: (limit: number) => number): T[] => {
  const cards = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]!);
  for (let last = cards.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [cards[last], cards[other]] = [cards[other]!, cards[last]!];
  }
  return cards;
};

/** Numbers from 0 to below 1 that look random and are the same for the same seed (Tommy Ettinger's Mulberry32). */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
