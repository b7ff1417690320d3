/**
 * `npm run bench:delivery`: whether anything that visitors send is lost or doubled, and whether they are told the truth.
 *
 *     npm run bench:delivery                            1,000 submissions a profile, seed 1
 *     npm run bench:delivery -- --count 200 --seed 7    fewer, through another storm
 *     npm run bench:delivery -- --profile json          one profile
 *     npm run bench:delivery -- --verbose               with the story of each submission that is not stored
 *
 * The built files run in Chromium, on several devices (browser profiles) with several tabs each, half of them without
 * Web Locks, as pages over plain HTTP are. A seed decides all that happens to them (`test/faults/storm.ts`): faults
 * at the fault server, spells without network, storage or receiver (killed with SIGKILL, started again on the same
 * file), tabs that are reloaded, closed and killed. Then it is calm, and pages are opened until the outbox is empty.
 * What visitors were told, on the screen and by events, is held against the rows at the endpoint. Time runs faster in
 * the pages, and back-off is short; see `delivery/visitor.js`.
 *
 * `harreman`: the kit's receiver. Nothing may be lost, doubled or told wrongly. `json`: an endpoint that makes a
 * submission of every request. There nothing may be lost unless the visitor was told, and each double must be
 * marked; doubles that the network or the browser makes by itself, of which no script knows, are left out of that storm.
 */
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';
import { FAULTS, type FaultName } from '../faults/catalogue.js';
import { planStorm } from '../faults/storm.js';
import { Device } from './delivery/device.js';
import { plainEndpoint, receiverProcess, type Endpoint } from './delivery/endpoints.js';
import { Ledger, type Line, type Verdict } from './delivery/ledger.js';
import { startSite } from './delivery/site.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const wholeNumber = (name: 'count' | 'seed'): number => {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} ${options[name]}: a whole number from 1`);
};
const count = wholeNumber('count');
const seed = wholeNumber('seed');

const DEVICES = 4;
const TABS = 3;

interface Contender {
  readonly profile: string;
  readonly endpoint: () => Promise<Endpoint>;
  readonly faults: readonly FaultName[];
  readonly mayKeepAlive: boolean;
  /** Whether an endpoint that keeps two of one is the owner's choice, as long as the second is marked. */
  readonly isMarkingEnough: boolean;
}

const all = Object.keys(FAULTS) as FaultName[];

const contenders: readonly Contender[] = [
  {
    profile: 'harreman',
    endpoint: receiverProcess,
    faults: all,
    mayKeepAlive: true,
    isMarkingEnough: false,
  },
  {
    profile: 'json',
    endpoint: plainEndpoint,
    faults: all.filter((name) => name !== 'duplicate' && !name.startsWith('stale-')),
    mayKeepAlive: false,
    isMarkingEnough: true,
  },
];

/** Lets a plan of the storm come over a profile, and counts. */
const weather = async ({ profile, endpoint: open, faults, mayKeepAlive, isMarkingEnough }: Contender) => {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
  const site = await startSite();
  const endpoint = await open();
  const ledger = new Ledger();

  let killing = Promise.resolve();
  const killUpstream = (duration: number) =>
    (killing = killing.then(async () => {
      await endpoint.kill();
      await new Promise((resolve) => setTimeout(resolve, duration));
      await endpoint.start();
    }));

  const plan = planStorm({ seed, submissions: count, tabs: DEVICES * TABS, faults });
  let played = 0;
  const progress = setInterval(() => console.error(`${profile}: ${played} of ${count}`), 10_000);
  try {
    const devices = await Promise.all(
      Array.from({ length: DEVICES }, async (_, index) => {
        const device = await Device.open({
          ...{ browser, site, profile, upstream: endpoint.url, ledger, mayKeepAlive, killUpstream },
          seed: seed * DEVICES + index,
          hasLocks: index % 2 === 0,
          tabs: TABS,
        });
        for (const step of plan) {
          if (step.tab % DEVICES !== index) continue;
          await device.play(step);
          played++;
        }
        await device.calmDown();
        console.error(`${profile}: calm on device ${index + 1}`);
        return device;
      }),
    );
    await killing;
    console.error(`${profile}: visitors come back`);
    const left = await Promise.all(devices.map((device) => device.drain()));
    const verdict = ledger.verdict(await endpoint.rows(), isMarkingEnough);
    await Promise.all(devices.map((device) => device.close()));
    return { verdict, left: left.flat() };
  } finally {
    clearInterval(progress);
    await browser.close();
    await site.close();
    await endpoint.close();
  }
};

const HEADS = [
  'submitted', 'stored', 'told', 'never confirmed', 'lost', 'doubled', 'marked', 'told wrongly',
]; // prettier-ignore

const cells = (line: Line): string[] =>
  [
    ...[line.submitted, line.stored, line.told, line.neverConfirmed],
    ...[line.lost, line.doubled, line.marked, line.toldWrongly],
  ].map(String);

const print = ({ lines, sum, findings, unsent }: Verdict, left: readonly string[]): void => {
  const row = (name: string, columns: readonly string[]) =>
    console.log(name.padEnd(26) + columns.map((cell, n) => cell.padStart(HEADS[n]!.length + 2)).join(''));
  row('', HEADS);
  for (const line of [...lines, sum]) row(line.faultClass, cells(line));
  if (options.verbose) for (const story of unsent) console.log(`- ${story}`);
  for (const entry of left) console.log(`still waits: ${entry}`);
  for (const finding of findings) console.log(`! ${finding}`);
};

let failed = false;
for (const contender of contenders) {
  if (options.profile !== undefined && options.profile !== contender.profile) continue;
  const start = performance.now();
  const { verdict, left } = await weather(contender);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`\nprofile ${contender.profile}, seed ${seed}, ${count} submissions, ${seconds} s`);
  print(verdict, left);
  failed ||= verdict.findings.length > 0 || left.length > 0 || verdict.sum.submitted !== count;
}
process.exitCode = failed ? 1 : 0;
