import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, settled } from './support.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe('what is sent', () => {
  it('is what was written, and where', async () => {
    const form = await contactForm('locale="eu"');
    const before = Math.floor(Date.now() / 1000) * 1000;
    await form.fillIn({ ...ANSWERS, phone: '+34 943 12 34 56', subject: 'Ordutegia' });
    await form.send();
    const { submission_id, reference, created_at, page_url, ...rest } = form.record;
    assert.match(String(submission_id), UUID);
    assert.match(String(reference), /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    assert.match(String(created_at), RFC_3339);
    assert.isAtLeast(Date.parse(String(created_at)), before);
    assert.isTrue(String(page_url).startsWith(location.origin));
    assert.include(rest, {
      ...ANSWERS,
      phone: '+34943123456',
      subject: 'Ordutegia',
      widget: 'contact',
      locale: 'eu',
    });
  });

  it('is text as it was written, and addresses without the space around them', async () => {
    const form = await contactForm();
    const message = '  =HYPERLINK("x")\n\n\t{{7*7}} <script>alert(1)</script> \u{1F44B} გამარჯობა  ';
    await form.fillIn({ ...ANSWERS, name: '  Ane  ', email: ' ane@example.com ', message });
    await form.send();
    assert.include(form.record, { name: 'Ane', email: 'ane@example.com', message });
  });

  it('is an address without what comes along unseen where one is copied from a chat or a PDF', async () => {
    const form = await contactForm();
    await form.fillIn({ ...ANSWERS, email: '\u202A\u200Bane@exam\u00ADple.com\u200E ' });
    await form.send();
    assert.equal(form.record['email'], 'ane@example.com');
  });

  it('has one line where there is one', async () => {
    const form = await contactForm();
    await form.fillIn();
    form.element.prefill({ subject: 'Hello\r\nBcc: everybody@example.com' });
    await settled(form.element);
    await form.send();
    assert.notMatch(String(form.record['subject']), /[\r\n]/);
  });

  it('is not what a style makes of it', async () => {
    const form = await contactForm();
    const style = new CSSStyleSheet();
    style.replaceSync('* { text-transform: uppercase !important }');
    document.adoptedStyleSheets.push(style);
    await form.fillIn();
    await form.send();
    document.adoptedStyleSheets = [];
    assert.include(form.record, ANSWERS);
  });

  it('is what the controls say, though a script kept their events', async () => {
    const form = await contactForm();
    await form.fillIn();
    form.control('message').value = 'Filled by a password manager';
    form.get<HTMLInputElement>('[name=topic][value=quote]').checked = true;
    await form.send();
    assert.include(form.record, { message: 'Filled by a password manager', topic: 'quote' });
  });

  it('has the captcha that stands in its slot, as it is at the last moment', async () => {
    const form = await contactForm(
      '',
      `<div slot="captcha"><input type="hidden" name="cf-turnstile-response"><textarea name="empty"></textarea><input value="nameless"></div>
       <input slot="captcha" name="altcha" value="early"><input slot="captcha" name="message" value="not mine">`,
    );
    form.element.addEventListener('harreman-submit', (event) =>
      event.waitUntil(
        Promise.resolve().then(() => {
          form.element.querySelector<HTMLInputElement>('[name=cf-turnstile-response]')!.value = 'token';
        }),
      ),
    );
    await form.fillIn();
    await form.send();
    assert.include(form.record, {
      'cf-turnstile-response': 'token',
      'altcha': 'early',
      'message': ANSWERS.message,
    });
    assert.notProperty(form.record, 'empty');
    assert.notProperty(form.record, '');
  });
});

describe('consent', () => {
  it('is asked for where there is a policy, unticked, and the policy opens beside the form', async () => {
    const form = await contactForm('privacy-url="/privacy"');
    assert.isFalse(form.control('consent').checked);
    assert.isTrue(form.control('consent').ariaRequired === 'true');
    const link = form.part<HTMLAnchorElement>('privacy-link');
    assert.equal(link.getAttribute('href'), new URL('/privacy', location.href).href);
    assert.equal(link.target, '_blank');
    assert.equal(link.rel, 'noopener');
    await form.fillIn();
    await form.send();
    assert.deepEqual(form.summary, ['Tick the box to agree to the privacy policy']);
    assert.isEmpty(form.requests);
  });

  it('is sent with its very words, when it was given, and to what', async () => {
    const form = await contactForm('privacy-url="/privacy"');
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    assert.include(form.record, {
      consent_text: 'I agree to the privacy policy.',
      consent_url: new URL('/privacy', location.href).href,
    });
    assert.match(String(form.record['consent_at']), RFC_3339);
    assert.notProperty(form.record, 'consent');
  });

  it("is sent in the owner's own words where they are shown", async () => {
    const form = await contactForm(
      '',
      '<span slot="consent">I accept <a href="/terms">the\n   terms</a> of 2026</span>',
    );
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    assert.equal(form.record['consent_text'], 'I accept the terms of 2026');
    assert.notProperty(form.record, 'consent_url');
  });

  it('in the language of the form is sent in that language', async () => {
    const form = await contactForm('privacy-url="/privacy" locale="ka"');
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    assert.match(String(form.record['consent_text']), /^[\p{Script=Georgian}\s.,-]+$/u);
  });

  it('that nobody asked for is not spoken of', async () => {
    const form = await contactForm();
    assert.isNull(form.find('[name=consent]'));
    await form.fillIn();
    await form.send();
    for (const name of ['consent_text', 'consent_at', 'consent_url']) assert.notProperty(form.record, name);
  });

  it("leaves a box of the owner's own that is named so alone", async () => {
    const form = await contactForm(
      '',
      '<label><input type="checkbox" name="consent" value="yes" required> You may call me</label>',
    );
    assert.include(form.labels, 'You may call me');
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    assert.equal(form.record['consent'], 'yes');
    assert.notProperty(form.record, 'consent_text');
  });
});

