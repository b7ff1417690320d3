import type { RunningServer } from './start.js';

/** Longer than an orderly end takes, shorter than the patience of who asked for it. */
const LAST_RESORT_MS = 9_500;

/**
 * Runs a server until the process is asked to end (SIGINT, SIGTERM), then stops it in order. What keeps it from
 * starting is said in one line, without a stack: it is for the owner, not for a developer.
 *
 * @param start rejects with such a line as its message
 * @param banner what to tell the person at the terminal; goes to standard error, since standard output is the log
 */
export const run = async <T extends RunningServer>(
  start: () => Promise<T>,
  banner: (server: T) => string,
): Promise<void> => {
  // A terminal that is gone, or a full disk behind `2>`, is no reason to end.
  process.stderr.on('error', () => undefined);
  let server: T;
  try {
    server = await start();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exitCode = 1;
    return;
  }
  process.stderr.write(`\n${banner(server)}\n\n`);
  const end = async () => {
    // A database that hangs must not keep the process for ever.
    setTimeout(() => process.exit(1), LAST_RESORT_MS);
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
};
