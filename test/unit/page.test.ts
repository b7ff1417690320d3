import { assert, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { HarremanContactForm } from '../../src/elements/contact-form/contact-form.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, FormPage, listenToConsole, settled, words } from './support.js';

/** What a page does to everything in it, until the test has ended. */
const undo: (() => void)[] = [];
const listen = (type: string, listener: (event: Event) => void): void => {
  document.addEventListener(type, listener);
  undo.push(() => document.removeEventListener(type, listener));
};
const style = (css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  undo.push(() => (document.adoptedStyleSheets = []));
};
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

describe("a page's scripts", () => {
  it('that take keys for hotkeys leave the text alone', async () => {
    const pressed: string[] = [];
    listen('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (event.target instanceof HTMLInputElement) return;
      pressed.push(key);
      if (' /?1'.includes(key)) event.preventDefault();
    });
    const form = await contactForm();
    form.control('message').focus();
    await sendKeys({ type: 'a / 1 ?' });
    assert.equal(form.control('message').value, 'a / 1 ?');
    assert.isEmpty(pressed);
  });

  it('see no click, input or submit of the form', async () => {
    const seen: string[] = [];
    for (const type of ['click', 'input', 'change', 'submit', 'mousedown', 'pointerdown', 'paste', 'drop'])
      listen(type, (event) => {
        seen.push(type);
        event.preventDefault();
      });
    const form = await contactForm();
    await form.fillIn();
    const mouse = { bubbles: true, composed: true, cancelable: true };
    form.control('name').dispatchEvent(new MouseEvent('mousedown', mouse));
    form.control('name').dispatchEvent(new PointerEvent('pointerdown', mouse));
    form.control('name').dispatchEvent(new ClipboardEvent('paste', mouse));
    form.control('name').dispatchEvent(new DragEvent('drop', mouse));
    await form.send();
    assert.isTrue(form.has('end'));
    assert.isEmpty(seen);
  });

  it("see the clicks on what is the page's own, in its slots", async () => {
    const seen: string[] = [];
    listen('click', (event) => {
      seen.push((event.target as Element).id);
      event.preventDefault();
    });
    const form = await contactForm('', '<p slot="intro">See <a id="faq" href="/faq">questions</a></p>');
    form.element.querySelector('a')!.click();
    assert.deepEqual(seen, ['faq']);
  });

  it('that watch for changes in their own controls do not hear of ours', async () => {
    let outer = 0;
    const form = await contactForm('', '', { around: '<form><input id="theirs">{form}</form>' });
    const page = form.element.closest('form')!;
    page.addEventListener('input', () => outer++);
    page.addEventListener('change', () => outer++);
    await form.write('message', 'x');
    assert.equal(outer, 0);
    page.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
    assert.equal(outer, 1);
  });

  it('that reset the form around leave what was written', async () => {
    const form = await contactForm('', '', { around: '<form>{form}</form>' });
    await form.write('message', 'x');
    form.element.closest('form')!.reset();
    await settled(form.element);
    assert.equal(form.control('message').value, 'x');
  });
});

describe("a page's style sheet", () => {
  const HOSTILE = `
    html { font-size: 62.5%; }
    * { letter-spacing: 9px !important; text-transform: uppercase !important; line-height: 4 !important;
        font-family: cursive !important; font-size: 40px !important; color: rgb(255, 0, 255) !important;
        text-align: right !important; text-indent: 3em !important; word-spacing: 2em !important;
        background: rgb(255, 255, 0) !important; border: 9px solid red !important; padding: 30px !important;
        box-sizing: content-box !important; float: left !important; opacity: 1; cursor: none !important;
        white-space: pre !important; font-weight: 900 !important; font-style: italic !important; list-style: square !important }
    input, textarea, button, label, p { display: none !important; margin: 99px !important }
    [part=field], .field, .root { visibility: hidden !important }`;
  const PROPERTIES = [
    ...[
      'letterSpacing',
      'textTransform',
      'lineHeight',
      'fontFamily',
      'fontSize',
      'color',
      'textAlign',
      'textIndent',
    ],
    ...[
      'wordSpacing',
      'backgroundColor',
      'borderTopWidth',
      'paddingTop',
      'boxSizing',
      'float',
      'cursor',
      'whiteSpace',
    ],
    ...['fontWeight', 'fontStyle', 'display', 'marginTop', 'visibility'],
  ] as const;

  it('changes nothing inside', async () => {
    const look = async () => {
      const form = await contactForm();
      await form.send();
      return [
        'base',
        'heading',
        'label',
        'control',
        'submit-button',
        'error-summary',
        'error',
        'option',
      ].flatMap((part) => {
        const computed = getComputedStyle(form.part(part));
        return PROPERTIES.map((property) => `${part} ${property}: ${computed[property]}`);
      });
    };
    const before = await look();
    style(HOSTILE);
    assert.deepEqual(await look(), before);
  });

  it('has the say over what stands in a slot, and the browser has none', async () => {
    const SLOTS = '<h2 slot="heading">Ask Maialen</h2><p slot="intro">We read everything.</p>';
    const margins = (form: FormPage) =>
      [...form.element.children].flatMap((child) => {
        const { marginTop, marginBottom } = getComputedStyle(child);
        return [marginTop, marginBottom];
      });
    const form = await contactForm('', SLOTS);
    assert.deepEqual(margins(form), ['0px', '0px', '0px', '0px'], 'the form keeps its distances itself');
    style('h2 { margin: 0 0 7px }');
    assert.deepEqual(margins(form), ['0px', '7px', '0px', '0px']);
  });

  it('may hide the whole, as may the attribute', async () => {
    const form = await contactForm();
    style('harreman-contact-form { display: flex }');
    form.element.hidden = true;
    assert.equal(getComputedStyle(form.element).display, 'none');
    form.element.hidden = false;
    style('.gone { visibility: hidden }');
    form.element.className = 'gone';
    assert.equal(getComputedStyle(form.part('base')).visibility, 'hidden');
  });

  it('changes what the kit offers to be changed', async () => {
    style(`harreman-contact-form { --harreman-color-accent: rgb(1, 2, 3); --harreman-font-size: 20px }
           harreman-contact-form::part(submit-button) { text-decoration: underline }`);
    const form = await contactForm();
    const { backgroundColor, fontSize, textDecorationLine } = getComputedStyle(form.submitButton);
    assert.deepEqual([backgroundColor, fontSize, textDecorationLine], ['rgb(1, 2, 3)', '20px', 'underline']);
  });

  it('fetches nothing by a custom property', async () => {
    const fetched: string[] = [];
    const watch = new PerformanceObserver((list) =>
      fetched.push(...list.getEntries().map(({ name }) => name)),
    );
    watch.observe({ type: 'resource' });
    style(`harreman-contact-form { --harreman-color-accent: url(/leak?accent); --harreman-color-surface: url(/leak?surface);
           --harreman-font: url(/leak?font) }
           #theirs { display: block; inline-size: 9px; block-size: 9px; background: url(/package.json?theirs) }`);
    const form = await contactForm('', '', { around: '{form}<b id="theirs"></b>' });
    await form.send();
    await waitUntil(() => fetched.join().includes('?theirs'), "what the page's own style fetches is seen");
    watch.disconnect();
    assert.notInclude(fetched.join(), '/leak');
    assert.isTrue(form.submitButton.checkVisibility());
  });
});

