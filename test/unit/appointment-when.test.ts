import { assert } from '@open-wc/testing';
import { answerFetch, appointment, dayOf, HOURS, placeAppointment } from './appointment-support.js';
import { newId, settled, words } from './support.js';
import { waitUntil } from './patience.js';

const TIMES = '9:00 AM 9:30 AM 10:00 AM 10:30 AM 11:00 AM 11:30 AM 12:00 PM 12:30 PM';

describe('a day and a time', () => {
  it('are chosen from the next free days, and the times of the day by its halves', async () => {
    const page = await appointment();
    await page.goToWhen();
    assert.lengthOf(page.nearest, 3);
    const day = words(page.nearest[1]!);
    await page.takeDay(1);
    const times = page.part('times');
    assert.equal(words(times.querySelector('legend')!), `Times: ${day}`);
    const halves = [...times.querySelectorAll('.half-day')];
    assert.deepEqual(
      halves.map((half) => words(half.querySelector('legend')!)),
      ['Morning', 'Afternoon'],
    );
    assert.equal([...halves[0]!.querySelectorAll('time')].map(words).join(' '), TIMES);
    assert.match(page.announced, /14 free times/);
    for (const time of times.querySelectorAll('time'))
      assert.match(time.dateTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/);
  });

  it('keep the focus when a button for a day goes', async () => {
    const page = await appointment();
    await page.goToWhen();
    page.nearest[1]!.focus();
    await page.takeDay(1);
    assert.equal(page.root.activeElement?.id, 'day-button');
    assert.match(page.root.activeElement!.ariaLabel!, /^Choose date: \w+day, /);
  });

  it('are written as people write dates, and a day that does not exist or is closed is told as that', async () => {
    const page = await appointment('hours="Tu 09:00-10:00" timezone="Europe/Madrid"');
    await page.goToWhen();
    const write = async (text: string) => {
      const input = page.get<HTMLInputElement>('#day');
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await page.goOn();
    };
    await write('2/31/2099');
    assert.deepEqual(page.summary, ['There is no such day. Check the day and the month.']);
    assert.equal(page.root.activeElement!.id, 'summary');
    assert.equal(words(page.get('#day-error')), 'Error: There is no such day. Check the day and the month.');
    const tuesday = new Date();
    do tuesday.setDate(tuesday.getDate() + 1);
    while (tuesday.getDay() !== 2 || tuesday.getTime() < Date.now() + 2 * 864e5);
    const us = (date: Date) => `${date.getMonth() + 1}/${date.getDate()}/${date.getFullYear()}`;
    const wednesday = new Date(tuesday.getTime() + 864e5);
    await write(us(wednesday));
    assert.match(page.summary[0]!, /^Wednesday.*, closed\. Choose another day\.$/);
    await write(us(tuesday));
    assert.lengthOf(page.times, 2);
  });

  it('are one of up to three, the best first', async () => {
    const page = await appointment();
    await page.goToWhen();
    // Of the first day, notice may have taken all but the last time.
    for (const [day, time] of [
      [1, 2],
      [2, 2],
      [1, 4],
    ] as const) {
      await page.takeDay(day);
      await page.takeTime(time);
      if (time === 4) break;
      page.button('Add another time that would suit').click();
      await settled(page.element);
      assert.equal(page.root.activeElement!.id, 'day');
      assert.match(page.announced, /Added: /);
    }
    assert.isFalse(page.text.includes('Add another time'), 'three are enough');
    assert.lengthOf(page.all('[part=wishes] li'), 2);
    await page.goOn();
    await page.goToCheck();
    await page.send();
    const { start, alternatives } = page.record as { start: string; alternatives: string[] };
    assert.lengthOf(alternatives, 2);
    const [first, second, third] = [start, ...alternatives].map(dayOf);
    assert.isBelow(Date.parse(first!), Date.parse(second!));
    assert.equal(third, first);
    assert.match(alternatives[0]!, /T10:00:00\+0[12]:00\/.*T10:30:00\+0[12]:00$/);
  });

  it('that was taken is not offered again, and can be given back', async () => {
    const page = await appointment();
    await page.goToWhen();
    await page.takeDay(1);
    await page.takeTime(3);
    page.button('Add another time that would suit').click();
    await settled(page.element);
    await page.takeDay(1);
    assert.isTrue(page.times[3]!.disabled);
    await page.goOn();
    assert.equal(page.step, 'Your details', 'the one is enough');
    page.button('Back').click();
    await settled(page.element);
    page.get<HTMLButtonElement>('[part=wishes] button').click();
    await settled(page.element);
    assert.isFalse(page.has('wishes'));
    assert.match(page.announced, /Removed: /);
    assert.isFalse(page.times[3]!.disabled);
  });

  it('survive a page that is loaded again', async () => {
    const id = `id="${newId()}" ${HOURS}`;
    const first = await appointment(id);
    await first.goToWhen();
    await first.takeDay();
    await first.takeTime(5);
    const chosen = first.times[5]!.value;
    first.element.remove();
    const page = await appointment(id);
    await page.goOn();
    assert.equal(page.step, 'When');
    assert.equal(page.find<HTMLInputElement>('[name=start]:checked')?.value, chosen);
  });

  it('that are over by now are not sent from a draft', async () => {
    const id = `id="${newId()}" ${HOURS}`;
    const first = await appointment(id);
    await first.goToWhen();
    first.element.prefill({ start: '2020-01-01T10:00:00+01:00' });
    await settled(first.element);
    await first.goOn();
    assert.deepEqual(first.summary, ['This time is not free any more. Choose another one.']);
    assert.equal(first.step, 'When');
  });

  it('that clocks show twice are told apart', async () => {
    const october = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 9, 31));
    october.setUTCDate(31 - october.getUTCDay());
    const day = october.toISOString().slice(0, 10);
    const page = await appointment(
      `hours="${new Date(day).getUTCFullYear()} Oct ${october.getUTCDate()} 01:00-04:00" timezone="Europe/Madrid" horizon-days="800"`,
    );
    await page.goToWhen();
    await page.takeDay(0);
    const texts = page.all('.half-day .option').map(words);
    assert.include(texts.join('; '), '2:30 AM (UTC+2)');
    assert.include(texts.join('; '), '2:30 AM (UTC+1)');
    assert.equal(new Set(page.times.map(({ value }) => value)).size, 8);
  });

  it('are told in both zones where the visitor is elsewhere', async () => {
    // No visitor of this test is there.
    const page = await appointment('hours="09:00-10:00" timezone="Asia/Kathmandu"');
    await page.goToWhen();
    await page.takeDay(1);
    assert.include(words(page.part('times')), 'Time zone: Asia/Kathmandu, UTC+5:45');
    assert.match(words(page.all('.half-day .option')[0]!), /^9:00 AM your time: /);
    await page.takeTime();
    await page.goOn();
    await page.goToCheck();
    assert.match(page.answers['Day and time']!, /, 9:00 AM \(Asia\/Kathmandu, UTC\+5:45; your time: .*\)$/);
    await page.send();
    assert.match(String(page.record.start), /T09:00:00\+05:45$/);
    assert.equal(page.record.timezone, 'Asia/Kathmandu');
    assert.equal(page.record.visitor_timezone, Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('any time that suits', () => {
  it('is a morning of a week: the hours of each of its days', async () => {
    const page = await appointment();
    await page.goToWhen();
    await page.choose('when', 'any');
    await page.goOn();
    assert.deepEqual(page.summary, [
      'Choose an option: In which week?',
      'Choose an option: At what time of day?',
    ]);
    const select = page.get<HTMLSelectElement>('select[name=week]');
    const next = [...select.options].find(({ text }) => text.endsWith('(next week)'))!;
    await page.choose('week', next.value);
    await page.choose('part_of_day', 'morning');
    await page.goOn();
    await page.goToCheck();
    assert.include(page.answers['In which week?'], '(next week)');
    await page.send();
    const {
      start,
      part_of_day: part,
      alternatives,
    } = page.record as { start?: string; part_of_day: string; alternatives: string[] };
    assert.isUndefined(start);
    assert.equal(part, 'morning');
    assert.lengthOf(alternatives, 7);
    for (const window of alternatives) assert.match(window, /T09:00:00\+0[12]:00\/.*T13:00:00\+0[12]:00$/);
    assert.equal(dayOf(alternatives[0]), next.value);
  });

  it('is kept where nobody says what is free: the week and the part of the day arrive all the same', async () => {
    answerFetch(() => new Promise<Response>(() => {}));
    const page = await appointment('availability="/free" timezone="Europe/Madrid"');
    await page.goToWhen();
    await page.choose('when', 'any');
    const week = page.get<HTMLSelectElement>('select[name=week]').options[2]!.value;
    await page.choose('week', week);
    await page.choose('part_of_day', 'afternoon');
    await page.goOn();
    await page.goToCheck();
    await page.send();
    const alternatives = page.record.alternatives as string[];
    assert.lengthOf(alternatives, 7);
    assert.match(alternatives[0]!, new RegExp(`^${week}T13:00:00\\+0[12]:00/${week}T20:00:00`));
  });

  it('is the soonest: nothing is asked for but that', async () => {
    const page = await appointment();
    await page.goToWhen();
    await page.choose('when', 'soon');
    await page.goOn();
    await page.goToCheck();
    assert.equal(page.answers['When would suit you?'], 'As soon as possible');
    await page.send();
    for (const field of ['start', 'end', 'alternatives', 'part_of_day'])
      assert.notProperty(page.record, field);
    assert.equal(page.record.timezone, 'Europe/Madrid');
  });

  it('does not send a time that was chosen before', async () => {
    const page = await appointment();
    await page.goToWhen();
    await page.takeDay();
    await page.takeTime();
    await page.choose('when', 'soon');
    await page.goOn();
    await page.goToCheck();
    await page.send();
    assert.notProperty(page.record, 'start');
  });
});

describe('the calendar of a request', () => {
  it('tells how many times each day has, and is closed by Escape with the focus on its button', async () => {
    const page = await appointment();
    await page.goToWhen();
    page.get<HTMLButtonElement>('#day-button').click();
    await waitUntil(() => page.find('[role=grid]'));
    const free = page.all('[role=gridcell]').find((cell) => !cell.ariaDisabled)!;
    assert.match(free.ariaLabel!, /, \d+ free times?$/);
    page.get<HTMLDialogElement>('dialog').requestClose?.();
    page.get<HTMLDialogElement>('dialog').close();
    await waitUntil(() => page.root.activeElement?.id === 'day-button');
  });

  it('is loaded at the first touch, not before', async () => {
    const page = placeAppointment();
    await page.ready();
    assert.isNull(page.find('dialog'));
    page.element.remove();
  });
});
