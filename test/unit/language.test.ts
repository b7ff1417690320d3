import { assert } from '@open-wc/testing';
import { configure } from '../../src/controllers/settings.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, settled, words, type FormPage } from './support.js';

const heading = (form: FormPage): string => words(form.get('[role=heading]'));
const HEADINGS: Record<string, string> = {};
const spoken = (form: FormPage): string => form.part('base').lang;
const says = (form: FormPage, locale: string): Promise<void> =>
  waitUntil(() => form.has('base') && spoken(form) === locale, `it does not come to speak ${locale}`);

describe('the language of a form', () => {
  const said = listenToConsole();
  afterEach(() => {
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    configure({ locale: undefined });
  });

  before(async () => {
    for (const locale of ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'])
      HEADINGS[locale] = heading(await contactForm(`locale="${locale}"`));
  });

  it('is one of seven, each with its own words', () => {
    assert.equal(new Set(Object.values(HEADINGS)).size, 7);
    assert.match(HEADINGS['ka']!, /^[\p{Script=Georgian}\s]+$/u);
    assert.equal(HEADINGS['en'], 'Contact us');
  });

  it('is said, for whoever reads aloud', async () => {
    assert.equal(spoken(await contactForm('locale="lv"')), 'lv');
  });

  it("is the element's own, else the nearest, else the page's", async () => {
    const around = '<div lang="ka"><section>{form}</section></div>';
    assert.equal(spoken(await contactForm('locale="eu" lang="es"', '', { around })), 'eu');
    assert.equal(spoken(await contactForm('lang="es"', '', { around })), 'es');
    assert.equal(spoken(await contactForm('', '', { around })), 'ka');
    document.documentElement.lang = 'de-AT';
    assert.equal(spoken(await contactForm()), 'de');
  });

  it('is looked for across shadow roots', async () => {
    const host = document.createElement('div');
    host.lang = 'lv';
    const root = host.attachShadow({ mode: 'open' });
    const form = await contactForm();
    form.element.parentElement!.append(host);
    root.append(form.element);
    await says(form, 'lv');
  });

  it("is the page's setting where the page says nothing", async () => {
    document.documentElement.removeAttribute('lang');
    configure({ locale: 'fr' });
    assert.equal(spoken(await contactForm()), 'fr');
  });

  it('may be written as systems write it', async () => {
    for (const [written, locale] of [
      ['eu_ES', 'eu'],
      ['KA-ge', 'ka'],
      [' lv ', 'lv'],
    ] as const)
      assert.equal(spoken(await contactForm(`locale="${written}"`)), locale);
  });

  it('that the kit does not have is replaced, and the element says by which', async () => {
    const form = await contactForm('', '', { around: '<div lang="fi">{form}</div>' });
    assert.equal(spoken(form), 'en');
    assert.equal(form.element.lang, 'en', 'the page is Finnish, and this is not');
    form.element.parentElement!.lang = 'eu';
    form.element.requestUpdate();
    await says(form, 'eu');
    assert.isFalse(form.element.hasAttribute('lang'), 'what was said is taken back');
  });

  it("that is nonsense is passed over, for the page's, and the owner is told", async () => {
    document.documentElement.lang = 'eu';
    for (const locale of ['', '!!', 'constructor', '__proto__', 'x'.repeat(1000)]) {
      said.length = 0;
      assert.equal(spoken(await contactForm(`locale="${locale}"`)), 'eu', locale.slice(0, 20));
      assert.lengthOf(said, locale ? 1 : 0);
      const told = `<harreman-contact-form> locale=${JSON.stringify(locale).slice(0, 200)}: eu is used.`;
      if (locale) assert.include(said[0], told);
    }
  });

  it("of the page that the kit does not have is no fault of the owner's", async () => {
    document.documentElement.lang = 'pt';
    await contactForm();
    assert.deepEqual(said, []);
  });

  it('follows the page, and keeps what was written', async () => {
    const form = await contactForm();
    await form.choose('topic', 'complaint');
    await form.write('message', 'Kaixo');
    form.control('message').focus();
    document.documentElement.lang = 'ka';
    await says(form, 'ka');
    assert.equal(heading(form), HEADINGS['ka']);
    assert.equal(form.control('message').value, 'Kaixo');
    assert.isTrue(form.get<HTMLInputElement>('[value=complaint]').checked);
    assert.equal(form.focused, 'message');
  });

  it('follows the attribute, errors too', async () => {
    const form = await contactForm();
    await form.send();
    const [english] = form.summary;
    form.element.locale = 'lv';
    await says(form, 'lv');
    await waitUntil(() => form.summary[0] !== english);
    assert.lengthOf(form.summary, 4);
  });

  it('has the last word where it changes twice at once', async () => {
    const form = await contactForm();
    form.element.locale = 'fr';
    await form.element.updateComplete;
    form.element.locale = 'es';
    await says(form, 'es');
    await settled(form.element);
    assert.equal(heading(form), HEADINGS['es']);
  });

  it('is sent with the message', async () => {
    const form = await contactForm('', '', { around: '<div lang="lv">{form}</div>' });
    await form.fillIn();
    await form.send();
    assert.equal(form.record['locale'], 'lv');
    assert.equal(form.record['topic'], ANSWERS.topic, 'what is chosen has one name in every language');
  });

  it('in which Chromium has no dates has them all the same', async () => {
    const form = await contactForm(
      'locale="ka"',
      '<label>Day <input type="date" name="day" min="2026-11-03"></label>',
    );
    await form.fillIn({ ...ANSWERS, day: '2026-01-01' });
    await form.send();
    await waitUntil(() => form.summary.join().includes('ნოემბერი'), form.summary.join());
  });
});

describe('the direction of a form', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));

  it("is that of the nearest element that has one, and follows the page's", async () => {
    const form = await contactForm();
    assert.equal(form.part('base').dir, 'ltr');
    document.documentElement.dir = 'rtl';
    await waitUntil(() => form.part('base').dir === 'rtl');
    assert.equal(form.control('email').dir, 'ltr', 'an address is written from left to right');
    const inner = await contactForm('', '', { around: '<div dir="ltr">{form}</div>' });
    assert.equal(inner.part('base').dir, 'ltr');
  });

  it('is not that of the words: a sentence ends where its own language ends it', async () => {
    const around = '<div dir="rtl">{form}</div>';
    const form = await contactForm(
      'reply-within="2" reply-by="either"',
      '<label>مرحبا! <input name="a"></label>',
      { around },
    );
    await form.send();
    const place = (text: Text, from: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    };
    const ends: Record<string, boolean> = {};
    const texts = document.createTreeWalker(form.part('base'), NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
      const sentence = text.data.trimEnd();
      const start = text.data.search(/\S/);
      if (!text.parentElement!.checkVisibility() || !/[.?!]$/.test(sentence)) continue;
      ends[sentence.trim()] = place(text, start) < place(text, sentence.length - 1);
    }
    assert.deepEqual(ends, {
      'What is it about?': true,
      'How can we reach you?': true,
      'An e-mail address or a phone number is enough.': true,
      'مرحبا!': false,
      'We answer within 2 working days.': true,
    });
  });

  it('mirrors the layout', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const form = await contactForm('topic="question"', '', { around: `<div dir="${dir}">{form}</div>` });
      await form.send();
      const field = form.control('name').closest('[part~=field]')!;
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(field);
      assert.equal(parseFloat(dir === 'rtl' ? borderLeftWidth : borderRightWidth), 0);
      assert.isAbove(parseFloat(dir === 'rtl' ? borderRightWidth : borderLeftWidth), 0);
      const [label, box] = [field.querySelector('label')!, form.part('base')].map((element) =>
        element.getBoundingClientRect(),
      );
      const gap = dir === 'rtl' ? box!.right - label!.right : label!.left - box!.left;
      assert.isBelow(gap, 60, 'a label starts where the reading does');
    }
  });
});