describe('an element that is moved about', () => {
  const said = listenToConsole();

  it('keeps what was written, its errors and its one submission', async () => {
    const form = await contactForm('', '', { around: '<div id="a">{form}</div><div id="b"></div>' });
    await form.fillIn({ ...ANSWERS, email: '' });
    await form.send();
    document.getElementById('b')!.append(form.element);
    await settled(form.element);
    assert.deepEqual(form.summary, ['Enter your e-mail address']);
    assert.equal(form.control('message').value, ANSWERS.message);
    await form.write('email', ANSWERS.email);
    await form.send();
    assert.lengthOf(form.requests, 1);
    assert.isEmpty(said);
  });

  it('speaks the language of its new place', async () => {
    const form = await contactForm('', '', { around: '<div>{form}</div><div id="basque" lang="eu"></div>' });
    document.getElementById('basque')!.append(form.element);
    await waitUntil(() => form.part('base').lang === 'eu');
  });

  it('keeps its look in another document, and back', async () => {
    const form = await contactForm();
    const home = form.element.parentElement!;
    await form.type('message', 'x');
    const look = () =>
      ['label', 'submit-button', 'control'].map((part) => {
        const { fontWeight, borderTopLeftRadius } = getComputedStyle(form.part(part));
        return `${part}: ${fontWeight}, ${borderTopLeftRadius}`;
      });
    const before = look();
    assert.deepEqual(before, ['label: 600, 0px', 'submit-button: 600, 8px', 'control: 400, 8px']);
    const frame = document.createElement('iframe');
    home.append(frame);
    frame.contentDocument!.body.append(form.element);
    assert.deepEqual(look(), before);
    assert.equal(form.control('message').value, 'x');
    home.append(form.element);
    assert.deepEqual(look(), before);
  });

  it('may be copied: the copy is a form of its own', async () => {
    const html = '<label>Company <input name="company"></label>';
    const form = await contactForm('id="original" topic="question"', html);
    await form.write('message', 'Original');
    const clone = form.element.cloneNode(true) as HTMLElement;
    clone.id = 'copy';
    form.element.after(clone);
    const copy = new FormPage(document.querySelector<HarremanContactForm>('harreman-contact-form#copy')!);
    copy.element.transport = copy.transport;
    await copy.ready();
    assert.include(copy.labels, 'Company (optional)');
    assert.equal(copy.control('message').value, '');
    await copy.fillIn();
    await copy.send();
    assert.lengthOf(copy.requests, 1);
    assert.equal(form.control('message').value, 'Original');
    assert.isEmpty(form.requests);
  });
});

describe('what a form leaves behind in the page', () => {
  it('is nothing', async () => {
    const globals = () => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));
    const nodes = () =>
      [...document.head.children, ...document.body.children, ...document.documentElement.attributes].length;
    const before = {
      globals: globals(),
      nodes: nodes(),
      prototypes: Object.keys(HTMLElement.prototype).length,
    };
    const form = await contactForm('max-files="1"');
    await form.fillIn();
    await form.send();
    fixtureCleanup();
    const after = {
      globals: globals(),
      nodes: nodes(),
      prototypes: Object.keys(HTMLElement.prototype).length,
    };
    assert.isAtMost(after.nodes, before.nodes);
    assert.deepEqual(after.globals, before.globals);
    assert.equal(after.prototypes, before.prototypes);
    assert.equal(document.cookie, '');
    assert.equal(words(document.body).includes('Contact us'), false);
  });
});
