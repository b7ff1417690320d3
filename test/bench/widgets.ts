/**
 * `npm run bench`: what each widget costs a page, against a hand-written static form for the same purpose.
 *
 *     npm run bench                      7 runs of each
 *     npm run bench -- 21 form,chat      as many as that, of these only
 *
 * All are loaded in turn in one browser, so that what else the machine does hits all alike. Medians are printed, and
 * the ratio to the static form. *Usable* is from the start of the navigation to the first painted frame in which the
 * first control is there; the processor is slowed down four times, the network once not at all and once as a slow 4G
 * (1.6 Mbit/s, 150 ms). *First input* is the longer of the first press and the first key, until the next painted
 * frame, with the slow processor. The other figures are of a run without either, processor times of the page's main
 * thread. The static forms check nothing, keep nothing and speak one language: they are the bound, not peers. Peers:
 * `npm run bench:peers`.
 */
import { chromium, type Browser, type CDPSession } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';
import { pages, type Kind } from './pages.js';

const runs = Number(process.argv[2] ?? 7);
const chosen = process.argv[3]?.split(',');
const kinds = (Object.keys(pages) as Kind[]).filter((kind) => !chosen || chosen.includes(kind));
const SCALES = [10, 50];

type Contestant = 'static' | 'harreman.js' | 'harreman.all.js';
const contestants: readonly Contestant[] = ['static', 'harreman.js', 'harreman.all.js'];

const pageOf = (kind: Kind, contestant: Contestant, count: number): string => {
  const { tag, widget, room, hand } = pages[kind];
  const isOurs = contestant !== 'static';
  const head = isOurs
    ? `<script src="/cdn/${contestant}" data-endpoint="/in" defer></script>
      <style>${tag}:not(:defined) { display: block; min-height: ${room} }</style>`
    : `<style>form { display: grid; gap: .6em; max-width: 30em } form label { display: grid; gap: .2em }
      input, select, textarea, button { font: inherit; padding: .5em; border: 1px solid #767676 }</style>`;
  const instance = (index: number): string =>
    `<div class="instance">${isOurs ? widget : hand.replaceAll('"call"', `"call${index}"`)}</div>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>Bench</title>${head}</head>
    <body><h1>Contact</h1>${Array.from({ length: count }, (_, index) => instance(index)).join('')}
    <p class="below">What stands below.</p></body></html>`;
};

interface Conditions {
  readonly slowProcessor?: boolean;
  readonly slowNetwork?: boolean;
  /** How many of it are on the page. */
  readonly count?: number;
}

interface Costs {
  usable: number;
  shift: number;
  input: number;
  script: number;
  task: number;
  heap: number;
  nodes: number;
}

const measure = async (browser: Browser, address: string, conditions: Conditions): Promise<Costs> => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  try {
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab);
    await tab.goto(new URL('/blank', address).href);
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
    await tab.goto(address, { waitUntil: 'commit' });
    await tab.waitForFunction(() => (window as unknown as { benchMarks: Costs }).benchMarks.usable > 0);
    await tab.waitForLoadState('networkidle');
    // Before the first input, which fetches what only those pay for who write.
    const after = await stateOf(cdp);
    if (conditions.slowProcessor && !conditions.slowNetwork) {
      const { x, y } = await tab.evaluate(() =>
        (window as unknown as { benchTarget: () => { x: number; y: number } }).benchTarget(),
      );
      await tab.mouse.click(x, y);
      await tab.keyboard.press('a');
      await tab.waitForLoadState('networkidle');
    }
    const marks = await tab.evaluate(() => (window as unknown as { benchMarks: Costs }).benchMarks);
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

/** Once for each: on a machine of few cores the page would wait for it. */
const compressed = new Map<string, Buffer>();
const compress = (address: string, body: string | Buffer): Buffer => {
  const known = compressed.get(address) ?? brotliCompressSync(body);
  compressed.set(address, known);
  return known;
};

const serve = async () => {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
    const [, kind = '', contestant = ''] = decodeURIComponent(pathname).split('/');
    const file = join('dist', normalize(pathname));
    const isScript = kind === 'cdn' && existsSync(file);
    const page =
      kind in pages
        ? pageOf(kind as Kind, contestant as Contestant, Number(searchParams.get('n') ?? 1))
        : kind === 'blank' && '<!doctype html><title>Blank</title>';
    const body = isScript ? readFileSync(file) : page;
    if (!body) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'cache-control': 'no-store',
      })
      .end(compress(request.url ?? '/', body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

type Figure = readonly [title: string, conditions: Conditions, cost: keyof Costs];

const figures: readonly Figure[] = [
  ['usable, processor ÷ 4 (ms)', { slowProcessor: true }, 'usable'],
  ['usable, slow 4G too (ms)', { slowProcessor: true, slowNetwork: true }, 'usable'],
  ['first input, processor ÷ 4 (ms)', { slowProcessor: true }, 'input'],
  ['script (ms)', {}, 'script'],
  ['main thread (ms)', {}, 'task'],
  ['heap (KB)', {}, 'heap'],
  ['DOM nodes', {}, 'nodes'],
  ['layout shift', {}, 'shift'],
  ...SCALES.flatMap((count): Figure[] => [
    [`main thread, ${count} of them (ms)`, { count }, 'task'],
    [`heap, ${count} of them (KB)`, { count }, 'heap'],
  ]),
];

const { server, origin } = await serve();
const executablePath = findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
const results = new Map<string, Costs[]>();
const keyOf = (kind: Kind, contestant: Contestant, conditions: Conditions) =>
  JSON.stringify([kind, contestant, conditions]);
const situations = [...new Set(figures.map(([, conditions]) => JSON.stringify(conditions)))].map(
  (text) => JSON.parse(text) as Conditions,
);
for (let run = 0; run < runs; run++) {
  for (const conditions of situations) {
    for (const kind of kinds) {
      for (const contestant of contestants) {
        const address = `${origin}/${kind}/${contestant}?n=${conditions.count ?? 1}`;
        const key = keyOf(kind, contestant, conditions);
        results.set(key, [...(results.get(key) ?? []), await measure(browser, address, conditions)]);
      }
    }
  }
}
await browser.close();
server.close();

const columns = (cells: readonly string[]) =>
  cells.map((cell, index) => cell.padEnd(index === 0 ? 34 : 20)).join('');
for (const kind of kinds) {
  console.log(`\n${columns([`${kind}, medians of ${runs} runs`, ...contestants])}`);
  const of = (contestant: Contestant, conditions: Conditions, cost: keyof Costs) =>
    median((results.get(keyOf(kind, contestant, conditions)) ?? []).map((costs) => costs[cost]));
  for (const [title, conditions, cost] of figures) {
    const base = of('static', conditions, cost);
    const cells = contestants.map((contestant) => {
      const value = of(contestant, conditions, cost);
      const ratio = contestant !== 'static' && base > 0 ? ` (${(value / base).toFixed(1)} x)` : '';
      return `${value.toFixed(cost === 'shift' ? 4 : 0)}${ratio}`;
    });
    console.log(columns([title, ...cells]));
  }
  const [few = 1, many = 1] = SCALES;
  const perInstance = (contestant: Contestant): string => {
    const task = (count: number) => of(contestant, { count }, 'task');
    return ((task(many) - task(few)) / (many - few)).toFixed(2);
  };
  console.log(columns([`each from the ${few + 1}th to the ${many}th (ms)`, ...contestants.map(perInstance)]));
}
