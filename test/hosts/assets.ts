import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.gif': 'image/gif',
  '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.eot': 'font/eot',
}; // prettier-ignore
/** The content type of a file, by its name. */
export const typeOf = (path: string): string => TYPES[extname(path)] ?? 'application/octet-stream';

const assets = new Map<string, Buffer | undefined>();
const installed = new Set(readdirSync('node_modules/@hosts'));

/** Where Debian has libraries that npm has not. */
const DEBIAN = '/usr/share/javascript';

/** A file of a package in `@hosts`, or of one of Debian's in `debian/`. */
export const readAsset = (path: string): Buffer | undefined => {
  if (!assets.has(path)) {
    let file: Buffer | undefined;
    const [name = '', ...rest] = path.split('/');
    try {
      if (path.includes('..')) file = undefined;
      else if (name === 'debian') file = readFileSync(join(DEBIAN, ...rest));
      else if (installed.has(name)) file = readFileSync(join('node_modules/@hosts', path));
    } catch {
      // Answered with 404.
    }
    assets.set(path, file);
  }
  return assets.get(path);
};
