import { assert } from '@open-wc/testing';
import { answerFetch, appointment, type AppointmentPage } from './appointment-support.js';
import { listenToConsole, settled, words } from './support.js';
import { waitUntil } from './patience.js';

const DAY = 864e5;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const slot = (day: string, time: string) => ({
  start: `${day}T${time}:00Z`,
  end: new Date(Date.parse(`${day}T${time}:00Z`) + 18e5).toISOString(),
});
const json = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });

/** Two times on each of three days, from the day after tomorrow. */
const free = () => ({
  timezone: 'UTC',
  first: dayIn(1),
  last: dayIn(40),
  closed: [dayIn(5)],
  slots: [2, 3, 4].flatMap((days) => ['09:00', '16:00'].map((time) => slot(dayIn(days), time))),
});

const ATTRIBUTES = 'availability="/free?key=7" hours="Mo-Su 06:00-07:00" timezone="UTC"';

const atWhen = async (attributes = ATTRIBUTES, inner = ''): Promise<AppointmentPage> => {
  const page = await appointment(attributes, inner);
  if (inner) await page.choose('service', 'garden');
  await page.goToWhen();
  return page;
};

describe('a calendar server that says what is free', () => {
  const said = listenToConsole();

  it('is asked for the days in view, with what was chosen, and its times are the ones that are offered', async () => {
    const asked = answerFetch(() => json(free()));
    const page = await atWhen(
      ATTRIBUTES,
      '<label>Service <select name="service"><option value="">-</option><option value="garden">Garden</option></select></label><input type="hidden" name="staff" value="jon">',
    );
    await waitUntil(() => page.nearest.length === 3);
    const { searchParams } = asked[0]!;
    assert.equal(searchParams.get('key'), '7', "the owner's own query stays");
    assert.equal(searchParams.get('service'), 'garden');
    assert.equal(searchParams.get('mode'), 'office');
    assert.equal(searchParams.get('staff'), 'jon', 'what the owner fixed counts, too');
    assert.isBelow(Date.parse(searchParams.get('from')!), Date.now());
    assert.lengthOf(asked, 1, 'once for all days');
    await page.takeDay(0);
    assert.deepEqual(
      page.times.map(({ value }) => value),
      [`${dayIn(2)}T09:00:00+00:00`, `${dayIn(2)}T16:00:00+00:00`],
    );
    assert.match(page.announced, /2 free times/);
  });

  it('is waited for aloud, in the calendar too, whose days tell how many times they have', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    answerFetch(async () => held.then(() => json(free())));
    const page = await atWhen();
    assert.include(words(page.part('form')), 'Loading the free times…');
    page.get<HTMLButtonElement>('#day-button').click();
    await waitUntil(() => page.find('[role=grid]')?.getAttribute('aria-busy') === 'true');
    release();
    await waitUntil(() => !page.get('[role=grid]').hasAttribute('aria-busy'));
    const names = () => page.all('[role=gridcell]').map((cell) => cell.ariaLabel ?? '');
    if (new Date(dayIn(2)).getUTCMonth() !== new Date(dayIn(1)).getUTCMonth())
      page.get<HTMLButtonElement>('.next').click();
    await waitUntil(() => names().some((name) => name.endsWith(', 2 free times')));
  });

  it('that fails is told to the owner, and the hours stand in for it', async () => {
    answerFetch(() => new Response('no', { status: 500 }));
    const page = await atWhen();
    await waitUntil(() => page.text.includes('We could not check which times are free.'));
    assert.lengthOf(said, 1);
    assert.match(said[0]!, /availability="\/free\?key=7": it answered 500/);
    await page.takeDay(1);
    assert.match(page.times[0]!.value, /T06:00:00\+00:00$/);
    said.length = 0;
    const asked = answerFetch(() => json(free()));
    page.button('Try again').click();
    await settled(page.element);
    await waitUntil(() => asked.length > 0);
    await waitUntil(() => !page.text.includes('We could not check'));
  });

  for (const [what, answer, why] of [
    ['a page', () => new Response('<html>'), /availability=/],
    ['nonsense', () => json({ slots: 'none' }), /"slots" is no list/],
    ['nothing at all', () => Promise.reject(new TypeError('no network')), /no network/],
    ['too much', () => new Response('x'.repeat(600_000)), /too long/],
  ] as const) {
    it(`that answers ${what} is named with a reason`, async () => {
      answerFetch(answer);
      await atWhen();
      await waitUntil(() => said.length > 0);
      assert.match(said.join(), why);
    });
  }

  it('whose address makes no sense is named once, and the hours are used', async () => {
    const page = await atWhen('availability="javascript:alert(1)" hours="Mo-Su 06:00-07:00" timezone="UTC"');
    assert.lengthOf(page.nearest, 3);
    assert.lengthOf(said, 1, said.join());
    assert.match(said[0]!, /availability="javascript:alert\(1\)".*the hours are used/);
  });

  it('is asked again before sending: a time that somebody took meanwhile is not sent', async () => {
    let taken = false;
    answerFetch(() => json({ ...free(), slots: free().slots.slice(taken ? 1 : 0) }));
    const page = await atWhen();
    await waitUntil(() => page.nearest.length > 0);
    await page.takeDay(0);
    await page.takeTime(0);
    await page.goOn();
    await page.goToCheck();
    taken = true;
    await page.send();
    assert.lengthOf(page.requests, 0);
    assert.equal(page.step, 'When');
    assert.deepEqual(page.summary, ['This time is not free any more. Choose another one.']);
    assert.equal(page.root.activeElement!.id, 'summary');
    await waitUntil(() => page.times.length === 1);
    assert.isFalse(page.times[0]!.checked);
    await page.takeTime(0);
    await page.goOn();
    assert.equal(page.control('name').value, 'Ane Etxeberria', 'what was written is kept');
    await page.goOn();
    await page.send();
    assert.lengthOf(page.requests, 1);
    assert.equal(page.record.start, `${dayIn(2)}T16:00:00+00:00`);
  });

  it('that can not be asked before sending does not keep a request from being sent', async () => {
    let isUp = true;
    answerFetch(() => (isUp ? json(free()) : Promise.reject(new TypeError('down'))));
    const page = await atWhen();
    await waitUntil(() => page.nearest.length > 0);
    await page.takeDay(0);
    await page.takeTime(0);
    await page.goOn();
    await page.goToCheck();
    isUp = false;
    await page.send();
    assert.lengthOf(page.requests, 1);
  });

  it('has a week whose days are asked for when it is chosen', async () => {
    const asked = answerFetch(() => json(free()));
    const page = await atWhen();
    await waitUntil(() => page.nearest.length > 0);
    await page.choose('when', 'any');
    const week = page.get<HTMLSelectElement>('select[name=week]');
    await page.choose('week', week.options[week.options.length - 1]!.value);
    await waitUntil(() => asked.length >= 2);
  });
});

describe('an endpoint that knows that a time is taken', () => {
  for (const error of [
    { field: 'start', code: 'slot_taken', message: 'Somebody else was faster.' },
    { field: 'start', code: 'slot_unavailable', message: 'We are closed then.' },
    // A server of the owner's that answers 409 and nothing else.
    { code: '409' },
  ])
    it(`leads back to the times, in words of the widget, with everything else kept: ${error.code}`, async () => {
      const page = await appointment('hours="Mo-Su 06:00-09:00" timezone="UTC"');
      page.answer = { state: 'rejected', status: 422, errors: [error] };
      await page.fillAll();
      await page.send();
      assert.equal(page.step, 'When');
      assert.deepEqual(page.summary, ['This time is not free any more. Choose another one.']);
      assert.isNull(page.find('[name=start]:checked'));
      page.answer = { state: 'sent' };
      await page.takeTime(1);
      await page.goOn();
      await page.goOn();
      await page.send();
      assert.isTrue(page.has('end'));
      assert.notEqual(page.requests[0]!.record.submission_id, page.requests[1]!.record.submission_id);
    });
});
