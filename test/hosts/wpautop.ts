/**
 * Runs WordPress' own `wpautop` over the examples of README and guide, as an owner of the classic editor pastes them,
 * and writes what became of them where `test/unit/wpautop.test.ts` reads it. After a change of the examples:
 *
 *     npx tsx test/hosts/wpautop.ts
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ensurePrograms, findPhp } from '../../.build/browsers.mjs';
import { formatted } from '../../.build/formatted.mjs';
import { findWordPress } from './wordpress.js';

const OUTPUT = 'test/fixtures/wpautop.ts';

const CODE = `
define('ABSPATH', $argv[1] . '/'); define('WPINC', 'wp-includes');
require ABSPATH . WPINC . '/plugin.php'; require ABSPATH . WPINC . '/formatting.php';
echo json_encode(array_map('wpautop', json_decode(stream_get_contents(STDIN))), JSON_UNESCAPED_UNICODE);
`;

ensurePrograms({ wordpress: true });
const [php, files] = [findPhp(), findWordPress()];
if (!php || !files) throw new Error('PHP or WordPress is missing');

/** As the guide says: each of the kit's tags in a `<div>` that begins in the same line, and has its slot. */
const inDivs = (html: string): string =>
  html.includes('<div><harreman-')
    ? html
    : html
        .replace(/<harreman-[\w-]+(?:\s(?:[^>"]|"[^"]*")*)?>/g, (start) => {
          const slot = /\sslot="[^"]*"/.exec(start)?.[0] ?? '';
          return `<div${slot}>${start.replace(slot, '')}`;
        })
        .replace(/<\/harreman-[\w-]+>/g, '$&</div>');

const guide = readdirSync('demo/guide').filter((name) => name.endsWith('.md'));
const examples = ['README.md', ...guide.map((name) => `demo/guide/${name}`)].flatMap((name) =>
  [...readFileSync(name, 'utf8').matchAll(/^ *```html\n(.*?)^ *```/gms)].map(([, html = '']) => html),
);
const pasted = [...new Set(examples)]
  // With something in them, and in no block already.
  .filter((html) => /<(harreman-[\w-]+)[^>]*>\s*(?!<\/\1)\S/.test(html) && !html.includes('<!-- wp:'))
  .map(inDivs);

const input = JSON.stringify(pasted);
const { stdout, stderr } = spawnSync(php, ['-r', CODE, '--', files], { input, encoding: 'utf8' });
const shown = JSON.parse(stdout || `"${stderr}"`) as string[];
const rows = pasted.map((html, index) => ({ pasted: html, shown: shown[index]! }));
const code = `/** What WordPress makes of examples of the guide in its classic editor. Written by \`test/hosts/wpautop.ts\`. */
export const examples: readonly { readonly pasted: string; readonly shown: string }[] = ${JSON.stringify(rows)};`;
writeFileSync(OUTPUT, await formatted(OUTPUT, code));
console.log(`${rows.length} examples in ${OUTPUT}`);
