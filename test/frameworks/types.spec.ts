/** The compilers of Vue, Svelte, Angular and React accept the examples, and refuse what a tag does not have. */
import { test, expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { folder } from './build.js';

/** By framework: its compiler, the file of the example, and what it must say of each mistake. */
const compilers = {
  react: {
    command: ['tsc', '-p', '.'],
    file: 'src/ContactPage.tsx',
    // (Of an attribute with a hyphen, `tsc` names the tag's line.)
    mistakes: { 'reply-by="either"': 'replyBy="pigeon"', 'entries={entries}': 'entries={[1]}' },
  },
  vue: {
    command: ['vue-tsc', '-p', '.'],
    file: 'src/ContactPage.vue',
    mistakes: { 'reply-by="either"': ':reply-by="5"', ':entries="entries"': ':entries="[1]"' },
  },
  svelte: {
    command: ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human'],
    file: 'src/ContactPage.svelte',
    mistakes: { 'reply-by="either"': 'reply-by="pigeon"', '{entries}': 'entries={[1]}' },
  },
  angular: {
    command: ['ngc', '-p', '.', '--noEmit'],
    file: 'src/contact-page.ts',
    mistakes: {
      'reply-by="either"': 'reply-by="pigeon"',
      '[entries]="entries()"': '[entries]="[1]"',
      '[messages]="messages"': '[mesages]="messages"',
      'onSent($event)': 'reference.set($event.detail.refrence)',
    },
  },
} as const;

for (const [name, { command, file, mistakes }] of Object.entries(compilers)) {
  test(`${name}: the example compiles, and each mistake in a copy of it is found`, () => {
    test.setTimeout(300_000);
    const root = resolve(folder, 'types', name);
    cpSync(`demo/frameworks/${name}`, root, { recursive: true });
    let wrong = readFileSync(`${root}/${file}`, 'utf8');
    for (const [right, mistake] of Object.entries(mistakes)) {
      expect(wrong).toContain(right);
      wrong = wrong.replace(right, () => mistake);
    }
    const copy = file.replace(/(?=\.\w+$)/, '-wrong');
    writeFileSync(`${root}/${copy}`, wrong);

    const [program, ...args] = command;
    const run = spawnSync(resolve('node_modules/.bin', program), args, { cwd: root, encoding: 'utf8' });
    const said = stripVTControlCharacters(run.stdout + run.stderr);
    const place = /(src\/[\w./-]+)[:(](\d+)[:,]\d+/g;
    const places = new Set([...said.matchAll(place)].map(([, path, line]) => `${path}:${line}`));
    const lineOf = (text: string): number => wrong.slice(0, wrong.indexOf(text)).split('\n').length;
    const wanted = new Set(Object.values(mistakes).map((mistake) => `${copy}:${lineOf(mistake)}`));
    expect([...places].sort(), said).toEqual([...wanted].sort());
  });
}
