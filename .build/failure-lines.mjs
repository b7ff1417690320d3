/** How many lines all failures take together: CI's log keeps its last 120 or so, and the table follows. */
const LINES = 80;
/** How many lines one failure takes at most, and how wide they are. */
const LINES_EACH = 12;
const WIDTH = 300;

/**
 * What failed, each with the first lines of its error, within what a log keeps.
 * @param {(import('./test-runners.mjs').Failure & { step: string })[]} failures
 * @returns {string[]} lines; none where nothing failed
 */
export function failureLines(failures) {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, LINES);
  const each = Math.max(1, Math.min(LINES_EACH, Math.floor(LINES / shown.length)));
  const more = failures.length - shown.length;
  return [
    '',
    'Failed:',
    ...shown.flatMap(({ step, name, error }) => [
      name === step ? step : `${step}: ${name}`,
      ...error
        .split('\n')
        .filter((line) => line.trim())
        .slice(0, each - 1)
        .map((line) => `    ${line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line}`),
    ]),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}
