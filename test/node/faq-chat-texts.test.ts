import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseMarkdown } from '../../src/elements/faq-chat/answer/markdown.js';
import { safeAddress, textOf } from '../../src/elements/faq-chat/answer/node.js';
import { wordsOfHtml } from '../../src/elements/faq-chat/answer/words-of-html.js';
import { courtesyOf } from '../../src/elements/faq-chat/courtesy.js';
import { readJsonLd } from '../../src/elements/faq-chat/entries/read-json-ld.js';
import { readJson } from '../../src/elements/faq-chat/entries/read-json.js';
import { readRemote, RemoteText } from '../../src/elements/faq-chat/remote-reply.js';
import { isWhatsApp, whatsAppLink } from '../../src/controllers/whatsapp.js';
import type { Messages } from '../../src/localization/catalogue.js';
import { locales } from '../../src/localization/locale.js';
import { Localization } from '../../src/localization/localization.js';
import { faqChatWords } from '../../src/localization/widgets/faq-chat.js';
import { firstPart, lastPart } from '../../src/submission/text-part.js';

const BASE = 'https://a.example/page';

describe('Markdown', () => {
  test('is read in linear time, however it is nested', () => {
    const bombs = ['*', '**', '_', '`', '[', '![', '](', '> ', '- ', '#', '<https://', '[a](', '\\'];
    for (const bomb of bombs) {
      const start = performance.now();
      parseMarkdown(bomb.repeat(20_000), BASE);
      assert.ok(performance.now() - start < 1500, bomb);
    }
  });

  test('keeps what is no Markdown as it is written', () => {
    for (const text of [
      '2 * 3 * 4',
      'snake_case_name',
      'a < b > c',
      '5 #1',
      '**',
      '[x](javascript:alert(1))',
    ])
      assert.equal(textOf(parseMarkdown(text, BASE)), text);
  });

  test('takes the characters that turn the direction of text', () => {
    assert.equal(textOf(parseMarkdown('a\u202Eexe.txt', BASE)), 'aexe.txt');
  });
});

test('addresses are safe, or none', () => {
  for (const address of ['/a', 'b?c', '#d', 'https://x.example/', 'mailto:a@b.example', 'tel:+34943000000'])
    assert.ok(safeAddress(address, BASE), address);
  for (const address of ['javascript:x', 'JaVa\tscript:x', ' javascript:x', 'data:text/html,x', 'vbscript:x', '//h', '/\\h', '\\\\h', '\t//h', '/\t/h', 'https://u:p@h/', 'blob:x', 'file:///etc/passwd'])
    assert.equal(safeAddress(address, BASE), undefined, address);
}); // prettier-ignore

test('of HTML where there is no sanitizer, the words are left', () => {
  const html =
    '<p>One &amp; <b>two</b></p><script>alert(1)</script><ul><li>a<li>b</ul>&lt;img src=x&gt;<style>x';
  assert.equal(textOf(parseMarkdown(wordsOfHtml(html), BASE)), 'One & two\n- a\n- b\n<img src=x>');
});

describe('an FAQ from outside', () => {
  test('is told what is wrong with it, and where', () => {
    for (const [data, wrong] of [
      [null, /"entries", a list/],
      [{ entries: {} }, /"entries", a list/],
      [[1], /entries\[0\] is no object/],
      [[{ question: ' ' }], /entries\[0\]\.question is missing/],
      [[{ question: 'a', alternatives: 'b' }], /entries\[0\]\.alternatives/],
      [[{ question: 'a', answer: 5 }], /entries\[0\]\.answer is no text/],
    ] as const)
      assert.throws(() => readJson(data, () => {}), wrong);
  });

  test('of several questions with the same words keeps them apart', () => {
    const entries = readJson(
      [
        { question: 'a', answer: '1' },
        { question: 'a', answer: '2' },
      ],
      () => {},
    );
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['a', 'a (2)'],
    );
  });

  test('is read in linear time, also where it has the same question thousands of times', () => {
    const { has } = Set.prototype;
    let lookups = 0;
    Set.prototype.has = function (this: Set<unknown>, value: unknown) {
      lookups++;
      return has.call(this, value);
    };
    try {
      readJson(Array.from({ length: 5000 }, () => ({ question: 'a', answer: 'b' })), () => {}); // prettier-ignore
    } finally {
      Set.prototype.has = has;
    }
    assert.ok(lookups < 50_000, `${lookups}`);
  });

  test('as structured data is found in a list, a graph, and as one thing', () => {
    const faq = { '@type': ['WebPage', 'FAQPage'], 'mainEntity': { '@type': 'Question', 'name': 'q', 'acceptedAnswer': [{ text: 'a' }] } };
    for (const data of [faq, [faq], { '@graph': [{}, faq] }])
      assert.equal(readJsonLd(JSON.stringify(data))[0]?.question, 'q');
    assert.deepEqual(readJsonLd('{"@type":"Product"}'), []);
  }); // prettier-ignore
});

