/**
 * `npm run bench:typing`: whether typing stays smooth in the chat over a large FAQ.
 *
 *     npm run bench:typing                 10,000 entries
 *     npm run bench:typing -- 1000         as many as that
 *
 * The entries are questions out of the words of the demo site's three FAQs, fetched as JSON. Once the page is open, which
 * is measured too, a question is typed key by key and asked; then others. In another page the first is asked without
 * typing, which is all code's first run. What
 * is printed is the processor time of the tasks of the page's main thread, times four, as for a phone that is four times
 * slower: a task that is over 50 ms then keeps a key or a frame waiting (Long Tasks API, W3C). Processor time, since what
 * else this machine does would be in any other.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';

const COUNT = Number(process.argv[2] ?? 10_000);
const SLOWDOWN = 4;
/** Milliseconds between two keys: some 80 words a minute. */
const PACE = 150;

const folders = ['demo/site', 'demo/site/ka', 'demo/site/lv'];
const texts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/<summary>[^<]+|<p>[^<]{40,}/g) ?? []),
);
const words = [
  ...new Set(texts.flatMap((text) => text.replace(/<\w+>/, '').match(/[\p{L}\p{M}]{2,}/gu) ?? [])),
];

/** Always the same numbers, 0 to under 1 (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const random = randomFrom(7);
const some = (least: number, most: number): string =>
  Array.from(
    { length: least + Math.floor(random() * (most - least + 1)) },
    () => words[Math.floor(random() ** 2 * words.length)]!,
  ).join(' ');
const entries = Array.from({ length: COUNT }, (_, n) => ({
  ...{ id: `${n}`, question: `${some(4, 9)}?`, answer: `${some(15, 40)}.` },
}));

const server = createServer(({ url = '/' }, response) => {
  const path = new URL(url, 'http://x').pathname;
  const file = normalize(join('dist', path));
  if (path === '/faq.json') response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ entries }));
  else if (path.startsWith('/cdn/') && existsSync(file))
    response.setHeader('Content-Type', 'text/javascript').end(readFileSync(file));
  else
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end('<!doctype html><html lang="en"><title>Typing</title><script src="/cdn/harreman.js" data-endpoint="/in" defer></script><harreman-faq-chat src="/faq.json"></harreman-faq-chat>');
}).listen(0, '127.0.0.1'); // prettier-ignore
await new Promise((resolve) => server.once('listening', resolve));
const { port } = server.address() as AddressInfo;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds that the tasks of the page's main thread take on the slow processor, while something is done. */
const tasksOf = async (
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly number[]> => {
  const categories = ['toplevel', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const isMain = ({ pid, tid }: TraceEvent) => mains.has(`${pid}:${tid}`);
  const mains = new Set(
    traceEvents.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args.name === 'CrRendererMain' ? `${pid}:${tid}` : [],
    ),
  );
  return traceEvents.flatMap((event) =>
    event.name === 'RunTask' && isMain(event) ? (SLOWDOWN * (event.tdur ?? 0)) / 1000 : [],
  );
};

const row = (tasks: readonly number[]) => ({
  'tasks over 50 ms': tasks.filter((task) => task > 50).length,
  'longest, ms': Math.round(Math.max(0, ...tasks)),
  'all, ms': Math.round(tasks.reduce((sum, task) => sum + task, 0)),
});

const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
const table: Record<string, ReturnType<typeof row>> = {};
const measure = async (what: string, page: Page, work: () => Promise<void>) => {
  table[what] = row(await tasksOf(browser, page, work));
};
let asked = 0;
const open = async (then: string) => {
  const page = await browser.newPage();
  const chat = page.locator('harreman-faq-chat');
  const field = chat.getByLabel('Your question', { exact: true });
  await measure(`opening the page${then}`, page, async () => {
    await page.goto(`http://127.0.0.1:${port}/`);
    await chat.getByText(entries[0]!.question).first().waitFor();
  });
  const ask = (answer: string) =>
    measure(`  Enter, and its answer${then || ` ${++asked}`}`, page, async () => {
      await field.press('Enter');
      await chat.getByText(answer.slice(0, 40)).first().waitFor();
      await page.waitForTimeout(500);
    });
  return { page, field, ask };
};
const { page, field, ask } = await open('');
for (const [when, index] of [
  ['while the entries are read', COUNT >> 1],
  ['once they are', COUNT >> 2],
  ['again', COUNT >> 3],
] as const) {
  const { question, answer } = entries[index]!;
  await measure(`${when}: ${question.length} keys`, page, () =>
    field.pressSequentially(question, { delay: PACE }),
  );
  await ask(answer);
}
const cold = await open(', anew');
await cold.field.fill(entries[COUNT >> 1]!.question);
await cold.page.waitForTimeout(5000);
await cold.ask(entries[COUNT >> 1]!.answer);
console.log(`${COUNT} entries of ${words.length} words, processor ${SLOWDOWN} times slower`);
console.table(table);
await browser.close();
server.close();
