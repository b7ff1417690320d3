import type { inventory } from '../e2e/support/inventory.js';

/** What is different in two lists of things, and how. */
export const differences = (before: object, after: object): string[] =>
  Object.entries(before).flatMap(([what, value]) => {
    const now = (after as Record<string, unknown>)[what];
    if (!Array.isArray(value) || !Array.isArray(now))
      return withoutIds(value) === withoutIds(now) ? [] : [`${what}: ${JSON.stringify(now)}`];
    const [was, is] = [value, now].map((list) => count(list as unknown[]));
    const added = [...is!].filter(([key, times]) => times > (was!.get(key) ?? 0)).map(([key]) => `+${key}`);
    const lost = [...was!].filter(([key, times]) => times > (is!.get(key) ?? 0)).map(([key]) => `-${key}`);
    const both = [...added, ...lost].filter(
      (key) => !(what === 'globals' && (OURS.has(key) || key.startsWith(ZONE))),
    );
    return both.length > 0 ? [`${what}: ${both.join(' ')}`] : [];
  });

/** Without what is kept in the tab once there is something to keep: the conversation, the request that can be taken back. */
export const withoutOurs = (found: ReturnType<typeof inventory>) => ({
  ...found,
  stored: Array.isArray(found.stored)
    ? found.stored.filter((key) => !key.startsWith('harreman'))
    : found.stored,
});

/** The kit's own global, and Lit's. */
const OURS = new Set(['+harreman', '+litElementVersions', '+litHtmlVersions', '+reactiveElementVersions']);

/** How zone.js notes whoever listens at the window. */
const ZONE = '+__zone_symbol__';

const count = (list: readonly unknown[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of list) {
    // Libraries number their globals by chance.
    const key = (typeof item === 'string' ? item : JSON.stringify(item)).replace(/\d{4,}/g, '#');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** As text, without the ids and numbers that libraries mint by chance, and without the folder of the page without the kit. */
const withoutIds = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/\b0\.\d{6,}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '#')
    .replaceAll('"/bare/', '"/');