describe('texts are cut by whole characters', () => {
  const family = '👨‍👩‍👧‍👦';
  test('at either end', () => {
    assert.equal(firstPart(`${family}${family}`, family.length + 1), `${family}…`);
    assert.equal(lastPart(`${family}${family}`, family.length + 3), `…${family}`);
    assert.equal(lastPart('short', 10), 'short');
  });

  test('for WhatsApp, so that the address stays within 2,000 characters', () => {
    for (const text of [
      'x'.repeat(5000),
      family.repeat(300),
      'გამარჯობა '.repeat(400),
      '\uD800'.repeat(3000),
    ]) {
      const link = whatsAppLink('https://wa.me/34600000000', text, text);
      assert.ok(link.length <= 2000 && link.length > 1500, `${link.length}`);
      assert.doesNotThrow(() => decodeURIComponent(link));
    }
    const link = whatsAppLink(
      'https://api.whatsapp.com/send?phone=34600&text=Hi',
      'open & when?',
      'Me: open',
    );
    assert.equal(new URL(link).searchParams.get('text'), 'Hi\n\nopen & when?\n\nMe: open');
    assert.equal(new URL(link).searchParams.get('phone'), '34600');
    assert.doesNotMatch(link, /\+/);
  });

  test('and only for WhatsApp', () => {
    assert.ok(isWhatsApp('https://wa.me/1') && isWhatsApp('https://api.whatsapp.com/send?phone=1'));
    assert.ok(!isWhatsApp('https://wa.me.evil.example/1') && !isWhatsApp('x'));
  });
});

describe('a server’s answer', () => {
  const stream = (...chunks: string[]): RemoteText => {
    const text = new RemoteText(true);
    for (const chunk of chunks) text.add(chunk);
    return text;
  };
  test('comes as a stream, cut anywhere', () => {
    const whole =
      'data: Hello\n\ndata: {"delta":" there"}\r\n\r\n: comment\n\ndata: [DONE]\n\ndata: late\n\n';
    for (let at = 0; at < whole.length; at++)
      assert.deepEqual(readRemote(stream(whole.slice(0, at), whole.slice(at))), { answer: 'Hello there' });
  });

  test('is one of the owner’s entries, or none', () => {
    assert.deepEqual(readRemote(stream('data: {"entry":"hours"}\n\n')), { entry: 'hours' });
    assert.equal(readRemote(stream('event: done\ndata:\n\n')), undefined);
  });

  test('that is too long, or no JSON, is refused', () => {
    assert.throws(() => stream('x'.repeat(100_001)), /too long/);
    const page = new RemoteText(false);
    page.add('<html>');
    assert.throws(() => readRemote(page), /not JSON/);
  });
});

test('greetings and thanks are known in every language, however they are typed; what asks something is neither', async () => {
  const known = {
    en: ['Good morning!', 'hi, thanks'],
    eu: ['KAIXO, egun on', 'mila esker'],
    ka: ['gamarjoba', 'დიდი მადლობა!'],
    lv: ['Labdien, sveiki', 'paldies'],
    es: ['Buenos dias', '¡Hola, muchas gracias!'],
    fr: ['bonjour', 'D’accord, merci'],
    de: ['Grüss Gott', 'ok danke'],
  };
  for (const locale of locales) {
    const words = new Localization(locale, (await faqChatWords.later(locale)) as Messages<'faq-chat'>);
    const kinds = known[locale].map((text) => courtesyOf(text, words));
    assert.deepEqual(kinds, ['greeted', 'thanked'], locale);
    for (const text of ['', 'on', 'good', 'hellothanks', `${known[locale][0]} 24`, `xx ${known[locale][1]}`])
      assert.equal(courtesyOf(text, words), undefined, `${locale}: ${text}`);
    // However often, in whatever order: a page that stands still answers nothing.
    for (const text of ['hola buenas ', 'madloba didi '])
      assert.equal(courtesyOf(`${text.repeat(40)} x`, words), undefined);
  }
});
