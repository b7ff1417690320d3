import { assert } from '@open-wc/testing';
import { contactForm, listenToConsole, place, settled, words } from './support.js';

const FORM = (attributes = 'action="/mail.php" method="post"', inner = '') => `
  <form ${attributes}>
    <label>Name <input name="name" required></label>
    <label>E-mail <input type="email" name="mail" required></label>
    <label>Text <textarea name="text"></textarea></label>
    <input type="hidden" name="recipient" value="3">
    ${inner}
    <button>Bidali</button>
  </form>`;

describe('a form that is taken over', () => {
  const said = listenToConsole();

  it('has its own fields, in their order, and no others', async () => {
    const form = await contactForm('', FORM());
    assert.deepEqual(form.labels, ['Name', 'E-mail', 'Text (optional)']);
    assert.equal(words(form.submitButton), 'Bidali');
    assert.isEmpty(form.all('[role=heading]'), 'the page has its own heading');
  });

  it('begins with its first field where it has no heading', async () => {
    const form = await contactForm('', FORM());
    const base = form.part('base');
    const top = form.part('field').getBoundingClientRect().top - base.getBoundingClientRect().top;
    assert.equal(top, parseFloat(getComputedStyle(base).paddingTop));
    const named = await contactForm('', `<h2 slot="heading">Zure ideia</h2>${FORM()}`);
    assert.isAbove(
      named.part('field').getBoundingClientRect().top,
      named.element.querySelector('h2')!.getBoundingClientRect().bottom,
    );
  });

  it('goes where it went without the script, as a form goes', async () => {
    const form = await contactForm('', FORM());
    await form.fillIn({ name: 'Ane', mail: 'ane@example.com', text: 'Kaixo' });
    await form.send();
    const [request] = form.requests;
    assert.equal(request!.endpoint, new URL('/mail.php', location.href).href);
    assert.equal(request!.profile, 'form');
    assert.include(form.record, { name: 'Ane', mail: 'ane@example.com', text: 'Kaixo', recipient: '3' });
    assert.notProperty(form.record, 'message');
  });

  it('without an action goes to the page itself', async () => {
    const form = await contactForm('', FORM('method="POST"'));
    await form.fillIn({ name: 'Ane', mail: 'ane@example.com' });
    await form.send();
    assert.equal(form.requests[0]!.endpoint, location.href);
  });

  it('checks its own fields', async () => {
    const form = await contactForm('', FORM());
    await form.send();
    assert.deepEqual(form.summary, ['Fill in this field: Name', 'Fill in this field: E-mail']);
  });

  it("that searches (method=get) stays the page's", async () => {
    const page = await contactForm('', FORM('action="/search"'));
    assert.match(said.join(), /method="get".*method="post"/);
    assert.include(page.labels, 'Message', "the kit's own form is shown");
  });

  it('leaves out the traps that form services know', async () => {
    const form = await contactForm(
      '',
      FORM(
        'action="/" method="post" netlify netlify-honeypot="bot-check"',
        '<label>Trap <input name="bot-check"></label><input name="_gotcha">',
      ),
    );
    assert.deepEqual(form.labels, ['Name', 'E-mail', 'Text (optional)']);
  });

  it('of Netlify is sent as Netlify wants it', async () => {
    for (const mark of ['netlify', 'data-netlify="true"']) {
      const form = await contactForm('', FORM(`name="contact" action="/" method="post" ${mark}`));
      await form.fillIn({ name: 'Ane', mail: 'ane@example.com' });
      await form.send();
      assert.equal(form.requests[0]!.profile, 'netlify');
      assert.equal(form.record['form-name'], 'contact');
    }
  });

  it("takes its button's words from a button or an input", async () => {
    const button = (html: string) => FORM().replace('<button>Bidali</button>', html);
    const cases = {
      '<input type="submit" value="Absenden">': 'Absenden',
      '<button type="submit"> <b>Send</b> it </button>': 'Send it',
      '<button type="button">No</button><button>Yes</button>': 'Yes',
      '': 'Send',
    };
    for (const [html, text] of Object.entries(cases))
      assert.equal(words((await contactForm('', button(html))).submitButton), text, html);
  });

  it('brings what its script asks for: the button that was pressed, and controls that are empty', async () => {
    const controls = `
      <label>Phone <input type="tel" name="telephone"></label>
      <label>Country <select name="country"><option value="">None</option><option>ES</option></select></label>
      <label><input type="radio" name="size" value="s"> S</label>
      <label><input type="checkbox" name="news"> News</label>`;
    const cases = {
      '<button name="submit">Send</button>': { submit: '' },
      '<button name="go" value="now">Send</button>': { go: 'now' },
      '<input type="submit" name="send" value="Send">': { send: 'Send' },
    };
    for (const [button, pressed] of Object.entries(cases)) {
      const html = FORM(undefined, controls).replace('<button>Bidali</button>', button);
      const form = await contactForm('', html);
      assert.equal(words(form.submitButton), 'Send', button);
      await form.fillIn({ name: 'Ane', mail: 'ane@example.com' });
      await form.send();
      assert.include(form.record, { ...pressed, text: '', telephone: '', country: '' });
      assert.notProperty(form.record, 'size');
      assert.notProperty(form.record, 'news');
    }
    const form = await contactForm('profile="harreman"', FORM());
    await form.fillIn({ name: 'Ane', mail: 'ane@example.com' });
    await form.send();
    assert.notProperty(form.record, 'text', 'the receiver takes no empty address');
  });

  it("goes elsewhere where the element's endpoint says so", async () => {
    const form = await contactForm('endpoint="https://forms.example/x"', FORM());
    await form.fillIn({ name: 'Ane', mail: 'ane@example.com' });
    await form.send();
    assert.equal(form.requests[0]!.endpoint, 'https://forms.example/x');
  });

  it('only counts what is inside it', async () => {
    const form = await contactForm('', `<label>Outside <input name="outside"></label>${FORM()}`);
    assert.notInclude(form.labels.join(), 'Outside');
  });

  it('is what people see where it cannot be sent by the kit', async () => {
    const page = place('', FORM('action="mailto:ane@example.com" method="post"'), { network: true });
    await settled(page.element);
    await settled(page.element);
    assert.isTrue(page.element.querySelector('form')!.checkVisibility());
    assert.isFalse(page.has('submit-button'));
    assert.match(said.join(), /endpoint=.*mailto:ane@example\.com/);
  });
});
