import { assert } from '@open-wc/testing';
import ICAL from 'ical.js';
import { appointment, HOURS } from './appointment-support.js';
import { listenToConsole, newId, settled, words } from './support.js';
import { waitUntil } from './patience.js';

const CHOICES = `
  <label>What is it about?
    <select name="service" required><option value="">-</option><option value="clean">Cleaning</option><option value="garden">Garden</option></select>
  </label>
  <fieldset><legend>Who?</legend>
    <label><input type="radio" name="staff" value="maialen"> Maialen</label>
    <label><input type="radio" name="staff" value="jon"> Jon</label>
  </fieldset>
  <label>Size of the garden <input type="number" name="surface"></label>
  <input type="hidden" name="campaign" value="spring">`;

describe("an owner's HTML", () => {
  it('has the choices of the first step, and further questions with the details', async () => {
    const page = await appointment(`${HOURS} people="6"`, CHOICES);
    assert.deepEqual(page.labels, [
      'What is it about?',
      'Who? (optional)',
      'How shall we meet?',
      'How many people? (optional)',
    ]);
    await page.choose('service', 'garden');
    await page.choose('staff', 'jon');
    await page.write('people', '7');
    await page.goToWhen();
    assert.deepEqual(page.summary, ['The maximum is 6: How many people?']);
    await page.write('people', '2');
    await page.goOn();
    await page.goToDetails();
    assert.include(page.labels.join(), 'Size of the garden');
    await page.fillIn({ surface: '40' });
    await page.goToCheck();
    assert.equal(page.answers['What is it about?'], 'Garden');
    assert.equal(page.answers['Who? (optional)'] ?? page.answers['Who?'], 'Jon');
    await page.send();
    const { service, staff, people, surface, campaign } = page.record;
    assert.deepEqual(
      { service, staff, people, surface, campaign },
      { service: 'garden', staff: 'jon', people: 2, surface: '40', campaign: 'spring' },
    );
  });

  it('may name somebody for those who do not mind, which is an answer like the others', async () => {
    const page = await appointment(
      HOURS,
      '<label>With whom? <select name="staff"><option value="">Whoever is free</option><option value="jon">Jon</option></select></label>',
    );
    const [anybody, jon] = page.all<HTMLInputElement>('[name=staff]');
    assert.equal(words(anybody!.closest('label')!), 'Whoever is free');
    assert.isTrue(anybody!.checked);
    jon!.click();
    await settled(page.element);
    anybody!.click();
    await settled(page.element);
    await page.fillAll();
    await page.send();
    assert.notProperty(page.record, 'staff');
  });

  it('that is a whole form is taken over: its own fields, and the calendar in place of its control for a time', async () => {
    const page = await appointment(
      HOURS,
      `<form action="/visits" method="post">
        <label>Your name <input name="visitor" required></label>
        <label>When? <input type="datetime-local" name="start"></label>
        <button>Ask</button>
      </form>`,
    );
    assert.equal(page.steps, '[When] Your details Check');
    await page.takeDay();
    await page.takeTime();
    await page.goOn();
    assert.deepEqual(page.labels, ['Your name']);
    await page.write('visitor', 'Ane');
    await page.goOn();
    assert.equal(words(page.submitButton), 'Ask');
    await page.send();
    assert.equal(page.record.visitor, 'Ane');
    assert.match(String(page.record.start), /\+0[12]:00$/);
    assert.match(page.requests[0]!.endpoint, /\/visits$/);
  });

  it('may fix the way to meet, which is then sent and not asked for', async () => {
    const page = await appointment(`${HOURS} modes="Phone"`);
    assert.equal(page.steps, '[When] Your details Check');
    await page.goToDetails();
    assert.isTrue(page.control('phone').ariaRequired === 'true');
    await page.goToCheck();
    await page.send();
    assert.equal(page.record.mode, 'phone');
  });

  it('has a person to show, before everything else', async () => {
    const page = await appointment(HOURS, '<p slot="representative">Maialen, gardener</p>');
    const slot = page.get<HTMLSlotElement>('slot[name=representative]');
    assert.equal(words(slot.assignedElements()[0]!), 'Maialen, gardener');
  });
});

