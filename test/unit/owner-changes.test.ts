import { assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, settled, words } from './support.js';

/** Parses HTML into nodes for an element. */
const nodes = (html: string): Node[] => [...document.createRange().createContextualFragment(html).childNodes];

describe("changes to the owner's HTML", () => {
  it('are followed: a control that comes, changes and goes', async () => {
    const form = await contactForm();
    form.element.append(...nodes('<label>Company <input name="company"></label>'));
    await waitUntil(() => form.labels.includes('Company (optional)'));
    const label = form.element.querySelector('label')!;
    label.querySelector('input')!.required = true;
    await waitUntil(() => form.labels.includes('Company'));
    label.firstChild!.textContent = 'Enpresa ';
    await waitUntil(() => form.labels.includes('Enpresa'));
    label.remove();
    await waitUntil(() => !form.find('[name=company]'));
  });

  it('of looks alone have nothing read again: a script of the page may change them with each frame', async () => {
    const form = await contactForm('', '<label>Company <input name="company"></label>');
    await waitUntil(() => form.labels.includes('Company (optional)'));
    const label = form.element.querySelector('label')!;
    let updates = 0;
    const { requestUpdate } = form.element;
    form.element.requestUpdate = (...args) => {
      updates++;
      requestUpdate.apply(form.element, args);
    };
    label.style.opacity = '0.5';
    label.className = 'fades';
    await settled(form.element);
    assert.equal(updates, 0);
    label.querySelector('input')!.required = true;
    await waitUntil(() => updates > 0);
  });

  it('keep what was written', async () => {
    const form = await contactForm('', '<label>Company <input name="company"></label>');
    await form.write('company', 'Txolarre');
    await form.write('message', 'Kaixo');
    form.control('message').focus();
    form.element.querySelector('label')!.firstChild!.textContent = 'Enpresa';
    form.element.prepend(...nodes('<label>Town <input name="town"></label>'));
    await waitUntil(() => form.labels.includes('Town (optional)'));
    assert.equal(form.control('company').value, 'Txolarre');
    assert.equal(form.control('message').value, 'Kaixo');
    assert.equal(form.focused, 'message', 'the focus stays where it was');
  });

  it('are followed in options', async () => {
    const form = await contactForm(
      '',
      '<label>Branch <select name="branch"><option value="d">Donostia</option></select></label>',
    );
    form.element.querySelector('select')!.append(new Option('Bilbo', 'b'));
    await waitUntil(() => form.find('option[value=b]'));
    await form.choose('branch', 'b');
    await form.fillIn();
    await form.send();
    assert.equal(form.record['branch'], 'b');
  });

  it('are followed while the element was out of the page', async () => {
    const form = await contactForm();
    await form.write('message', 'Kaixo');
    const { element } = form;
    const { parentElement } = element;
    element.remove();
    element.append(...nodes('<label>Company <input name="company"></label>'));
    parentElement!.append(element);
    await waitUntil(() => form.labels.includes('Company (optional)'));
    assert.equal(form.control('message').value, 'Kaixo', 'what was written stays');
  });
});

describe("slots of the owner's", () => {
  it('take the places of heading, intro, consent, captcha and thanks', async () => {
    const form = await contactForm(
      '',
      `<h3 slot="heading">Idatzi guri</h3><p slot="intro">Hello</p><span slot="consent">I agree to <a href="/p">all</a></span>
       <div slot="captcha">Captcha</div><p slot="thanks">Eskerrik asko</p>`,
    );
    const slotted = (name: string) =>
      form.get<HTMLSlotElement>(`slot[name=${name}]`).assignedElements().map(words);
    assert.deepEqual(['heading', 'intro', 'consent', 'captcha'].map(slotted), [
      ['Idatzi guri'],
      ['Hello'],
      ['I agree to all'],
      ['Captcha'],
    ]);
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    assert.deepEqual(slotted('thanks'), ['Eskerrik asko']);
  });

  it('do not make fields of what is in them', async () => {
    const form = await contactForm(
      '',
      '<div slot="intro"><label>Search <input name="search"></label></div><form slot="thanks" action="/x" method="post"><input name="again"></form>',
    );
    assert.lengthOf(form.labels, 6);
    assert.include(form.labels, 'Message');
  });

  it('are read where the element itself stands in a slot', async () => {
    const form = await contactForm('slot="main"', '<label>Company <input name="company"></label>');
    assert.include(form.labels, 'Company (optional)');
  });

  it("consent: ticking is by the sentence, a link's click is its own", async () => {
    const form = await contactForm(
      '',
      '<span slot="consent">I agree to <a href="#policy">the policy</a></span>',
    );
    const box = form.control('consent');
    const sentence = form.element.querySelector<HTMLElement>('[slot=consent]')!;
    sentence.click();
    assert.isTrue(box.checked);
    sentence.querySelector('a')!.click();
    assert.isTrue(box.checked);
    assert.equal(location.hash, '#policy');
    history.replaceState(null, '', location.pathname + location.search);
    await settled(form.element);
  });
});
