/**
 * Tuesday 24 November 2026, ten o'clock on the clock of whoever looks: in any time zone, and in any year, a story has
 * the same days and times.
 */
export const NOW = new Date(2026, 10, 24, 10).getTime();

const Real = Date;
let since = Real.now();

/** Goes on from {@link NOW}, so that what waits for a moment to pass does not wait for ever. */
const now = (): number => NOW + Real.now() - since;

const StoryDate = new Proxy(Real, {
  construct: (target, args: [], newTarget: DateConstructor) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as Date,
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
});

/** Sets the page's clock to {@link NOW}. @returns what gives the page its own clock back */
export const setClock = (): (() => void) => {
  since = Real.now();
  globalThis.Date = StoryDate;
  return () => {
    globalThis.Date = Real;
  };
};
