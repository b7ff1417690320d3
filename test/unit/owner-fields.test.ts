import { assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, settled, words } from './support.js';

const EVERY_TYPE = `
  <label>Company <input name="company" required maxlength="30"></label>
  <label>Site <input type="url" name="site"></label>
  <label>Mail to <input type="email" name="second_email"></label>
  <label>Fax <input type="tel" name="fax"></label>
  <label>People <input type="number" name="people" min="1" max="9"></label>
  <label>Day <input type="date" name="day" min="2026-01-01"></label>
  <label>Time <input type="time" name="time"></label>
  <label>Moment <input type="datetime-local" name="moment"></label>
  <label>Month <input type="month" name="month"></label>
  <label>Week <input type="week" name="week"></label>
  <label>Size <input type="range" name="size" min="1" max="5" value="3"></label>
  <label>Colour <input type="color" name="colour" value="#ff0000"></label>
  <label>Notes <textarea name="notes" rows="3"></textarea></label>
  <label>Branch <select name="branch"><option value="">Any</option><option value="d">Donostia</option><option value="b">Bilbo</option></select></label>
  <fieldset><legend>How did you find us?</legend>
    <label><input type="radio" name="found" value="friend"> A friend</label>
    <label><input type="radio" name="found" value="web"> The web</label>
  </fieldset>
  <fieldset><legend>Interests</legend>
    <label><input type="checkbox" name="interests" value="a"> Wood</label>
    <label><input type="checkbox" name="interests" value="b"> Stone</label>
  </fieldset>
  <label><input type="checkbox" name="newsletter" value="weekly"> Send me news</label>`;

const ANSWERS_TO_ALL: Readonly<Record<string, string>> = {
  company: 'Txolarre',
  site: 'https://txolarre.example/',
  second_email: 'jon@example.com',
  fax: '943 12 34 56',
  people: '4',
  day: '2026-02-03',
  time: '10:30',
  moment: '2026-02-03T10:30',
  month: '2026-02',
  week: '2026-W06',
  size: '5',
  colour: '#00ff00',
  notes: 'one\ntwo',
  branch: 'b',
  found: 'web',
  interests: 'a',
  newsletter: 'weekly',
};

