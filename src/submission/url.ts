/** The address as a `URL`, resolved against `base` where it is relative; `undefined` where it is none. */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
