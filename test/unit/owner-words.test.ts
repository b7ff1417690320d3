import { assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, place, words } from './support.js';

const script = (json: string): string => `<script type="application/json" data-messages>${json}</script>`;

describe("the owner's own words", () => {
  const errors = listenToConsole('error');
  const warnings = listenToConsole('warn');

  it('take the place of the kit’s, from a script in the HTML', async () => {
    const form = await contactForm(
      'reply-within="2"',
      script(
        '{"heading": "Ask us", "problemTitle": "Oh!", "replyWithin": {"other": "{count} days!"}, "sentTitle": "Done"}',
      ),
    );
    assert.equal(words(form.get('[role=heading]')), 'Ask us');
    assert.include(form.text, '2 days!');
    assert.include(form.labels, 'Message', 'the others stay');
    await form.send();
    assert.equal(words(form.get('[part~=error-summary] [role=heading]')), 'Oh!');
    assert.deepEqual([...errors, ...warnings], []);
  });

  it('are the first that are seen', async () => {
    const page = place('', script('{"heading": "Ask us"}'));
    const seen = new Set<string>();
    const watch = new MutationObserver(() =>
      seen.add(words(page.find('[role=heading]') ?? document.createTextNode(''))),
    );
    watch.observe(page.root, { subtree: true, childList: true, characterData: true });
    await page.ready();
    watch.disconnect();
    assert.deepEqual([...seen].filter(Boolean), ['Ask us']);
  });

  it('may be given as a property, at any time, and win there', async () => {
    const form = await contactForm('', script('{"heading": "From HTML", "send": "Go"}'));
    form.element.messages = { heading: 'From a script' };
    await waitUntil(() => words(form.get('[role=heading]')) === 'From a script');
    assert.equal(words(form.submitButton), 'Go');
    form.element.messages = undefined;
    await waitUntil(() => words(form.get('[role=heading]')) === 'From HTML');
  });

  it('are followed in the HTML', async () => {
    const form = await contactForm('', script('{"heading": "One"}'));
    form.element.querySelector('script')!.textContent = '{"heading": "Two"}';
    await waitUntil(() => words(form.get('[role=heading]')) === 'Two');
  });

  it('are for every language', async () => {
    const form = await contactForm('locale="eu"', script('{"heading": "Txolarre"}'));
    assert.equal(words(form.get('[role=heading]')), 'Txolarre');
    form.element.locale = 'lv';
    await waitUntil(() => form.part('base').lang === 'lv');
    assert.equal(words(form.get('[role=heading]')), 'Txolarre');
  });

  it('are text', async () => {
    const form = await contactForm('', script('{"heading": "<img src=x onerror=alert(1)>"}'));
    assert.equal(words(form.get('[role=heading]')), '<img src=x onerror=alert(1)>');
    assert.isNull(form.find('img'));
  });

  for (const json of ['{"heading": ', 'not JSON', '[1, 2']) {
    it(`that are no JSON are told of once, and the kit's stay: ${json}`, async () => {
      const form = await contactForm('', script(json));
      assert.equal(words(form.get('[role=heading]')), 'Contact us');
      await form.send();
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], 'data-messages');
      assert.include(warnings[0], json);
    });
  }

  it('in a property that makes no sense are told of once', async () => {
    const form = await contactForm();
    form.element.messages = { heading: 8 } as never;
    await waitUntil(() => warnings.length > 0);
    await form.send();
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0], 'heading');
  });

  const ODD: readonly (readonly [json: string, named: string])[] = [
    ['{"__proto__": {"heading": "Hacked"}}', '__proto__'],
    ['{"constructor": {"prototype": {"heading": "Hacked"}}}', 'constructor'],
    ['{"headline": "x"}', 'headline'],
    ['{"toString": "x"}', 'toString'],
    ['{"heading": 7}', 'heading'],
    ['{"heading": null}', 'heading'],
    ['{"heading": {"one": "x"}}', 'heading'],
    ['{"heading": {"other": "x"}}', 'heading'],
    ['"heading"', 'heading'],
    ['["heading"]', 'heading'],
  ];
  for (const [json, named] of ODD) {
    it(`that make no sense are warned of and left out: ${json}`, async () => {
      const form = await contactForm('', script(json));
      assert.equal(words(form.get('[role=heading]')), 'Contact us');
      assert.isUndefined(({} as { heading?: string }).heading);
      assert.include(warnings.join(), named);
      await form.fillIn(ANSWERS);
      await form.send();
      assert.isTrue(form.has('end'));
    });
  }

  it('of a great depth or size do no harm', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const form = await contactForm('', script(deep));
    assert.equal(words(form.get('[role=heading]')), 'Contact us');
    const large = await contactForm('', script(`{"heading": "Ask us", "x": "${'y'.repeat(1e6)}"}`));
    assert.equal(words(large.get('[role=heading]')), 'Ask us');
  });
});
