import fc from 'fast-check';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseFragment } from 'parse5';
import { needsALook, problemsOf, tidied } from '../../demo/receiver/faq/content.js';
import { toMarkdown } from '../../demo/receiver/faq/html-to-markdown.js';
import { mergeOf } from '../../demo/receiver/faq/merge.js';
import { readSource, SourceError } from '../../demo/receiver/faq/read-source.js';
import type { FaqEntry } from '../../demo/receiver/store/faq.js';
import { parseMarkdown } from '../../src/elements/faq-chat/answer/markdown.js';
import type { AnswerNode } from '../../src/elements/faq-chat/answer/node.js';

const BASE = 'https://shop.example/faq';
const markdown = (html: string) => toMarkdown(parseFragment(html).childNodes);

/** What the chat makes of Markdown, written as HTML, to be read in a test. */
const shown = (source: string): string => {
  const write = (node: AnswerNode): string =>
    typeof node === 'string'
      ? node
      : `<${node.tag}${node.attributes.href ? ` ${node.attributes.href}` : ''}>${node.children.map(write).join('')}</${node.tag}>`;
  return parseMarkdown(source, BASE).map(write).join('');
};

it('reads an FAQ as it stands in a page: questions, wordings, categories, those to start with', () => {
  const entries = readSource(`<!doctype html><title>Shop</title><main>
    <details id="first" data-suggested><summary>Do you <b>deliver</b>?</summary>Yes.</details>
    <section><h2>Orders</h2>
      <div><details data-ask="how much
      delivery costs

      price"><summary>What does it cost?</summary><p>5 €</p></details></div></section>
    <details><summary>No category</summary>A</details>
    <h3>Shop</h3><details><summary>When?<details><summary>inner</summary></details></summary><details><summary>in it</summary>x</details>9</details>
    <details><summary> </summary>nothing</details>
    <form slot="handover"><details><summary>not this</summary>x</details></form></main>`);
  assert.deepEqual(
    entries.map(({ id, question, alternatives, category, suggested }) => [id, question, alternatives, category, suggested]),
    [
      ['first', 'Do you deliver?', [], '', true],
      [undefined, 'What does it cost?', ['how much', 'delivery costs', 'price'], 'Orders', false],
      [undefined, 'No category', [], '', false],
      [undefined, 'When?inner', [], 'Shop', false],
    ],
  );
}); // prettier-ignore

it('reads structured data, and the JSON that the chat reads', () => {
  const faqPage = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    'mainEntity': [{ '@type': 'Question', 'name': 'Noiz?', 'acceptedAnswer': { text: '<p>Bai, <b>9</b>etan<script>x()</script></p>' } }],
  };
  const linked = [{ question: 'Noiz?', alternatives: [], category: '', suggested: false, answer: 'Bai, **9**etan' }];
  assert.deepEqual(readSource(JSON.stringify(faqPage)), linked);
  assert.deepEqual(readSource(`<p>A page<script type="application/ld+json">${JSON.stringify(faqPage).replaceAll('</', '<\\/')}</script><script type="application/ld+json">{</script>`), linked);
  const own = [{ id: 'a', question: 'Noiz?', answer: '*9*', alternatives: ['b'], category: 'c', suggested: true }];
  assert.deepEqual(readSource(`\uFEFF ${JSON.stringify({ entries: own })}`), own);
}); // prettier-ignore

it('says what is wrong with what is no FAQ', () => {
  for (const [source, message] of [
    ['', /^empty$/],
    ['<p>Just a page</p>', /^empty$/],
    ['{"entries": [', /^noJson: ./],
    ['{"entries": [{"answer": "A"}]}', /^noFaq: entries\[0\]\.question is missing$/],
    ['[1]', /^noFaq: entries\[0\] is no object$/],
    [`<details><summary>a</summary>${'<div>'.repeat(100_000)}`, /^tooDeep$/],
  ] as const)
    assert.throws(() => readSource(source), (error) => error instanceof SourceError && message.test(error.message), source.slice(0, 30));
}); // prettier-ignore

