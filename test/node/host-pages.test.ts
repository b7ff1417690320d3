/** The corpus of host pages itself: what its pages name is there, and its checks see what they are for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { readAsset } from '../hosts/assets.js';
import { core, demands } from '../hosts/demands.js';
import { differences } from '../hosts/differences.js';
import { documentOf, PLACE, type Kit } from '../hosts/host-page.js';
import { pages } from '../hosts/pages/index.js';
import { Picture } from '../hosts/pictures.js';
import { scoreOf, tableOf } from '../hosts/table.js';

const kit: Kit = {
  place: `<div id="${PLACE}"><harreman-contact-form></harreman-contact-form></div>`,
  widget: '<harreman-contact-form></harreman-contact-form>',
  tag: 'harreman-contact-form',
  script: '<script src="http://cdn/harreman.js" data-endpoint="http://in"></script>',
  src: 'http://cdn/harreman.js',
  completeSrc: 'http://cdn/harreman.all.js',
  endpoint: 'http://in',
  cdn: 'http://cdn',
  endpointOrigin: 'http://in',
  head: '<link rel="stylesheet" href="/place.css">',
};

/** All that a page consists of, as text. */
const sourceOf = (page: (typeof pages)[number]): string => {
  if (page.publication) return kit.head + page.publication.html(kit);
  const files = Object.values(page.files?.(kit) ?? {}).map((file) =>
    typeof file === 'string' ? file : String(file.body),
  );
  return [documentOf(page, kit), ...files].map((part) => String(part).replaceAll('\0', '')).join('\n');
};

test('there are at least sixty pages, each of a name of its own', () => {
  assert.ok(pages.length >= 60);
  assert.equal(new Set(pages.map(({ name }) => name)).size, pages.length);
});

test('each of the fifteen demands on a widget has pages that ask for it, one of the core among them; the core is twenty', () => {
  const names = new Set(pages.map(({ name }) => name));
  assert.equal(demands.length, 15);
  for (const { demand, core, others } of demands) {
    assert.ok(core.length >= 1 && others.length >= 1, `nothing asks for: ${demand}`);
    const unknown = [...core, ...others].filter((name) => !names.has(name));
    assert.deepEqual(unknown, [], `no such pages, for: ${demand}`);
  }
  assert.equal(core.size, 20);
});

test('the core needs nothing that only some machines have', () => {
  const special = pages.filter(
    ({ name, fromDebian, publication }) => core.has(name) && (fromDebian ?? publication),
  );
  assert.deepEqual(special, []);
});

test('each page has the place of the widget, its style sheet and the kit, and each file that it names is there', () => {
  const missing = pages.flatMap((page) => {
    const source = sourceOf(page);
    const assets = [...source.matchAll(/\/npm\/([^"'\s)]+\.(?:css|js))/g)].map(([, path]) => path!);
    return [
      ...(source.includes(PLACE) && source.includes('place.css') ? [] : ['the place']),
      ...(source.includes('cdn/harreman.') ? [] : ['the kit']),
      ...assets.filter((path) => !readAsset(path)),
    ].map((what) => `${page.name}: ${what}`);
  });
  assert.deepEqual(missing, []);
});

test('each package that is installed for the corpus is used by it', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const code = ['css-frameworks', 'frameworks', 'libraries', 'in-the-wild', 'templates', 'hostile-styles']
    .map((name) => readFileSync(`test/hosts/pages/${name}.ts`, 'utf8'))
    .join('\n');
  const unused = Object.keys(devDependencies)
    .filter((name) => name.startsWith('@hosts/'))
    .filter((name) => !code.includes(`'${name.slice('@hosts/'.length)}/`) && !code.includes(`'${name}'`));
  assert.deepEqual(unused, []);
});

test('pictures that differ by a pixel are told apart, but for what is left out', () => {
  const picture = (red: number): Picture => {
    const png = new PNG({ width: 4, height: 4 });
    png.data.fill(255);
    png.data[4 * (4 * 2 + 1)] = red;
    return new Picture(png);
  };
  assert.equal(picture(255).difference(picture(252)), undefined);
  assert.deepEqual(picture(255).difference(picture(200)), { pixels: 1, at: '1,2' });
  assert.equal(picture(255).difference(picture(200), [{ x: 1, y: 2, width: 1, height: 1 }]), undefined);
  assert.equal(picture(255).crop({ x: 2, y: 0, width: 2, height: 4 }).png.width, 2);
});

test('a new global, a changed prototype, a lost element, a key in the storage: each is told; our global is not', () => {
  const before = { globals: ['a'], prototypes: ['Array: at: true'], nodes: ['BODY>P', 'BODY>P'], stored: [] };
  const after = {
    globals: ['a', 'b', 'harreman'],
    prototypes: ['Array: at: false'],
    nodes: ['BODY>P'],
    stored: ['x'],
  };
  assert.deepEqual(differences(before, after), [
    'globals: +b',
    'prototypes: +Array: at: false -Array: at: true',
    'nodes: -BODY>P',
    'stored: +x',
  ]);
});

test('the table says the first property that does not hold, and the score counts what holds whole', () => {
  const results = [
    { page: 'A', widget: 'chat', failures: [] },
    {
      page: 'B',
      widget: 'chat',
      failures: [
        { property: 'shift', detail: '' },
        { property: 'looks', detail: '' },
      ],
    },
  ] as const;
  const table = tableOf(results, [{ name: 'A' }, { name: 'B' }], [{ name: 'chat' }]);
  assert.equal(table.split('\n')[2], '| A    | ok    |');
  assert.equal(table.split('\n')[3], '| B    | looks |');
  assert.match(scoreOf(results).text, /^Score: 1 of 2 \(50 %\)/);
});
