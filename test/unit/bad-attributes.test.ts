import { assert } from '@open-wc/testing';
import { configure } from '../../src/controllers/settings.js';
import { contactForm, listenToConsole, place, settled, words, type FormPage } from './support.js';

const FALLBACK = '<p id="fallback">Call <a href="tel:+34943123456">943 12 34 56</a></p>';

/** A form left to itself with what the owner wrote. */
const left = async (attributes: string, inner = FALLBACK): Promise<FormPage> => {
  const page = place(attributes, inner, { network: true });
  for (let i = 0; i < 3; i++) await settled(page.element);
  return page;
};

describe('an endpoint that nothing can be sent to', () => {
  const said = listenToConsole();
  afterEach(() => configure({ endpoint: undefined }));

  const WRONG: readonly (readonly [value: string, named: string])[] = [
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['JaVa\tscript:alert(1)', 'script:alert(1)'],
    ['data:text/html,x', 'data:text/html,x'],
    ['mailto:info@txolarre.example', 'mailto:info@txolarre.example'],
    ['https://', 'https://'],
    ['https://ane:hunter2@forms.example/x', 'forms.example'],
    ['', ''],
  ];
  for (const [value, named] of WRONG) {
    it(`is told to the owner once, and the fallback stays: ${JSON.stringify(value)}`, async () => {
      const page = await left(`endpoint="${value}"`);
      assert.isFalse(page.has('submit-button'));
      assert.isTrue(page.element.querySelector('#fallback')!.checkVisibility());
      page.element.requestUpdate();
      await settled(page.element);
      assert.lengthOf(said, 1);
      assert.match(said[0]!, /^<harreman-contact-form>.*endpoint/);
      assert.include(said[0], named);
      assert.notInclude(said[0], 'hunter2');
    });
  }

  it('may just be missing', async () => {
    const page = await left('');
    assert.isTrue(page.element.querySelector('#fallback')!.checkVisibility());
    assert.lengthOf(said, 1);
    assert.match(said[0]!, /endpoint/);
  });

  it('with no fallback is a form that tells the visitor the truth', async () => {
    const page = await left('endpoint="javascript:alert(1)"', '');
    await page.ready();
    await page.fillIn();
    await page.send();
    assert.include(page.text, 'Your message has not been sent');
    assert.include(page.text, 'It is not your fault.');
    assert.match(said.join(), /endpoint="javascript:alert\(1\)"/);
  });

  it('is put right, and the form is there', async () => {
    const page = await left('endpoint="data:,"');
    page.element.endpoint = '/contact';
    await page.ready();
    page.element.remove();
  });

  it("of the page's settings is looked at too", async () => {
    configure({ endpoint: 'javascript:alert(1)' });
    const page = await left('');
    assert.isFalse(page.has('submit-button'));
    assert.match(said.join(), /javascript:alert\(1\)/);
    configure({ endpoint: '/contact' });
    page.element.requestUpdate();
    await page.ready();
  });
});

