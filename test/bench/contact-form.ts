/**
 * `npm run bench`: what the contact form costs a page, against a hand-written static form of five fields.
 *
 *     npm run bench              9 runs of each
 *     npm run bench -- 21        as many as that
 *
 * Both are loaded in turn in one browser, so that what else the machine does hits both alike. Medians are printed,
 * and the ratio to the static form. *Usable* is from the start of the navigation to the first painted frame in
 * which the first text field is there; the processor is slowed down four times, the network once not at all and
 * once as a slow 4G (1.6 Mbit/s, 150 ms). The other figures are of a run without either. The static form validates
 * nothing, keeps nothing and speaks one language: it is the bound, not a peer.
 */
import { chromium, type Browser, type CDPSession } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';

const runs = Number(process.argv[2] ?? 9);

const page = (head: string, form: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>Bench</title>${head}</head>
  <body><h1>Contact</h1>${form}<p>What stands below the form.</p></body></html>`;

const pages: Readonly<Record<string, string>> = {
  'static form': page(
    `<style>form { display: grid; gap: .6em; max-width: 30em } label { display: grid; gap: .2em }
      input, select, textarea, button { font: inherit; padding: .5em; border: 1px solid #767676 }</style>`,
    `<form action="/in" method="post">
      <label>Topic <select name="topic"><option>Question<option>Suggestion<option>Complaint</select></label>
      <label>Name <input name="name" autocomplete="name" required></label>
      <label>E-mail <input name="email" type="email" autocomplete="email" required></label>
      <label>Subject <input name="subject"></label>
      <label>Message <textarea name="message" rows="5" required></textarea></label>
      <button>Send</button></form>`,
  ),
  'harreman.js': page(
    `<script src="/cdn/harreman.js" data-endpoint="/in" defer></script>
      <style>harreman-contact-form:not(:defined) { display: block; min-height: 37em }</style>`,
    '<harreman-contact-form><a href="mailto:us@example.com">us@example.com</a></harreman-contact-form>',
  ),
  'harreman.all.js': page(
    `<script src="/cdn/harreman.all.js" data-endpoint="/in" defer></script>
      <style>harreman-contact-form:not(:defined) { display: block; min-height: 37em }</style>`,
    '<harreman-contact-form><a href="mailto:us@example.com">us@example.com</a></harreman-contact-form>',
  ),
  'blank': page('', ''),
};

const contestants = Object.keys(pages).filter((name) => name !== 'blank');

interface Conditions {
  slowProcessor?: boolean;
  slowNetwork?: boolean;
}

interface Costs {
  usable: number;
  shift: number;
  script: number;
  task: number;
  heap: number;
  nodes: number;
}

const measure = async (
  browser: Browser,
  origin: string,
  name: string,
  conditions: Conditions,
): Promise<Costs> => {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await tab.goto(`${origin}/blank`);
    const before = await stateOf(cdp);
    await tab.addInitScript({ path: 'test/bench/probe.js' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowProcessor ? 4 : 1 });
    if (conditions.slowNetwork) {
      await cdp.send('Network.enable');
      const throughput = 1.6e6 / 8;
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: throughput,
        uploadThroughput: throughput,
      });
    }
    await tab.goto(`${origin}/${encodeURIComponent(name)}`, { waitUntil: 'commit' });
    await tab.waitForFunction(() => (window as unknown as { benchMarks: Costs }).benchMarks.usable > 0);
    await tab.waitForLoadState('networkidle');
    const marks = await tab.evaluate(() => (window as unknown as { benchMarks: Costs }).benchMarks);
    const after = await stateOf(cdp);
    return {
      ...marks,
      script: after.script,
      task: after.task,
      heap: after.heap - before.heap,
      nodes: after.nodes - before.nodes,
    };
  } finally {
    await context.close();
  }
};

/** Milliseconds of processor time since the navigation, kilobytes of heap after a collection, and DOM nodes. */
const stateOf = async (cdp: CDPSession) => {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? 0;
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return {
    script: metric('ScriptDuration') * 1000,
    task: metric('TaskDuration') * 1000,
    heap: usedSize / 1024,
    nodes,
  };
};

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const serve = async () => {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const file = join('dist', normalize(path));
    const isScript = path.startsWith('/cdn/') && existsSync(file);
    const body = isScript ? readFileSync(file) : pages[path.slice(1)];
    if (body === undefined) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'cache-control': 'no-store',
      })
      .end(brotliCompressSync(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const figures: readonly (readonly [title: string, conditions: Conditions, cost: keyof Costs])[] = [
  ['usable, processor ÷ 4 (ms)', { slowProcessor: true }, 'usable'],
  ['usable, slow 4G too (ms)', { slowProcessor: true, slowNetwork: true }, 'usable'],
  ['script (ms)', {}, 'script'],
  ['main thread (ms)', {}, 'task'],
  ['heap (KB)', {}, 'heap'],
  ['DOM nodes', {}, 'nodes'],
  ['layout shift', {}, 'shift'],
];

const { server, origin } = await serve();
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
const results = new Map<string, number[]>();
const key = (name: string, conditions: Conditions, cost: keyof Costs) =>
  JSON.stringify([name, conditions, cost]);
for (let run = 0; run < runs; run++) {
  for (const conditions of new Set(figures.map(([, condition]) => JSON.stringify(condition)))) {
    for (const name of contestants) {
      const costs = await measure(browser, origin, name, JSON.parse(conditions) as Conditions);
      for (const cost of Object.keys(costs) as (keyof Costs)[]) {
        const id = key(name, JSON.parse(conditions) as Conditions, cost);
        results.set(id, [...(results.get(id) ?? []), costs[cost]]);
      }
    }
  }
}
await browser.close();
server.close();

const columns = (cells: readonly string[]) =>
  cells.map((cell, index) => cell.padEnd(index === 0 ? 30 : 20)).join('');
console.log(columns([`medians of ${runs} runs`, ...contestants]));
for (const [title, conditions, cost] of figures) {
  const of = (name: string) => median(results.get(key(name, conditions, cost)) ?? []);
  const base = of('static form');
  const cells = contestants.map((name) => {
    const value = of(name);
    const ratio = name !== 'static form' && base > 0 ? ` (${(value / base).toFixed(1)} x)` : '';
    return `${value.toFixed(cost === 'shift' ? 4 : 0)}${ratio}`;
  });
  console.log(columns([title, ...cells]));
}
