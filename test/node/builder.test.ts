/** The snippet builder's words and snippets. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { languages } from '../../demo/builder/page.js';
import { htmlSnippet, reactSnippet } from '../../demo/site/builder/snippets.js';

const { en, ...others } = languages;

const pairsOf = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value]] : pairsOf(value as object),
  );

const english = new Map(pairsOf(en));

for (const [language, words] of Object.entries(others))
  test(`the builder's words in ${language} are translated, with nothing left out of them`, () => {
    for (const [key, text] of pairsOf(words)) {
      const original = english.get(key)!;
      assert.notEqual(text, original, key);
      assert.equal(text, text.trim(), key);
      // What is no word of a language stays: names, options, examples.
      for (const name of original.match(/submission_id|dist\/cdn|Mo-Fr \S+; Sa \S+|\b[A-Z]{3,}\d?\b|[0-9]+/g) ?? [])
        if (!['TEST', 'FAQ'].includes(name)) assert.ok(text.includes(name), `${key}: ${name}`);
      if (language === 'ka') assert.match(text, /[\u10D0-\u10FF]/, key);
      // A line with both parts for each question.
      if (key === 'questionsSample') assert.equal(text.split('\n').every((line) => line.includes(' | ')), true);
    }
  }); // prettier-ignore

test('the script asks for no word that there is not, and for all that there are', () => {
  const source = ['builder', 'check-endpoint'].map((name) => readFileSync(`demo/site/builder/${name}.js`, 'utf8'));
  const mistakes = readFileSync('demo/site/builder/mistakes.js', 'utf8');
  const asked = new Set([
    ...[...source.join('\n').matchAll(/\bwords\.(?!js\b)(\w+)/g)].map(([, key]) => key),
    ...[...mistakes.matchAll(/(?:what: |, )'(\w+)'(?: \}|, shown|\))/g)].map(([, key]) => key),
  ]);
  assert.deepEqual([...asked].sort(), Object.keys(en.script).sort());
}); // prettier-ignore

const choices = {
  ...{
    files: '/harreman/',
    endpoint: '/',
    profile: 'netlify',
    key: '',
    locale: '',
    theme: '',
    brand: '',
    accent: '',
  },
  ...{ privacy: '', phone: '', email: '', replyWithin: '', hours: '', timezone: '', ask: 'csat' },
  ...{ attachments: false, floating: false, faq: [] as [string, string][] },
};

test('the form for Netlify names every field that the chosen widgets send, or Netlify would drop it', () => {
  const schemas: Readonly<Record<string, string>> = {
    'contact-form': 'contact',
    'appointment-request': 'appointment',
    'faq-chat': 'question',
    'satisfaction-survey': 'survey',
    'callback-button': 'callback',
  };
  for (const [widget, name] of Object.entries(schemas)) {
    const schema = readFileSync(`dist/schemas/${name}.schema.json`, 'utf8');
    const { properties } = JSON.parse(schema) as { properties: Record<string, unknown> };
    // In React there is no page that was uploaded but index.html: the form is told.
    for (const snippet of [htmlSnippet, reactSnippet]) {
      const text: string = snippet({ ...choices, widgets: [widget] });
      const missing = Object.keys(properties).filter((field) => !text.includes(`<input name="${field}">`));
      assert.deepEqual(missing, [], widget);
    }
  }
});

test('opening hours are never without their time zone, where one is known', () => {
  const widgets = ['appointment-request', 'faq-chat', 'callback-button'];
  const text: string = htmlSnippet({
    ...choices,
    widgets,
    hours: 'Mo-Fr 09:00-18:00',
    timezone: 'Asia/Tbilisi',
  });
  assert.equal(text.split('hours="Mo-Fr 09:00-18:00" timezone="Asia/Tbilisi"').length, 4);
});
