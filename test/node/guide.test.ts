/** What is written for people: links lead somewhere, commands exist, and no attribute, slot, part, event or field is left out. */
import GithubSlugger from 'github-slugger';
import { Marked, type Token, type Tokens } from 'marked';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { inUse as eu } from '../../src/localization/locales/eu/in-use.js';
import { inUse as ka } from '../../src/localization/locales/ka/in-use.js';
import { inUse as lv } from '../../src/localization/locales/lv/in-use.js';

const files = [
  ...readdirSync('.'),
  ...readdirSync('demo', { recursive: true }).map((name) => `demo/${String(name)}`),
].filter((name) => name.endsWith('.md') && !name.includes('node_modules'));

const read = (file: string): string => readFileSync(file, 'utf8');

const tokensOf = (file: string): Token[] => {
  const found: Token[] = [];
  const marked = new Marked();
  void marked.walkTokens(marked.lexer(read(file)), (token) => void found.push(token));
  return found;
};

const anchorsOf = (file: string): string[] => {
  const slugs = new GithubSlugger();
  return tokensOf(file)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map(({ text }) => slugs.slug(text));
};

test('each link in a Markdown file leads to a file that is there, and to a heading in it', () => {
  assert.ok(files.includes('README.md') && files.includes('demo/guide/README.md'));
  const lost = files.flatMap((file) =>
    tokensOf(file)
      .filter((token): token is Tokens.Link | Tokens.Image => token.type === 'link' || token.type === 'image')
      .filter(({ href }) => !/^(?:https?:|mailto:|tel:)/.test(href))
      .filter(({ href }) => {
        const [path = '', anchor] = href.split('#');
        const target = path ? join(dirname(file), path) : file;
        return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
      })
      .map(({ href }) => `${file}: ${href}`),
  );
  assert.deepEqual(lost, []);
});

test('each npm script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const unknown = files.flatMap((file) =>
    [...read(file).matchAll(/\bnpm (?:run ([\w:-]+)|(?:start|test)\b)/g)]
      .map(([command, name = command.slice(4)]) => name)
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(unknown, []);
});

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
  slots?: { name: string }[];
  events?: { name: string }[];
  cssParts?: { name: string }[];
  cssStates?: { name: string }[];
  cssProperties?: { name: string }[];
}

const { modules } = JSON.parse(read('dist/custom-elements.json')) as {
  modules: { declarations: Declaration[] }[];
};
const widgets = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** The names in the first column of the tables under a heading: `a`, `b` and `c` in one cell are three. */
const namesUnder = (file: string, heading: string): Set<string> => {
  const { 1: section = '' } =
    new RegExp(`^## ${heading}\n(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(read(file)) ?? [];
  const cells = [...section.matchAll(/^\| ([^|]+)\|/gm)].map(([, cell = '']) => cell);
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)));
};

for (const { tagName = '', ...declared } of widgets) {
  const page = `demo/guide/${tagName.replace('harreman-', '')}.md`;
  const parts: [string, string, { name: string }[] | undefined][] = [
    ['Attributes', page, declared.attributes],
    ['Slots', page, declared.slots?.filter(({ name }) => name !== '')],
    ['Events', page, declared.events],
    ['Looks', page, [...(declared.cssParts ?? []), ...(declared.cssStates ?? [])]],
    ['Your own colours and sizes', 'demo/guide/looks.md', declared.cssProperties],
  ];
  for (const [heading, file, list = []] of parts)
    test(`the page of ${tagName} explains all that it has: ${heading}`, () => {
      const explained = namesUnder(file, heading);
      assert.ok(list.length > 0 && explained.size > 0);
      assert.deepEqual(list.map(({ name }) => name).filter((name) => !explained.has(name)), []);
      // And nothing that it has not.
      if (file !== page) return;
      const names = new Set(list.map(({ name }) => name).concat(heading === 'Attributes' ? 'prefill-…' : []));
      assert.deepEqual([...explained].filter((name) => !names.has(name)), []);
    }); // prettier-ignore
}

const examplesOf = (file: string): string[] =>
  tokensOf(file)
    .filter((token): token is Tokens.Code => token.type === 'code' && token.lang === 'html')
    .map(({ text }) => text);

const elementsOf = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));

/** What any element may have, and what stands in a slot. */
const isOfHtml = (name: string): boolean =>
  /^(?:class|data-title|dir|hidden|id|lang|slot|style|title)$/.test(name);

test('no example has a tag or an attribute that the kit has not', () => {
  const attributes = new Map(
    widgets.map(({ tagName = '', attributes = [] }) => [
      tagName,
      new Set(attributes.map(({ name }) => name)),
    ]),
  );
  const examples = files.flatMap((file) => examplesOf(file).map((example) => ({ file, example })));
  assert.ok(examples.length > 50);
  const unknown = examples.flatMap(({ file, example }) =>
    elementsOf(parseFragment(example))
      .filter(({ tagName }) => tagName.startsWith('harreman-'))
      .flatMap(({ tagName, attrs }) => {
        const known = attributes.get(tagName);
        if (!known) return [`${file}: ${tagName}`];
        return attrs
          .filter(({ name }) => !known.has(name) && !name.startsWith('prefill-') && !isOfHtml(name))
          .map(({ name }) => `${file}: ${tagName} ${name}`);
      }),
  );
  assert.deepEqual(unknown, []);
});

const firstSteps = { eu, ka, lv };

for (const [language, words] of Object.entries(firstSteps))
  test(`the first steps in ${language} quote what visitors read, word for word`, () => {
    const quoted = [...read(`demo/guide/${language}.md`).matchAll(/_([^_`\n]+)_/g)].map(([, text = '']) => text);
    assert.equal(quoted.length, 5);
    const said = new Set(Object.values(words));
    assert.deepEqual(quoted.filter((text) => !said.has(text)), []);
  }); // prettier-ignore