describe('an attribute that makes no sense', () => {
  const said = listenToConsole();

  const WRONG: readonly (readonly [attribute: string, value: string, check: (form: FormPage) => void])[] = [
    ['heading-level', '7', (form) => assert.equal(form.get('[role=heading]').ariaLevel, '2')],
    ['heading-level', 'NaN', (form) => assert.equal(form.get('[role=heading]').ariaLevel, '2')],
    ['heading-level', '-1', (form) => assert.equal(form.get('[role=heading]').ariaLevel, '2')],
    ['reply-within', 'soon', (form) => assert.notInclude(form.text, 'We answer')],
    ['reply-within', '-1', (form) => assert.notInclude(form.text, 'We answer')],
    ['reply-within', '1.5', (form) => assert.notInclude(form.text, 'We answer')],
    ['reply-within', '1e9', (form) => assert.notInclude(form.text, 'We answer')],
    ['reply-by', 'pigeon', (form) => assert.isTrue(form.control('email').ariaRequired === 'true')],
    ['max-files', 'many', (form) => assert.include(form.text, 'Up to 5 files')],
    ['max-files', '-1', (form) => assert.include(form.text, 'Up to 5 files')],
    ['max-files', '99', (form) => assert.include(form.text, 'Up to 5 files')],
    ['max-file-size', 'large', (form) => assert.include(form.text, '5 MB each')],
    ['max-file-size', '0', (form) => assert.include(form.text, '5 MB each')],
    ['persist', 'never', (form) => assert.isTrue(form.has('submit-button'))],
    ['privacy-url', 'javascript:alert(1)', (form) => assert.isFalse(form.has('privacy-link'))],
    ['privacy-url', 'https://', (form) => assert.isFalse(form.has('privacy-link'))],
  ];
  for (const [attribute, value, check] of WRONG) {
    it(`is named once with its value, and something sensible is done: ${attribute}="${value}"`, async () => {
      const form = await contactForm(`${attribute}="${value}"`);
      check(form);
      form.element.requestUpdate();
      await settled(form.element);
      await form.fillIn();
      await form.send();
      assert.isTrue(form.has('end'));
      assert.lengthOf(said, 1, said.join('\n'));
      assert.match(said[0]!, /^<harreman-contact-form>/);
      assert.include(said[0], `${attribute}="${value}"`);
    });
  }

  it('is not repeated where it is very long', async () => {
    await contactForm(`reply-within="${'9'.repeat(100_000)}x"`);
    assert.isBelow(said.join().length, 600);
  });

  it('in the HTML is named as well: limits of a file control', async () => {
    const form = await contactForm(
      '',
      '<label>Plan <input type="file" name="plan" multiple data-max-files="lots" data-max-file-size="huge"></label>',
    );
    assert.include(form.text, 'Up to 5 files, 5 MB each');
    assert.match(said.join('\n'), /max-files="lots"/);
    assert.match(said.join('\n'), /max-file-size="huge"/);
  });

  for (const pattern of ['(a+)+$', '[', '*']) {
    it(`in the HTML is named as well: pattern="${pattern}"`, async () => {
      const form = await contactForm('', `<label>Code <input name="code" pattern="${pattern}"></label>`);
      await form.fillIn();
      await form.write('code', `${'a'.repeat(40)}!`);
      const start = performance.now();
      await form.send();
      assert.isBelow(performance.now() - start, 2000);
      assert.isTrue(form.has('end'), 'nobody is refused for it');
      assert.lengthOf(said, 1, said.join('\n'));
      assert.include(said[0], `pattern="${pattern}"`);
    });
  }
});

describe('settings of the page that are none', () => {
  it('are passed over', async () => {
    const { harreman } = window as { harreman?: unknown };
    for (const value of [document.createElement('div'), 7, 'x', null, { endpoint: 7, locale: {} }, []]) {
      (window as { harreman?: unknown }).harreman = value;
      const form = await contactForm();
      assert.equal(words(form.get('[role=heading]')), 'Contact us');
    }
    (window as { harreman?: unknown }).harreman = harreman;
    if (harreman === undefined) delete (window as { harreman?: unknown }).harreman;
  });
});

describe('a value in capitals', () => {
  const said = listenToConsole();

  it('is read as HTML reads its own: persist="OFF" keeps nothing', async () => {
    const page = await left('endpoint="/contact" persist="OFF"', '');
    assert.isFalse(page.element.mayPersist);
    assert.isEmpty(said);
  });

  it('is read as HTML reads its own: reply-by="Phone" asks for a phone number', async () => {
    const form = await contactForm('reply-by="Phone"');
    assert.isTrue(form.control('phone').ariaRequired === 'true');
    assert.isEmpty(said);
  });

  it('is read as HTML reads its own: topic="Complaint" asks what a complaint asks for, and is sent as one', async () => {
    const form = await contactForm('topic="Complaint"');
    assert.isTrue(form.find('[name=remedy]') !== null);
    await form.fillIn();
    await form.send();
    assert.equal(form.record['topic'], 'complaint');
  });

  it('stays where the word is the owner’s', async () => {
    const form = await contactForm('topic="Press"');
    await form.fillIn();
    await form.send();
    assert.equal(form.record['topic'], 'Press');
  });
});

describe('an attribute that is taken away again', () => {
  const said = listenToConsole();

  for (const [attribute, value] of [
    ['persist', 'off'],
    ['reply-by', 'phone'],
    ['heading-level', '3'],
    ['topic', 'quote'],
    ['reply-within', '2'],
    ['max-files', '2'],
    ['privacy-url', '/privacy'],
    ['locale', 'eu'],
    ['profile', 'form'],
  ] as const) {
    it(`leaves what is there without it, and nothing to tell of: ${attribute}`, async () => {
      const form = await contactForm(`${attribute}="${value}"`);
      form.element.removeAttribute(attribute);
      await settled(form.element);
      assert.isTrue(form.find('[name=topic]') !== null);
      assert.isTrue(form.control('email').ariaRequired === 'true');
      assert.equal(form.get('[role=heading]').ariaLevel, '2');
      assert.isTrue(form.element.mayPersist);
      assert.isEmpty(said);
    });
  }
});