describe('what looks like a machine', () => {
  listenToConsole();

  it('is scored, and sent all the same', async () => {
    const form = await contactForm('topic="question"');
    await form.fillIn();
    form.get<HTMLInputElement>('[aria-hidden=true] input').value = 'https://spam.example';
    await form.send();
    assert.isTrue(form.has('end'));
    assert.equal(form.record['spam_score'], 100);
    assert.equal(form.record['spam_signals'], 'honeypot,fast,untouched');
  });

  it('is not a person who types and takes their time', async () => {
    const form = await contactForm('topic="question"');
    form.control('name').focus();
    await sendKeys({ type: 'Ane' });
    await form.fillIn({ email: ANSWERS.email, message: ANSWERS.message });
    const { now } = Date;
    Date.now = () => now() + 10_000;
    try {
      await form.send();
    } finally {
      Date.now = now;
    }
    assert.equal(form.record['spam_score'], 0);
    assert.notProperty(form.record, 'spam_signals');
  });
});

describe('over the network', () => {
  const { fetch } = window;
  const requests: { url: string; method: string; body: string }[] = [];
  const said = listenToConsole();
  let answer = () => Response.json({ ok: true });
  beforeEach(() => {
    requests.length = 0;
    answer = () => Response.json({ ok: true });
    window.fetch = (url, init) => {
      requests.push({ url: url as string, body: init!.body as string, method: init!.method! });
      return Promise.resolve(answer());
    };
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  it('one request is made, once somebody presses send', async () => {
    const form = await contactForm('endpoint="/contact"', '', { network: true });
    await form.fillIn();
    assert.isEmpty(requests);
    await form.send();
    assert.lengthOf(requests, 1);
    assert.equal(requests[0]!.url, new URL('/contact', location.href).href);
    assert.equal(requests[0]!.method, 'POST');
    assert.include(JSON.parse(requests[0]!.body), { ...ANSWERS, widget: 'contact' });
  });

  it('the body is right on a page that has extended every prototype', async () => {
    const pollute = (target: object, name: string, value: unknown, enumerable: boolean) => {
      Object.defineProperty(target, name, { value, enumerable, configurable: true, writable: true });
      return () => Reflect.deleteProperty(target, name);
    };
    const undo = [
      pollute(Array.prototype, 'toJSON', () => '"[]"', false),
      pollute(Object.prototype, 'toJSON', () => '"{}"', false),
      pollute(String.prototype, 'toJSON', () => '""', false),
      pollute(Array.prototype, 'each', () => {}, true),
      pollute(Object.prototype, 'extra', 'leak', true),
    ];
    try {
      const form = await contactForm(
        'endpoint="/contact"',
        '<input type="checkbox" name="days[]" value="mo"><input type="checkbox" name="days[]" value="tu">',
        { network: true },
      );
      await form.fillIn();
      await form.choose('days[]', 'tu');
      await form.send();
    } finally {
      for (const step of undo) step();
    }
    const body = JSON.parse(requests[0]!.body) as Record<string, unknown>;
    assert.include(body, ANSWERS);
    assert.deepEqual(body['days[]'], ['tu']);
    assert.notProperty(body, 'extra');
  });

  it('an answer that is no success is not called one', async () => {
    const form = await contactForm('endpoint="/contact"', '', { network: true });
    answer = () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } });
    await form.fillIn();
    await form.send();
    assert.isTrue(form.has('failure'));
    assert.include(form.text, 'We could not confirm that your message arrived');
    assert.match(said.join(), /answered 200/);
    answer = () =>
      Response.json({ success: false, errors: [{ field: 'email', message: 'No <b>such</b> box' }] });
    form.submitButton.click();
    await waitUntil(() => form.has('error-summary'));
    assert.equal(form.errorAt('email'), 'No <b>such</b> box');
  });

  it("a profile's name that is none is told to the owner as soon as somebody touches the form, and nothing is sent", async () => {
    const form = await contactForm('endpoint="/contact" profile="formspre"', '', { network: true });
    await form.fillIn();
    assert.lengthOf(said, 1);
    assert.match(said[0]!, /^<harreman-contact-form> profile="formspre".* is not one of: json, /);
    await form.send();
    assert.isEmpty(requests);
    assert.include(form.text, 'It is not your fault.');
  });
});