test('the first steps say the same in each language', () => {
  const outline = (language: string) =>
    tokensOf(`demo/guide/${language}.md`)
      // Words and the company's own particulars are what differs.
      .flatMap((token) => {
        if (token.type === 'heading') return [`heading ${(token as Tokens.Heading).depth}`];
        if (token.type === 'table') return [`table of ${(token as Tokens.Table).rows.length}`];
        if (token.type === 'link') return [`link ${(token as Tokens.Link).href}`];
        if (token.type === 'code')
          return elementsOf(parseFragment((token as Tokens.Code).text)).map(
            ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`,
          );
        return [];
      })
      .join('\n');
  assert.match(outline('eu'), /harreman-callback-button floating country hours timezone/);
  assert.equal(outline('ka'), outline('eu'));
  assert.equal(outline('lv'), outline('eu'));
});

test('each field that can arrive is explained: with its widget, or with what every message carries', () => {
  const everywhere = namesUnder('demo/guide/README.md', 'What every message carries');
  const pages: Readonly<Record<string, string>> = {
    contact: 'contact-form',
    appointment: 'appointment-request',
    question: 'faq-chat',
    survey: 'satisfaction-survey',
    callback: 'callback-button',
  };
  assert.equal(readdirSync('dist/schemas').length, Object.keys(pages).length + 1);
  for (const [widget, page] of Object.entries(pages)) {
    const schema = read(`dist/schemas/${widget}.schema.json`);
    const { properties } = JSON.parse(schema) as { properties: Record<string, unknown> };
    const text = read(`demo/guide/${page}.md`).split('## What arrives')[1] ?? '';
    // Who somebody is can be asked for by a control of the owner's anywhere; where the kit asks, the page says so.
    const missing = Object.keys(properties).filter((name) => !everywhere.has(name) && !text.includes(`\`${name}\``));
    assert.deepEqual(missing.filter((name) => !/^(?:name|email|phone)$/.test(name)), [], widget);
  } // prettier-ignore
});

test('the endpoint in the README keeps a message once, and refuses what it says that it refuses', async () => {
  const { 1: program = '' } = /```js\n(\/\/ endpoint\.mjs.*?)```/s.exec(read('README.md')) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'harreman-endpoint-'));
  const file = join(folder, 'endpoint.mjs');
  // Any free port, which is told.
  const told = `.listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  assert.ok(program.includes('.listen(8080);'));
  writeFileSync(file, program.replace('.listen(8080);', told));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let said = '';
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /^(\d+)\n/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.on('exit', () => reject(new Error('it ended')));
    });
    const ask = async (body: unknown) => {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return [response.status, await response.json()] as const;
    };
    const message = { submission_id: 'a', message: 'Kaixo!' };
    assert.deepEqual(await ask(message), [200, { ok: true }]);
    assert.deepEqual(await ask(message), [200, { ok: true }]);
    const [status, answer] = await ask({ submission_id: 'b', surface: '600' });
    assert.equal(status, 422);
    assert.deepEqual(answer, { errors: [{ field: 'surface', message: 'At most 500 m².' }] });
    assert.equal((await ask(null))[0], 400);
    const question = await fetch(`http://127.0.0.1:${port}/`, { method: 'OPTIONS' });
    assert.match(question.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
    assert.equal(said.split('Kaixo!').length - 1, 1);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
  }
});

test('the script for a Google sheet keeps what is written as text, and says yes', () => {
  const { 1: program = '' } = /```js\n(function doPost.*?)```/s.exec(read('demo/guide/endpoints.md')) ?? [];
  const rows: string[][] = [];
  const said = runInNewContext(`${program}; doPost(event)`, {
    event: {
      parameter: { name: '=HYPERLINK("https://evil.example")', phone: '+34943000000', message: 'Kaixo!' },
    },
    SpreadsheetApp: { getActiveSheet: () => ({ appendRow: (row: string[]) => rows.push([...row]) }) },
    ContentService: { createTextOutput: (text: string) => ({ setMimeType: () => text }), MimeType: {} },
  }) as string;
  assert.deepEqual(JSON.parse(said), { ok: true });
  assert.deepEqual(rows, [
    ['', '', '', `'=HYPERLINK("https://evil.example")`, '', "'+34943000000", '', "'Kaixo!"],
  ]);
});
