import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute, join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort, until } from './support.js';

/** A receiver in a process of its own, as an owner runs it. */
export interface ReceiverProcess {
  readonly url: string;
  /** All that it has written so far. */
  readonly output: () => string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface ProcessOptions {
  /** Script, from the root of the project. */
  readonly script?: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Shell command to run first, in the process that becomes the receiver. */
  readonly before?: string;
}

/** Far longer than any test needs one, also on a machine with other work. */
const MAX_LIFE_MS = 120_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where `.build/node-tests.mjs` has bundled the project's own scripts: they start three times as fast. */
const { BUNDLES } = process.env;

/** How Node starts a script of the project, or a script that lies elsewhere. */
const startOf = (script: string): string[] =>
  BUNDLES && !isAbsolute(script)
    ? [join(BUNDLES, script.replace(/\.ts$/, '.mjs'))]
    : ['--import', 'tsx', script];

/** Starts a script without waiting until it serves. */
export const spawnReceiver = (
  t: TestContext,
  { script = 'demo/receiver/main.ts', args = [], env, before = ':' }: ProcessOptions,
) => {
  const child = spawn('sh', ['-c', `${before}; exec node "$@"`, 'sh', ...startOf(script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  // A test that waits for an end that does not come fails, and does not hang.
  const timer = setTimeout(() => child.kill('SIGKILL'), MAX_LIFE_MS);
  void ended.then(() => clearTimeout(timer));
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { output: () => output, kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
};

/** Starts one and waits until it answers. */
export const startProcess = async (t: TestContext, options: ProcessOptions): Promise<ReceiverProcess> => {
  const port = await freePort();
  const child = spawnReceiver(t, { ...options, env: { PORT: `${port}`, ...options.env } });
  const url = `http://127.0.0.1:${port}`;
  const healthy = async () => {
    if (over) throw new Error(`The receiver has ended: ${child.output()}`);
    return fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  let over = false;
  void child.ended.then(() => (over = true));
  await until(healthy, 'the receiver answers');
  return { ...child, url };
};
