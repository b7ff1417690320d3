/**
 * The corpus of host pages: every widget on every page.
 *
 *     npm run test:hosts                                all of it, in Chromium
 *     npm run test:hosts -- --core                      the core of it
 *     npm run test:hosts -- --core --browser firefox    in Firefox, or in webkit
 *     npm run test:hosts -- --page bootstrap --widget chat
 *
 * Prints a table with the first property that fails, and the score; writes all of it to `.cache/hosts/<browser>.json`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePrograms, findMariadb, findPhp } from '../../.build/browsers.mjs';
import { startReceiver } from '../e2e/support/receiver.js';
import type { HostBrowser } from './browsers/browser.js';
import { browsers } from './browsers/index.js';
import { readAsset } from './assets.js';
import { check, type Bench, type Failure } from './check.js';
import { core } from './demands.js';
import type { HostPage } from './host-page.js';
import { pages } from './pages/index.js';
import { scoreOf, tableOf, type Result } from './table.js';
import { widgets } from './widgets.js';
import { findWordPress, startWordPress, type WordPress } from './wordpress.js';

const { values } = parseArgs({
  options: {
    page: { type: 'string' },
    widget: { type: 'string' },
    core: { type: 'boolean' },
    ci: { type: 'boolean' },
    browser: { type: 'string', default: 'chromium' },
    lanes: { type: 'string' },
  },
});
const engine = browsers[values.browser];
if (!engine) throw new Error(`--browser is one of ${Object.keys(browsers).join(', ')}`);
const lanes = Number(values.lanes ?? engine.lanes);

/** One of several parts of names, with commas between them. */
const isWanted = (wanted: string | undefined, name: string) =>
  !wanted || wanted.split(',').some((part) => name.includes(part));
const wantedPages = pages.filter(
  ({ name, isInCI }) =>
    isWanted(values.page, name) && (!values.ci || isInCI) && (!values.core || core.has(name)),
);
const wantsWordPress = wantedPages.some(({ publication }) => publication);
// Few pages need them: a machine that is no Debian does without, and says so.
if (!values.ci)
  ensurePrograms({ hosts: true, engines: values.browser !== 'chromium', wordpress: wantsWordPress });
const canWordPress = wantsWordPress && Boolean(findMariadb() && findPhp() && findWordPress());
const isThere = ({ fromDebian = [], publication }: HostPage) =>
  (!publication || canWordPress) && fromDebian.every((path) => readAsset(`debian/${path}`));
const chosenPages = wantedPages.filter(isThere);
const chosenWidgets = widgets.filter(({ name }) => isWanted(values.widget, name));
const shots = `.cache/hosts/${values.browser}`;
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots, { recursive: true });

// One for each lane: of the tabs of some browsers, only the one in front has the focus.
const started = await Promise.all(Array.from({ length: lanes }, () => engine.launch()));
const receiver = await startReceiver();
// The same minute in all pages.
const clock = Math.floor(Date.now() / 60_000) * 60_000;
let startedWordPress: Promise<WordPress> | undefined;
const wordpress = () => (startedWordPress ??= startWordPress(lanes));
const references: Bench['references'] = new Map();
const results: Result[] = [];
const queue = chosenPages.flatMap((page) => chosenWidgets.map((widget) => ({ page, widget })));

const run = async (browser: HostBrowser, lane: number): Promise<void> => {
  const bench: Bench = { browser, lane, receiver, wordpress, clock, shots, references };
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { page, widget } = next;
    const start = performance.now();
    const failures: readonly Failure[] = await check(bench, page, widget);
    results.push({ page: page.name, widget: widget.name, failures });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const state =
      failures.length > 0
        ? failures.map(({ property, detail }) => `\n    ${property}: ${detail}`).join('')
        : 'ok';
    console.log(`${page.name} × ${widget.name} (${seconds} s): ${state}`);
  }
};
try {
  await Promise.all(started.map(run));
} finally {
  await Promise.all(started.map((browser) => browser.close()));
  await (await startedWordPress?.catch(() => undefined))?.close();
  await receiver.close();
}

const { version } = started[0]!;
console.log(`\n${version}\n`);
console.log(tableOf(results, chosenPages, chosenWidgets));
const score = scoreOf(results);
console.log(`\n${score.text}`);
for (const { name } of wantedPages.filter((page) => !isThere(page)))
  console.log(`Not tried: ${name}, whose files come with Debian`);
writeFileSync(`${shots}.json`, JSON.stringify({ browser: version, ...score, results }, null, 2));

const failed = results.filter(({ failures }) => failures.length > 0);
if (process.env['RESULTS_FILE']) {
  mkdirSync(dirname(process.env['RESULTS_FILE']), { recursive: true });
  writeFileSync(
    process.env['RESULTS_FILE'],
    JSON.stringify({
      passed: results.length - failed.length,
      failed: failed.length,
      skipped: 0,
      failures: failed.map(({ page, widget, failures }) => ({
        name: `${page} × ${widget}`,
        error: failures.map(({ property, detail }) => `${property}: ${detail}`).join('\n'),
      })),
    }),
  );
}
process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