describe('an attribute of an appointment request that makes no sense', () => {
  const said = listenToConsole();

  for (const [attribute, value, named] of [
    ['hours', 'Mo-Fr 9:00-8:00-', 'character'],
    ['hours', 'Montag 09:00-12:00', 'Montag'],
    ['closed', '2026-02-31', '2026-02-31'],
    ['holidays', 'Christmas', 'Christmas'],
    ['timezone', 'Europe/Donostia', 'Europe/Donostia'],
    ['slot-minutes', '0', '0'],
    ['slot-minutes', 'half an hour', 'NaN'],
    ['buffer-minutes', '-5', '-5'],
    ['notice-hours', '1e9', '1000000000'],
    ['horizon-days', '', 'NaN'],
    ['modes', 'visit letter', 'letter'],
    ['people', 'many', 'many'],
    ['reply-by', 'pigeon', 'pigeon'],
  ] as const) {
    it(`is named once, and a request can be made: ${attribute}="${value}"`, async () => {
      const page = await appointment(`${attribute}="${value}"`);
      const isVisit = attribute === 'modes';
      if (isVisit) {
        await page.write('place', 'Hernani');
        await page.goOn();
      } else await page.goToWhen();
      await page.goToDetails();
      await page.goToCheck();
      await page.send();
      assert.isTrue(page.has('end'));
      assert.lengthOf(said, 1, said.join('\n'));
      assert.include(said[0], `<harreman-appointment-request> ${attribute}="${value}"`);
      assert.include(said[0], named);
    });
  }
});

describe('what a visitor takes along', () => {
  it('is a calendar file with the time that was asked for, tentative, and links', async () => {
    const page = await appointment(HOURS, CHOICES);
    await page.choose('service', 'garden');
    await page.fillAll('visit');
    await page.send();
    const [file, google, outlook] = page.all<HTMLAnchorElement>('[part=keepsake] a');
    assert.match(words(file!), /^Calendar file \(\.ics, \d+ kB\)$/);
    assert.equal(file!.download, 'appointment.ics');
    const text = await (await fetch(file!.href)).text();
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!);
    assert.equal(event.uid, String(page.record.submission_id));
    assert.equal(event.startDate.toJSDate().getTime(), Date.parse(String(page.record.start)));
    assert.equal(event.summary, 'Requested appointment: Garden');
    assert.equal(event.location, 'Kale Nagusia 1, Hernani');
    assert.include(text, 'STATUS:TENTATIVE');
    for (const link of [google!, outlook!]) {
      assert.equal(link.target, '_blank');
      assert.include(words(link), 'opens in a new tab');
    }
    assert.include(google!.href, encodeURIComponent('Requested appointment: Garden'));
  });

  it('has no calendar file where no one time was asked for', async () => {
    const page = await appointment();
    await page.goToWhen();
    await page.choose('when', 'soon');
    await page.goOn();
    await page.goToCheck();
    await page.send();
    assert.isFalse(page.has('keepsake'));
  });
});

describe('a visitor who comes again', () => {
  const KEY = 'harreman:remembered';
  afterEach(() => localStorage.removeItem(KEY));

  it('is remembered only at their wish, fills in the same with one press, and can be forgotten', async () => {
    const first = await appointment(HOURS, CHOICES);
    await first.choose('service', 'garden');
    await first.fillAll('visit');
    await first.send();
    assert.isNull(localStorage.getItem(KEY), 'nothing is kept unasked');
    first.button('Remember on this device').click();
    await settled(first.element);
    const kept = localStorage.getItem(KEY)!;
    assert.include(kept, 'garden');
    assert.notInclude(kept, 'ane@example.com', 'who it was is not kept');
    first.element.remove();

    const page = await appointment(HOURS, CHOICES);
    await waitUntil(() => page.text.includes('Last time: Garden · At my place'));
    page.button('The same again').click();
    await settled(page.element);
    assert.equal(page.step, 'When');
    await page.goToDetails();
    await page.goToCheck();
    assert.equal(page.answers['What is it about?'], 'Garden');
    assert.equal(page.answers['Where?'], 'Kale Nagusia 1, Hernani');
    page.element.remove();

    const third = await appointment(HOURS, CHOICES);
    await waitUntil(() => third.text.includes('Last time:'));
    third.button('Forget me').click();
    await settled(third.element);
    assert.isNull(localStorage.getItem(KEY));
    assert.notInclude(third.text, 'Last time:');
  });

  it('is not given what the owner no longer offers', async () => {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), service: 'windows', mode: 'office' }));
    const page = await appointment(HOURS, CHOICES);
    await waitUntil(() => page.text.includes('Last time:'));
    page.button('The same again').click();
    await settled(page.element);
    await page.goOn();
    page.button('Back').click();
    await settled(page.element);
    assert.isNull(page.find('[name=service]:checked'));
    assert.isTrue(page.get<HTMLInputElement>('[name=mode][value=office]').checked);
  });

  it('is not offered to be remembered where nothing may be kept', async () => {
    const page = await appointment(`id="${newId()}" persist="off" ${HOURS}`);
    await page.fillAll();
    await page.send();
    assert.notInclude(page.text, 'Remember');
  });

  for (const broken of ['{', '[]', '{"at":"x"}', '{"at":1,"service":{}}']) {
    it(`is nobody where what is kept can't be read: ${broken}`, async () => {
      localStorage.setItem(KEY, broken);
      const page = await appointment(HOURS, CHOICES);
      assert.notInclude(page.text, 'Last time:');
    });
  }
});
