import { assert } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { itIsForEveryone, takeBackLooks } from './looks.js';
import { waitUntil } from './patience.js';
import { STATES } from './states.js';
import { contactForm, listenToConsole, words } from './support.js';

describe('everyone can use', () => {
  listenToConsole();
  const page = document.documentElement;
  takeBackLooks();
  itIsForEveryone(STATES);

  it('the form in the dark, which is dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    page.style.colorScheme = 'light dark';
    const form = await contactForm();
    assert.equal(getComputedStyle(form.part('base')).backgroundColor, 'rgb(25, 27, 32)');
    page.style.colorScheme = 'light';
    assert.equal(getComputedStyle(form.part('base')).backgroundColor, 'rgb(255, 255, 255)');
  });

  it('the form by its landmark, headings and live regions', async () => {
    const form = await contactForm('heading-level="3" privacy-url="/p"');
    assert.isFalse(form.element.hasAttribute('role'));
    assert.equal(
      words(form.root.getElementById(form.get('form').getAttribute('aria-labelledby')!)!),
      'Contact us',
    );
    const regions = form.all('[role=status]');
    assert.isAtLeast(regions.length, 3, 'they are there before anything is said');
    assert.equal(regions.map(words).join(''), '');
    await form.send();
    const levels = form.all('[role=heading]').map((heading) => heading.getAttribute('aria-level'));
    assert.deepEqual(levels, ['3', '4']);
  });

  // Firefox takes a required field that is empty for invalid, whatever `aria-invalid` says, and tells screen readers so.
  it('what nobody has answered yet, which is not called wrong', async () => {
    const owners = `<label><input type="checkbox" name="sure" required> Sure</label>
      <label>Size <select name="size" required><option value="">-</option><option>S</option></select></label>`;
    const form = await contactForm('privacy-url="/p"', owners);
    form.control('message').focus();
    await waitUntil(() => form.root.querySelector('[name=size]') !== null);
    const required = form
      .all('[aria-required=true]')
      .map((control) => control.getAttribute('name') ?? 'topic');
    assert.includeMembers(required, ['topic', 'name', 'email', 'message', 'consent', 'sure', 'size']);
    const wrong = form.all(':invalid').map((control) => control.getAttribute('name') ?? control.localName);
    assert.deepEqual(wrong, []);
  });

  // Firefox has screen readers say "clickable" of an element that listens to clicks, and Orca of what gets the focus in it.
  it('the form, where only what can be pressed is called clickable', async () => {
    const heard = new Set<string>();
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest) {
      if (type === 'click' && this instanceof HTMLElement) heard.add(this.localName);
      addEventListener.call(this, type, ...(rest as [null]));
    };
    try {
      const form = await contactForm('privacy-url="/p"');
      await form.send();
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
    assert.sameMembers([...heard], ['button', 'a']);
  });

  it('every target, which is large enough', async () => {
    for (const [state, reach] of Object.entries(STATES)) {
      const form = await reach('');
      for (const target of form.all(
        'button, [part=file-button], .control, [part=option], [part~=contacts] a, [part~=error-summary] a',
      )) {
        const { width, height } = target.getBoundingClientRect();
        assert.isTrue(width >= 24 && height >= 24, `${state}: "${words(target)}" is ${width} by ${height}`);
      }
      form.element.remove();
    }
  }).timeout(30_000);

  it('the form at ease: nothing moves', async () => {
    const form = await contactForm('max-files="1"');
    await form.send();
    for (const element of form.all('*')) {
      const { transitionDuration, animationName } = getComputedStyle(element);
      assert.equal(`${transitionDuration} ${animationName}`, '0s none', element.localName);
    }
  });

  it('Georgian, which has no capitals', async () => {
    const form = await contactForm('locale="ka" privacy-url="/p"');
    await form.send();
    for (const element of form.all('*')) assert.equal(getComputedStyle(element).textTransform, 'none');
  });
});
