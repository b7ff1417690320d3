/** What a log line may say. No names, addresses, texts, query strings or IP addresses: see README, Logs. */
export type LogDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, details?: LogDetails): void;
  warn(event: string, details?: LogDetails): void;
  error(event: string, details?: LogDetails): void;
}

/** One JSON object a line (https://jsonlines.org). */
export const createLog = (write: (line: string) => void, now: () => Date = () => new Date()): Log => {
  const at =
    (level: string) =>
    (event: string, details: LogDetails = {}) =>
      write(`${printable(JSON.stringify({ time: now().toISOString(), level, event, ...details }))}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

/**
 * Writes lines, and drops those that can't be written: no message is refused because the log's disk is full or its
 * reader gone. A line that found room for its beginning only is ended before the next.
 *
 * @param writeSome writes as much as finds room and tells how many bytes that was, as `writeSync` does, or throws.
 *   Not a stream: `process.stdout` ends the process for a failed write, or else writes nothing ever after.
 */
export const lineWriter = (writeSome: (bytes: Uint8Array) => number): ((line: string) => void) => {
  let isTorn = false;
  return (line) => {
    let rest: Uint8Array = Buffer.from(isTorn ? `\n${line}` : line);
    try {
      while (rest.length) {
        rest = rest.subarray(writeSome(rest));
        isTorn = rest.length > 0;
      }
    } catch {
      // There is nowhere to say so.
    }
  };
};

/**
 * JSON escapes the C0 controls, ESC among them. The C1 controls (U+009B starts an ANSI sequence by itself) and
 * the Unicode line ends it leaves alone; some terminals and log readers don't.
 */
const printable = (json: string): string =>
  json.replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * An error without its message: databases put values into theirs ("Key (id)=(…) already exists").
 * Where it happened and its code are enough to find the cause.
 */
export const describeError = (error: unknown): LogDetails => {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: frames
      .slice(0, 4)
      .map((line) => line.trim().slice(3))
      .join(' < '),
  };
};