describe("fields in the owner's HTML", () => {
  it('of every type are shown with their labels, before the message', async () => {
    const form = await contactForm('topic="question"', EVERY_TYPE);
    assert.deepEqual(form.labels, [
      'Your name',
      'E-mail',
      'Phone (optional)',
      'Subject (optional)',
      'Company',
      'Site (optional)',
      'Mail to (optional)',
      'Fax (optional)',
      'People (optional)',
      'Day (optional)',
      'Time (optional)',
      'Moment (optional)',
      'Month (optional)',
      'Week (optional)',
      'Size (optional)',
      'Colour (optional)',
      'Notes (optional)',
      'Branch (optional)',
      'How did you find us? (optional)',
      'Interests (optional)',
      'Send me news (optional)',
      'Your question',
    ]);
    const types = Object.keys(ANSWERS_TO_ALL).map((name) => form.control(name).type);
    assert.deepEqual(types, [
      ...[
        'text',
        'url',
        'email',
        'tel',
        'number',
        'date',
        'time',
        'datetime-local',
        'month',
        'week',
        'range',
      ],
      ...['color', 'textarea', 'select-one', 'radio', 'checkbox', 'checkbox'],
    ]);
    assert.equal(form.control<HTMLTextAreaElement>('notes').rows, 3);
  });

  it('are sent under their own names', async () => {
    const form = await contactForm('', EVERY_TYPE);
    await form.fillIn({ ...ANSWERS, ...ANSWERS_TO_ALL });
    await form.choose('interests', 'b');
    await form.send();
    const { interests, ...rest } = form.record;
    assert.deepEqual(interests, ['a', 'b']);
    const { interests: _one, ...others } = ANSWERS_TO_ALL;
    assert.include(rest, { ...ANSWERS, ...others });
  });

  it('that nobody filled in are not sent', async () => {
    const form = await contactForm('', EVERY_TYPE.replace(' required', ''));
    await form.fillIn();
    await form.send();
    for (const name of ['company', 'branch', 'found', 'interests', 'newsletter', 'day', 'notes'])
      assert.notProperty(form.record, name);
    // These always have a value, and show it.
    assert.include(form.record, { size: '3', colour: '#ff0000' });
  });

  it('keep their rules, in the language of the form', async () => {
    const form = await contactForm('', EVERY_TYPE);
    await form.fillIn({
      ...ANSWERS,
      site: 'txolarre',
      second_email: 'x',
      fax: '1',
      people: '12',
      day: '2025-12-31',
    });
    await form.send();
    // Dates are fetched when one is shown.
    await waitUntil(() => form.summary.join().includes('January'));
    assert.deepEqual(form.summary, [
      'Fill in this field: Company',
      'Enter a web address, like https://example.com',
      'Enter an e-mail address in the correct format, like name@example.com',
      'Enter a phone number, like +44 1632 960 001',
      'The maximum is 9: People',
      'The minimum is January 1, 2026: Day',
    ]);
  });

  it('are read in the language that the owner’s HTML says, and what the kit says of them in its own', async () => {
    const form = await contactForm(
      'topic="question"',
      `<div lang="es"><label>¿Cómo nos conoció? <input name="how"></label></div>
       <fieldset lang="eu"><legend>Noiz?</legend><label><input type="radio" name="when" value="a" required> Goizez</label>
         <label><input type="radio" name="when" value="b"> Arratsaldez</label></fieldset>
       <label>Company <input name="company"></label>`,
    );
    await form.fillIn();
    await form.send();
    const languageOf = (selector: string) => form.get(selector).closest<HTMLElement>('[lang]')!.lang;
    const labelOf = (name: string) => form.control(name).labels![0]!;
    assert.equal(labelOf('how').closest<HTMLElement>('[lang]')!.lang, 'es');
    assert.equal(languageOf('[role=radiogroup][aria-invalid=true] legend'), 'eu');
    assert.equal(languageOf('[role=radiogroup] .option span'), 'eu');
    assert.equal(labelOf('company').closest<HTMLElement>('[lang]')!.lang, 'en');
    assert.equal(labelOf('how').querySelector('span')!.closest<HTMLElement>('[lang]')!.lang, 'en');
    assert.equal(languageOf('[part~=error]'), 'en');
  });

  it('have their pattern checked, and their hint said', async () => {
    const form = await contactForm(
      '',
      `<label>Customer number <input name="customer" pattern="[A-Z]{2}\\d{4}" title="Two letters, four digits"></label>
       <label for="vat-1">VAT number</label> <input id="vat-1" name="vat" aria-describedby="vat-hint"><p id="vat-hint">On your <b>invoice</b>.</p>
       <label>Floor <small>0 is the ground</small> <input name="floor" minlength="2"></label>`,
    );
    const hint = (name: string) => {
      const [id] = form.control(name).getAttribute('aria-describedby')!.split(' ');
      return words(form.root.getElementById(id!)!);
    };
    assert.deepEqual(['customer', 'vat', 'floor'].map(hint), [
      'Two letters, four digits',
      'On your invoice.',
      '0 is the ground',
    ]);
    assert.includeMembers(form.labels, ['VAT number (optional)', 'Floor (optional)']);
    await form.fillIn({ ...ANSWERS, customer: 'AB12345', floor: '1' });
    await form.send();
    assert.deepEqual(form.summary, [
      'Use the format asked for: Customer number',
      'Write at least 2 characters: Floor',
    ]);
  });

  it('start with the values that the HTML gives', async () => {
    const form = await contactForm(
      '',
      `<label>City <input name="city" value="Donostia"></label>
       <label>Notes <textarea name="notes">As\nusual</textarea></label>
       <label>Branch <select name="branch"><option value="d">Donostia<option value="b" selected>Bilbo</select></label>
       <label><input type="radio" name="pay" value="card"> Card</label>
       <label><input type="radio" name="pay" value="cash" checked> Cash</label>
       <label><input type="checkbox" name="news" value="yes" checked> News</label>`,
    );
    await form.fillIn();
    await form.send();
    assert.include(form.record, {
      city: 'Donostia',
      notes: 'As\nusual',
      branch: 'b',
      pay: 'cash',
      news: 'yes',
    });
  });

  it('whatever they are called, are led to by their error', async () => {
    const form = await contactForm(
      '',
      `<fieldset><legend>Ours</legend><label><input type="radio" name='our "own"]' value="a" required> A</label></fieldset>`,
    );
    await form.send();
    const links = form.all<HTMLAnchorElement>('[part~=error-summary] a');
    links.find((link) => words(link).includes('Ours') || link.hash.includes('own'))!.click();
    await settled(form.element);
    assert.equal((form.root.activeElement as HTMLInputElement).name, 'our "own"]');
  });

  it('that are hidden are sent and not shown', async () => {
    const form = await contactForm(
      '',
      `<input type="hidden" name="campaign" value="spring">
       <div hidden><input name="variant" value="B"><select name="list"><option value="7" selected></select></div>
       <p style="display:none"><input name="ab" value="1"></p>
       <input type="checkbox" name="off" value="x" hidden><input type="checkbox" name="on" value="y" checked hidden>`,
    );
    assert.lengthOf(form.labels, 6);
    await form.fillIn();
    await form.send();
    assert.include(form.record, { campaign: 'spring', variant: 'B', list: '7', ab: '1', on: 'y' });
    assert.notProperty(form.record, 'off');
  });

  it('that cannot be sent, or are traps, are left out', async () => {
    const form = await contactForm(
      '',
      `<label>Nameless <input value="1"></label>
       <label>Off <input name="off" value="1" disabled></label>
       <fieldset disabled><label>Off too <input name="off_too" value="1"></label></fieldset>
       <label>Secret <input type="password" name="secret" value="1"></label>
       <input type="submit" name="go" value="Go"><button name="button" value="1">Go</button>
       <label>Trap <input name="_gotcha"></label><input type="hidden" name="_honeypot" value="1"><input name="bot-field">`,
    );
    assert.lengthOf(form.labels, 6);
    await form.fillIn();
    await form.send();
    for (const name of ['', 'off', 'off_too', 'secret', 'go', 'button', '_gotcha', '_honeypot', 'bot-field'])
      assert.notProperty(form.record, name);
  });

  it('have their name for a label where they have no other', async () => {
    const form = await contactForm(
      '',
      `<input name="colour_code"><input name="a" aria-label="Street"><input name="b" placeholder="Town">
       <span id="c-label">Country</span><input name="c" aria-labelledby="c-label">`,
    );
    assert.includeMembers(form.labels, [
      'colour_code (optional)',
      'Street (optional)',
      'Town (optional)',
      'Country (optional)',
    ]);
  });

  it('show what they are called without the marks for required', async () => {
    const form = await contactForm('', '<label>Company*: <input name="company" required></label>');
    assert.include(form.labels, 'Company');
  });

  it('are text, whatever is in them', async () => {
    const form = await contactForm(
      '',
      `<label>&lt;img src=x onerror=alert(1)&gt; <input name="a" title="&lt;b&gt;bold&lt;/b&gt;" value="&lt;script&gt;"></label>`,
    );
    assert.include(form.labels, '<img src=x onerror=alert(1)> (optional)');
    assert.isEmpty(form.all('img, b, script'));
    assert.equal(form.control('a').value, '<script>');
  });
});