it('answers keep their paragraphs, lists, links and emphasis, and lose what runs', () => {
  for (const [html, expected] of [
    ['<p>a\n b</p>c<br>d', '<p>a b</p><p>c<br></br>d</p>'],
    ['<h3>T</h3><ul><li>a<ul><li>b</ul><li><p>c</p></ul>', '<h3>T</h3><ul><li>a</li><li>b</li><li>c</li></ul>'],
    ['<ol><li>a<li>b</ol>', '<ol><li>a</li><li>b</li></ol>'],
    ['<strong> a </strong>b <em>c</em> <code>d*e</code>', '<p><strong>a</strong> b <em>c</em> <code>d*e</code></p>'],
    ['<a href="/x (1)"><b>[l]</b></a>', '<p><a https://shop.example/x%20%281%29><strong>l</strong></a></p>'],
    ['<a href="tel:+34 1">t</a> <a href="JaVa\tscript:x()">j</a><a href="//evil">e</a>', '<p><a tel:+34%201>t</a> je</p>'],
    ['<script>x()</script><img src=x onerror=y() alt="A *shop*"><svg onload=z()>s</svg><p hidden>h', '<p>A *shop*</p>'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '<blockquote>a</blockquote><blockquote>b</blockquote>'],
    ['<table><tr><th>a<th>b<tr><td>1<td>2</table>', '<p>a – b</p><p>1 – 2</p>'],
    ['&lt;b&gt; **a** _b_ # c', '<p><b> **a** _b_ # c</p>'],
    ['<p># a</p><p>- b</p><p>1. c</p><p>&gt; d</p>', '<p># a</p><p>- b</p><p>1. c</p><p>> d</p>'],
  ] as const)
    assert.equal(shown(markdown(html)), expected, html);
}); // prettier-ignore

it('text stays the same text, whatever it looks like', () => {
  const words = fc.constantFrom(
    'a',
    '*',
    '**',
    '_',
    '`',
    '#',
    '>',
    '-',
    '1.',
    '\\',
    '[x](y)',
    '<b>',
    '&amp;',
    'კ',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (some) => {
      const text = some.join(' ');
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      assert.equal(shown(markdown(`<p>${html}</p>`)), `<p>${text}</p>`);
    }),
  );
});

const entry = (over: Partial<FaqEntry>): FaqEntry => ({
  ...{ key: 'k', lang: 'eu', id: 'k', question: 'Noiz?', alternatives: [], answer: 'A', category: '' },
  ...{ suggested: false, version: 3, updatedAt: '' },
  ...over,
});
const read = (question: string, over: object = {}) => ({
  ...{ question, alternatives: [], answer: 'A', category: '', suggested: false },
  ...over,
});

it('an import adds what is new, changes only what differs, and keeps what was learned', () => {
  const present = [entry({ alternatives: ['learned'] }), entry({ key: 'l', id: 'where', question: 'Non?' })];
  const { add, update, same, refused } = mergeOf(
    [
      read('NOIZ', { answer: 'B', alternatives: ['new'] }),
      read('Non zaudete?', { id: 'where' }),
      read('Non?', { id: 'elsewhere' }),
      read('Zenbat?', { id: 'price' }),
      read('zenbat', { answer: 'twice' }),
      read('Empty', { answer: ' ' }),
    ],
    'eu',
    present,
  );
  assert.deepEqual(
    update.map(({ key, version, content }) => [
      key,
      version,
      content.question,
      content.alternatives,
      content.answer,
    ]),
    [
      ['k', 3, 'NOIZ', ['learned', 'new'], 'B'],
      ['l', 3, 'Non zaudete?', [], 'A'],
    ],
  );
  assert.equal(same, 1);
  assert.deepEqual(
    add.map(({ id, lang, content }) => [id, lang, content.question, content.answer]),
    [['price', 'eu', 'Zenbat?', 'A']],
  );
  assert.deepEqual(
    refused.map(({ question, problems }) => [question, problems.map(({ field }) => field)]),
    [['Empty', ['answer']]],
  );
});

it('tidies what an owner writes, and says what is missing or too long', () => {
  const content = tidied({
    question: ' a\n b ',
    alternatives: ['', 'c', ' c ', 'a b', 'd'],
    answer: '\n x\r\ny \u001b[31m',
    category: ' z ',
    suggested: true,
  });
  assert.deepEqual(content, { question: 'a b', alternatives: ['c', 'd'], answer: 'x\ny [31m', category: 'z', suggested: true });
  assert.deepEqual(problemsOf(content), []);
  const fields = (over: object) => problemsOf({ ...content, ...over }).map(({ field }) => field);
  assert.deepEqual(fields({ question: '', answer: '' }), ['question', 'answer']);
  assert.deepEqual(fields({ question: 'x'.repeat(501), alternatives: ['y'.repeat(501)], category: 'z'.repeat(101) }), ['question', 'alternatives', 'category']);
  assert.deepEqual(fields({ alternatives: Array.from({ length: 100 }, (_, n) => `${n}`) }), ['alternatives']);
}); // prettier-ignore

it('wants a look at a visitor’s words that tell who they are', () => {
  for (const text of ['I am ane@example.com', 'call me on 943 12 34 56', '+34 600-000-000', 'order 20261126', 'x'.repeat(501)])
    assert.equal(needsALook(text), true, text);
  for (const text of ['open at 9 or 10:30?', '14 days', 'in 2026', 'iPhone 15 Pro 256'])
    assert.equal(needsALook(text), false, text);
}); // prettier-ignore
