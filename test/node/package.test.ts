/** The package as npm would publish it, from what `npm run build` made. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, it } from 'node:test';
import { rolldown } from 'rolldown';
import { cssProblems } from '../../.build/css-rules.mjs';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const read = (path: string) => readFileSync(path, 'utf8');

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);

const packed = (
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  ) as [{ files: { path: string }[] }]
)[0].files.map(({ path }) => path);

/** Every file that an export names, also through each match of a `*`. */
const targets = (target: string | Record<string, string>): string[] => {
  if (typeof target !== 'string') return Object.values(target).flatMap(targets);
  if (!target.includes('*')) return [target.slice(2)];
  const [before, after] = target.slice(2).split('*') as [string, string];
  return packed.filter((path) => path.startsWith(before) && path.endsWith(after));
};

describe('the published package', () => {
  it('has every file that its exports name', () => {
    for (const [subpath, target] of Object.entries<string | Record<string, string>>(packageJson.exports)) {
      const files = targets(target);
      assert.ok(files.length > 0, `${subpath} matches no file`);
      for (const file of files)
        assert.ok(packed.includes(file), `${subpath} names ${file}, which is not packed`);
    }
  });

  it('resolves for Node and bundlers by the names of the documentation', () => {
    const names = [
      'harreman',
      'harreman/configure',
      'harreman/contact-form',
      'harreman/locales/eu',
      'harreman/schemas/contact.schema.json',
      'harreman/angular',
      'harreman/hydrate',
      'harreman/server',
    ];
    for (const name of [...names, 'harreman/custom-elements.json', 'harreman/package.json']) {
      assert.ok(existsSync(new URL(import.meta.resolve(name))), name);
    }
    assert.throws(() => import.meta.resolve('harreman/dist/index.js'), {
      code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
    });
  });

  it('can be imported on a server, all of it, and leaves no global behind but what Lit does', () => {
    const names = Object.entries<{ default?: string }>(packageJson.exports).flatMap(
      ([subpath, { default: file = '' }]) => {
        const name = subpath.replace('.', 'harreman');
        return !file.endsWith('.js') ? [] : name.includes('*') ? [name.replace('*', 'eu')] : [name];
      },
    );
    assert.ok(names.length > 9);
    const program = `
      // What stands for an element's class in Node, and Angular's compiler, which its own build runs before.
      for (const name of ['lit', '@angular/compiler', '@angular/core']) await import(name);
      const before = Object.getOwnPropertyNames(globalThis).length;
      for (const name of ${JSON.stringify(names)}) await import(name);
      const after = Object.getOwnPropertyNames(globalThis).slice(before);
      console.log(JSON.stringify({ after, defined: customElements.get('harreman-contact-form')?.name }));`;
    const said = execFileSync('node', ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(said), { after: [], defined: 'HarremanContactForm' });
  });

  it('gives editors the words of an attribute as its values, not the name of a type', () => {
    const { tags } = JSON.parse(read('dist/vscode.html-custom-data.json')) as {
      tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[];
    };
    const offered = tags.flatMap(({ name: tag, attributes }) =>
      attributes.flatMap(({ name, values }) => values.map(({ name: value }) => `${tag} ${name}=${value}`)),
    );
    for (const one of [
      'harreman-contact-form reply-by=either',
      'harreman-contact-form profile=apps-script',
      'harreman-satisfaction-survey ask=nps',
      'harreman-satisfaction-survey look=stars',
    ])
      assert.ok(offered.includes(one), one);
    assert.deepEqual(
      offered.filter((one) => /=.*[A-Z]/.test(one)),
      [],
    );
    assert.match(read('dist/web-types.json'), /'expectation' \| 'recommend' \| 'none'/);
  });

  it('holds what was built, the licence and the documents, and nothing else', () => {
    const kinds: Readonly<Record<string, RegExp>> = {
      'documents': /^(LICENSE|README\.md|package\.json)$/,
      'modules with their types and source maps':
        /^dist\/(cli|controllers|define|delivery|elements|knowledge|localization|schedule|ssr|submission|ui|validation)\/.+\.(js|js\.map|d\.ts)$/,
      'the entries': /^dist\/(index|configure)\.(js|js\.map|d\.ts)$/,
      'the tags for Angular': /^dist\/angular\/index\.(js|js\.map|d\.ts)$/,
      'types for templates': /^dist\/types\/(react|vue|svelte)\.d\.ts$/,
      'files to paste': /^dist\/cdn\/(harreman(\.all)?|chunks\/[\da-z]{8}\/[\w.-]+)\.js(\.map)?$/,
      'what is to be known of them': /^dist\/cdn\/(manifest\.json|LICENSES\.txt)$/,
      'data for editors': /^dist\/(custom-elements|vscode\.html-custom-data|web-types)\.json$/,
      'schemas': /^dist\/schemas\/[\w-]+\.schema\.json$/,
      'themes': /^dist\/themes\/[\w-]+\.css$/,
    };
    const patterns = Object.values(kinds);
    assert.deepEqual(
      packed.filter((path) => !patterns.some((pattern) => pattern.test(path))),
      [],
    );
    for (const [kind, pattern] of Object.entries(kinds))
      assert.ok(
        packed.some((path) => pattern.test(path)),
        `no ${kind}`,
      );
    // The chunks of one build, not of those before it.
    const folders = packed.flatMap((path) => /^dist\/cdn\/chunks\/(\w+)\//.exec(path)?.[1] ?? []);
    assert.equal(new Set(folders).size, 1);
  });

  it('has programs that say how they are used', () => {
    assert.deepEqual(Object.keys(packageJson.bin), ['harreman-integrity', 'harreman-survey-link']);
    for (const [name, file] of Object.entries<string>(packageJson.bin)) {
      assert.match(read(file), /^#!\/usr\/bin\/env node\n/);
      assert.match(execFileSync('node', [file, '--help'], { encoding: 'utf8' }), new RegExp(` ${name} `));
    }
  });

  it('pins files beside the page by keys that an import map reads: it leaves "harreman/…" aside', () => {
    const keysOf = (base: string): string[] => {
      const lines = execFileSync('node', ['dist/cli/integrity.js', '--base', base], { encoding: 'utf8' });
      const map = JSON.parse(/\{[^]*\}/.exec(lines)![0]) as { integrity: Record<string, string> };
      return Object.keys(map.integrity);
    };
    for (const base of [
      'harreman',
      './harreman/',
      '../kit',
      '/kit/',
      'https://cdn.example/kit',
      '//cdn.example/',
    ])
      for (const key of keysOf(base)) assert.match(key, /^(?:\.{0,2}\/|https:\/\/)/, base);
    assert.ok(keysOf('harreman').includes('./harreman/harreman.all.js'));
  });

  it('depends on lit, and for codes of phone numbers on lean-qr', () => {
    assert.deepEqual(Object.keys(packageJson.dependencies), ['lean-qr', 'lit']);
    // Who uses them has them: they are not installed with the package.
    const peers = ['@angular/core', '@lit-labs/ssr', '@lit-labs/ssr-client'];
    assert.deepEqual(Object.keys(packageJson.peerDependencies), peers);
    for (const peer of peers) assert.ok(packageJson.peerDependenciesMeta[peer].optional);
    for (const file of packed.filter((path) => /^dist\/(?!cdn\/|ssr\/|angular\/).*\.js$/.test(path))) {
      for (const [, specifier] of read(file).matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        assert.match(specifier!, /^(\.{1,2}\/|lit$|lit\/|lean-qr\/nano$)/, `${file} imports ${specifier}`);
      }
    }
  });

  it('gives each module its types and a source map that holds the source', () => {
    for (const file of packed.filter((path) => /^dist\/(?!cdn\/).*\.js$/.test(path))) {
      assert.ok(packed.includes(file.replace(/\.js$/, '.d.ts')), `${file} has no types`);
      const map = JSON.parse(read(`${file}.map`)) as { sourcesContent?: string[] };
      assert.ok(map.sourcesContent?.[0], `${file}.map has no source`);
    }
  });
});

const widgets = readdirSync('src/elements').sort();

describe('a bundle made with the package', () => {
  const bundle = async (code: string) => {
    const build = await rolldown({
      input: 'virtual:page',
      external: /^lit($|\/)/,
      plugins: [
        {
          name: 'page',
          resolveId: (id) => (id === 'virtual:page' ? `${process.cwd()}/virtual-page.js` : null),
          load: (id) => (id.endsWith('virtual-page.js') ? code : null),
        },
      ],
    });
    const { output } = await build.generate({ format: 'es' });
    return { ...output[0], chunks: output.filter((file) => file.type === 'chunk') };
  };

  it('defines nothing when only classes and types are imported', async () => {
    const { code } = await bundle(
      "import { HarremanContactForm } from 'harreman'; console.log(HarremanContactForm);",
    );
    assert.match(code, /HarremanContactForm = class|class HarremanContactForm/);
    assert.doesNotMatch(code, /customElements\.define/);
  });

  it('has nothing of the kit when nothing is used', async () => {
    const { code } = await bundle("import 'harreman'; import 'harreman/locales/eu';");
    assert.doesNotMatch(code, /class |Harreman/);
  });

  for (const widget of widgets) {
    it(`has only the ${widget} when only that is imported, in what comes later too`, async () => {
      const { chunks, code } = await bundle(`import 'harreman/${widget}';`);
      const defined = [...code.matchAll(/customElements\.define\(["']harreman-([\w-]+)/g)].map(
        ([, tag]) => tag,
      );
      assert.deepEqual(defined, [widget]);
      const elements = chunks
        .flatMap(({ moduleIds }) => moduleIds)
        .flatMap((id) => /\/dist\/elements\/([\w-]+)\//.exec(id)?.[1] ?? []);
      assert.deepEqual([...new Set(elements)], [widget]);
      // And no words of another's.
      const words = chunks
        .flatMap(({ moduleIds }) => moduleIds)
        .flatMap((id) => /\/locales\/en\/([\w-]+)\.js$/.exec(id)?.[1] ?? [])
        .filter((name) => widgets.includes(name));
      assert.deepEqual(words, [widget]);
    });
  }

  // Some (esbuild, so Angular's) take what a barrel leads to for used, where something in it is only imported later.
  it('has a way to the settings that leads to no widget, for bundlers that follow every import', () => {
    const seen = new Set([packageJson.exports['./configure'].default.slice(2) as string]);
    for (const file of seen) {
      for (const [, path] of read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
        seen.add(new URL(path!, `file:///${file}`).pathname.slice(1));
    }
    assert.deepEqual([...seen], ['dist/configure.js', 'dist/controllers/settings.js']);
  });

  it('keeps the modules that act when they are imported, which are those that the package says', () => {
    const isListed = (path: string): boolean =>
      (packageJson.sideEffects as string[]).some((pattern) => matchesGlob(`./${path}`, pattern));
    const modules = packed.filter((path) => /^dist\/.*\.(js|css)$/.test(path));
    const acting = new Set(modules.filter(isListed).map((path) => path.split('/')[1]));
    assert.deepEqual([...acting].sort(), ['cdn', 'cli', 'define', 'ssr', 'themes']);
    // None of the others defines a tag, or changes what is not its own.
    for (const path of modules.filter((each) => each.endsWith('.js') && !isListed(each)))
      assert.doesNotMatch(read(path), /customElements\.define\(|^(window|globalThis)\.\w+ ?=[^=]/m, path);
  });
});

describe('the files to paste', () => {
  const scripts = filesIn('dist/cdn').filter((path) => path.endsWith('.js'));

  it('are ASCII, whatever encoding a page is in', () => {
    assert.ok(scripts.length > 15);
    for (const file of scripts) assert.ok(!/[^\p{ASCII}]/u.test(read(file)), file);
  });

  it('never go through the keys that a page may have added to a prototype', () => {
    for (const file of scripts)
      assert.doesNotMatch(read(file), /\bfor\s*\((?:var|let|const)\s+\w+\s+in\b/, file);
  });

  it('name their chunks and hashes truly in manifest.json', () => {
    const { widgets, integrity } = JSON.parse(read('dist/cdn/manifest.json'));
    const loader = read('dist/cdn/harreman.js');
    assert.deepEqual(Object.keys(integrity), scripts.map((path) => path.slice('dist/cdn/'.length)).sort());
    for (const { chunks, languages } of Object.values<{
      chunks: string[];
      languages: Record<string, string[]>;
    }>(widgets)) {
      assert.deepEqual(Object.keys(languages).sort(), ['de', 'en', 'es', 'eu', 'fr', 'ka', 'lv']);
      const named = [...chunks, ...Object.values(languages).flat()];
      for (const chunk of named) {
        assert.ok(existsSync(`dist/cdn/${chunk}`), chunk);
        const name = chunk.replace(/.*\//, '').replace(/^(?:de|en|es|eu|fr|ka|lv)-|\.js$/g, '');
        assert.ok(loader.includes(name), `the loader does not know ${chunk}`);
      }
    }
  });

  it('say what they contain of others, and under which licence', () => {
    for (const file of scripts) {
      if (read(file).includes('_$litType$')) assert.match(read(file), /^\/\*! .*Lit.*BSD-3-Clause/);
    }
    assert.match(read('dist/cdn/LICENSES.txt'), /Google LLC[\s\S]*Redistribution and use/);
  });

  it('parse no string as HTML or code but in the one place for templates', () => {
    for (const file of scripts) {
      const sinks = read(file).match(
        /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|eval|Function)\b(?=[=(])/g,
      );
      assert.ok(
        (sinks ?? []).length <= (read(file).includes('_$litType$') ? 1 : 0),
        `${file}: ${String(sinks)}`,
      );
    }
  });
});

describe('the themes', () => {
  it('load nothing, follow no root font size, and know no left and right', () => {
    const themes = filesIn('dist/themes');
    assert.ok(themes.length > 0);
    for (const file of themes) assert.deepEqual(cssProblems(read(file)), [], file);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(read('dist/custom-elements.json'));
  const element = manifest.modules
    .flatMap((module: { declarations: object[] }) => module.declarations)
    .find((declaration: { tagName?: string }) => declaration.tagName === 'harreman-contact-form');

  it('points to published files only', () => {
    const paths = [...JSON.stringify(manifest).matchAll(/"(?:path|module)":"([^"]+)"/g)].map(
      ([, path]) => path!,
    );
    assert.ok(paths.length > 2);
    for (const path of paths) assert.ok(packed.includes(path), path);
  });

  it('names what an element has in public, and nothing private', () => {
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    for (const name of ['prefill', 'submit', 'reset', 'focus', 'endpoint']) {
      assert.ok(names(element.members).includes(name), name);
    }
    assert.deepEqual(
      names(element.members).filter((name) => /^[#_]/.test(name)),
      [],
    );
    assert.deepEqual(
      element.members.filter((member: { privacy?: string }) => member.privacy && member.privacy !== 'public'),
      [],
    );
    for (const name of [
      'endpoint',
      'profile',
      'locale',
      'privacy-url',
      'persist',
      'heading',
      'heading-level',
    ]) {
      assert.ok(names(element.attributes).includes(name), name);
    }
    assert.ok(names(element.cssParts).includes('submit-button'));
    assert.ok(names(element.events).includes('harreman-sent'));
  });

  it('reaches VS Code and JetBrains', () => {
    interface Named {
      readonly name: string;
      readonly attributes: readonly { readonly name: string }[];
    }
    const named = (items: readonly Named[]) => items.find(({ name }) => name === 'harreman-contact-form');
    const tag = named(JSON.parse(read('dist/vscode.html-custom-data.json')).tags);
    assert.ok(tag?.attributes.some(({ name }) => name === 'reply-by'));
    const webTypes = JSON.parse(read('dist/web-types.json'));
    assert.equal(webTypes.version, packageJson.version);
    assert.ok(named(webTypes.contributions.html.elements));
  });
});

describe('types', () => {
  it('of the package, React, Vue and Svelte accept what is right and refuse what is wrong', () => {
    assert.doesNotThrow(() =>
      execFileSync('node_modules/.bin/tsc', ['-p', 'test/fixtures/types/tsconfig.json'], {
        stdio: 'inherit',
      }),
    );
  });
});