describe("fields of the owner's in place of the kit's", () => {
  it('change what they say and keep the rest', async () => {
    const form = await contactForm(
      'topic="question"',
      `<label>Your e-mail at work <input type="email" name="email" value="@txolarre.example"></label>
       <input name="subject" required>`,
    );
    assert.deepEqual(form.labels, [
      'Your name',
      'Your e-mail at work (optional)',
      'Phone (optional)',
      'Subject',
      'Your question',
    ]);
    assert.equal(form.control('email').autocomplete, 'email');
    assert.equal(form.control('email').value, '@txolarre.example');
  });

  it('as a select give the topics', async () => {
    const form = await contactForm(
      '',
      `<label>Department <select name="topic" required><option value="sales">Sales</option><option value="complaint">Complaints</option></select></label>`,
    );
    assert.deepEqual(
      form.all<HTMLInputElement>('[name=topic]').map(({ value, type }) => `${type} ${value}`),
      ['radio sales', 'radio complaint'],
    );
    assert.equal(form.labels[0], 'Department');
    await form.choose('topic', 'complaint');
    assert.ok(form.control('order_number'));
    await form.choose('topic', 'sales');
    await form.fillIn({ ...ANSWERS, topic: 'sales' });
    await form.send();
    assert.equal(form.record['topic'], 'sales');
  });

  it('as a select with many topics stay a list to open', async () => {
    const options = Array.from(
      { length: 7 },
      (_, index) => `<option value="t${index}">Topic ${index}</option>`,
    );
    const form = await contactForm(
      '',
      `<select name="topic" required><option value="">–</option>${options.join('')}</select>`,
    );
    assert.equal(form.control('topic').type, 'select-one');
    assert.equal(form.labels[0], 'What is it about?');
    await form.send();
    assert.equal(form.summary[0], 'Choose what it is about');
    await form.fillIn({ ...ANSWERS, topic: 't6' });
    await form.send();
    assert.equal(form.record['topic'], 't6');
  });

  it('as hidden values take their places', async () => {
    const form = await contactForm(
      '',
      '<input type="hidden" name="topic" value="complaint"><input type="hidden" name="name" value="Shop 3"><input type="hidden" name="remedy" value="repair">',
    );
    for (const name of ['topic', 'name', 'remedy']) assert.isNull(form.find(`[name=${name}]`));
    assert.equal(words(form.submitButton), 'Send complaint');
    await form.fillIn();
    await form.send();
    assert.include(form.record, { topic: 'complaint', name: 'Shop 3', remedy: 'repair' });
  });
});

describe("names in the owner's HTML that stand in front of the browser's own", () => {
  const said = listenToConsole();
  const warned = listenToConsole('warn');
  const NAMES = [
    'action',
    'method',
    'elements',
    'submit',
    'reset',
    'length',
    'name',
    'id',
    'parentNode',
    'children',
  ];
  const CLOBBERING = NAMES.filter((name) => name !== 'name')
    .map((name) => `<label>${name} <input name="${name}" id="${name}"></label>`)
    .join('');

  for (const [where, html] of [
    ['loose', CLOBBERING],
    [
      'in a form',
      `<form action="/contact" method="post"><input name="name"><input name="email">${CLOBBERING}</form>`,
    ],
  ] as const) {
    it(`are just names, ${where}`, async () => {
      const form = await contactForm('topic="question"', html);
      for (const name of NAMES) {
        if (name !== 'name') assert.include(form.labels, `${name} (optional)`);
        await form.write(name, `the ${name}`);
      }
      if (where === 'loose') await form.fillIn({ email: ANSWERS.email, message: ANSWERS.message });
      await form.send();
      for (const name of NAMES) assert.equal(form.record[name], `the ${name}`);
      assert.isEmpty(said);
    });
  }

  it('that the kit gives itself do not overwrite what it says', async () => {
    const form = await contactForm(
      '',
      `<input type="hidden" name="submission_id" value="1"><input type="hidden" name="__proto__" value="2">
       <input type="hidden" name="constructor" value="3"><input type="hidden" name="widget" value="4">`,
    );
    await form.fillIn();
    await form.send();
    assert.match(String(form.record['submission_id']), /^[0-9a-f-]{36}$/);
    assert.equal(form.record['widget'], 'contact');
    assert.include(form.record, {
      own_submission_id: '1',
      own_widget: '4',
      own___proto__: '2',
      own_constructor: '3',
    });
  });

  it('that the kit gives itself are not sent again where they say nothing else', async () => {
    const form = await contactForm(
      'locale="eu"',
      // Netlify drops what a static form doesn't name; the receiver reads the language of a form without a script.
      `<input type="hidden" name="submission_id"><input type="hidden" name="page_url" value="">
       <input type="hidden" name="locale" value="eu"><input type="hidden" name="widget" value="contact">`,
    );
    await form.fillIn();
    await form.send();
    assert.include(form.record, { locale: 'eu', widget: 'contact' });
    assert.isEmpty(Object.keys(form.record).filter((name) => name.startsWith('own_')));
    assert.isEmpty(warned);
  });

  it('with spaces, quotes and brackets work too', async () => {
    const form = await contactForm(
      '',
      `<input name="a b"><input name="it's"><input name='say "x"'><input name="list[]" type="checkbox" value="1">`,
    );
    await settled(form.element);
    for (const [name, text] of [
      ['a b', '1'],
      ["it's", '2'],
    ] as const)
      await form.write(name, text);
    form.get('[name="list[]"]').click();
    await form.fillIn();
    await form.send();
    assert.include(form.record, { 'a b': '1', "it's": '2' });
    assert.deepEqual(form.record['list[]'], ['1']);
  });
});
