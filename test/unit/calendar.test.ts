import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Locale } from '../../src/localization/locale.js';
import { calendar, DAYS, TODAY, type TestCalendar } from './calendar-support.js';

const press = async (element: TestCalendar, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    const [last, shift] = key.split('+').reverse();
    if (shift) await sendKeys({ down: shift });
    await sendKeys({ press: last! });
    if (shift) await sendKeys({ up: shift });
    await element.settled();
  }
};

/** The day that has the focus, as the calendar names it. */
const on = (element: TestCalendar) => element.focused;

describe('the calendar', () => {
  it('shows the month of the first free day, and that day has the tab stop', async () => {
    const element = await calendar();
    assert.equal(element.heading, 'November 2026');
    assert.equal(element.all('[tabindex="0"]').length, 1);
    assert.equal(element.get('[tabindex="0"]').textContent, '4');
    const end = await calendar({ days: { ...DAYS, min: { year: 2026, month: 12, day: 1 }, today: TODAY } });
    assert.equal(end.heading, 'December 2026');
  });

  it('opens the next month where this one has no free day left', async () => {
    const status = ({ month }: { month: number }) => (month === 11 ? 'full' : 'free');
    const element = await calendar({ days: { ...DAYS, status } });
    assert.equal(element.heading, 'December 2026');
  });

  it('is a grid with rows, named heads and cells, and nothing of other months', async () => {
    const element = await calendar();
    const grid = element.get('[role=grid]');
    assert.equal(
      element.root.getElementById(grid.getAttribute('aria-labelledby')!)?.textContent,
      'November 2026',
    );
    assert.deepEqual(
      element.all<HTMLTableCellElement>('th').map(({ abbr, textContent }) => `${textContent} ${abbr}`),
      ['Su Sunday', 'Mo Monday', 'Tu Tuesday', 'We Wednesday', 'Th Thursday', 'Fr Friday', 'Sa Saturday'],
    );
    assert.equal(element.all('[role=gridcell]').length, 30);
    assert.equal(element.all('tbody tr').length, 5);
    assert.isEmpty(element.all('[style]'));
  });

  it('is one tab stop, between those of its two buttons and what follows', async () => {
    const element = await calendar();
    // Something to go to: with Tab at its end the page would lose the focus to the browser, for the next tests too.
    const after = document.createElement('button');
    element.after(after);
    element.get('button').focus();
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      order.push(on(element));
      await press(element, 'Tab');
    }
    assert.deepEqual(order, [
      'Previous month, October 2026',
      'Next month, December 2026',
      'Wednesday, November 4, 2026, 4 free times',
    ]);
    assert.equal(document.activeElement, after);
    after.remove();
  });

  it('is moved through by keys', async () => {
    const element = await calendar();
    element.calendar.focus();
    const path: [key: string, day: string][] = [
      ['ArrowRight', 'Thursday, November 5, 2026, 4 free times'],
      ['ArrowDown', 'Thursday, November 12, 2026, 4 free times'],
      ['ArrowLeft', 'Wednesday, November 11, 2026, 4 free times'],
      ['ArrowUp', 'Wednesday, November 4, 2026, 4 free times'],
      ['End', 'Saturday, November 7, 2026, 4 free times'],
      ['Home', 'Sunday, November 1, 2026, in the past'],
      ['ArrowDown', 'Sunday, November 8, 2026, closed'],
      ['PageDown', 'Tuesday, December 8, 2026, 4 free times'],
      ['PageUp', 'Sunday, November 8, 2026, closed'],
      ['Shift+PageDown', 'Friday, January 8, 2027, 4 free times'],
      ['Shift+PageUp', 'Sunday, November 8, 2026, closed'],
    ];
    for (const [key, day] of path) {
      await press(element, key);
      assert.equal(on(element), day, key);
      assert.equal(element.all('[tabindex="0"]').length, 1, key);
    }
  });

  it('crosses into the next month, where the title is said once', async () => {
    const element = await calendar({ selected: { year: 2026, month: 11, day: 30 } });
    const heading = element.get('[role=heading]');
    assert.equal(heading.getAttribute('aria-live'), 'polite');
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(heading, { childList: true, characterData: true, subtree: true });
    element.calendar.focus();
    await press(element, 'ArrowRight');
    assert.equal(on(element), 'Tuesday, December 1, 2026, 4 free times');
    assert.equal(element.heading, 'December 2026');
    await press(element, 'ArrowRight');
    assert.equal(changes, 1);
    observer.disconnect();
  });

  it('follows what is seen where it runs from right to left', async () => {
    const element = await calendar({ direction: 'rtl' });
    element.calendar.focus();
    const [first, second] = [element.day(4), element.day(5)].map((day) => day.getBoundingClientRect().left);
    assert.isBelow(second!, first!, 'the later day is to the left');
    await press(element, 'ArrowLeft');
    assert.include(on(element), 'November 5');
    await press(element, 'ArrowRight');
    assert.include(on(element), 'November 4');
  });

  it('leaves keys with Alt, Control and Command to the browser', async () => {
    const element = await calendar();
    element.calendar.focus();
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
      const event = new KeyboardEvent('keydown', {
        key: 'ArrowLeft',
        [modifier]: true,
        bubbles: true,
        cancelable: true,
      });
      element.root.activeElement!.dispatchEvent(event);
      await element.settled();
      assert.isFalse(event.defaultPrevented, modifier);
      assert.include(on(element), 'November 4', modifier);
    }
  });

  for (const key of ['Enter', 'Space'])
    it(`takes a day by ${key}, and keeps the focus there`, async () => {
      const element = await calendar();
      element.calendar.focus();
      await press(element, 'ArrowRight', key);
      assert.deepEqual(element.selected, { year: 2026, month: 11, day: 5 });
      const chosen = element.all('[aria-selected=true]');
      assert.deepEqual(
        chosen.map(({ textContent }) => textContent),
        ['5'],
      );
      assert.equal(element.root.activeElement, chosen[0]);
    });

  it('takes a day by a press', async () => {
    const element = await calendar();
    element.day(12).click();
    await element.settled();
    assert.deepEqual(element.selected, { year: 2026, month: 11, day: 12 });
    assert.equal(element.get('[tabindex="0"]').textContent, '12');
    element.get('td:not([data-day])').click();
    assert.deepEqual(element.selected, { year: 2026, month: 11, day: 12 });
  });

  it('marks today', async () => {
    const element = await calendar();
    assert.deepEqual(
      element.all('[aria-current=date]').map(({ textContent }) => textContent),
      ['3'],
    );
  });

  it('says why a day can not be chosen: in its name, on the line, and aloud once it is pressed', async () => {
    const element = await calendar();
    const reasons: [day: number, name: string][] = [
      [2, 'Monday, November 2, 2026, in the past'],
      [3, 'Tuesday, November 3, 2026, too soon'],
      [6, 'Friday, November 6, 2026, fully booked'],
      [8, 'Sunday, November 8, 2026, closed'],
    ];
    for (const [day, name] of reasons) {
      const cell = element.day(day);
      assert.equal(cell.getAttribute('aria-label'), name);
      assert.equal(cell.getAttribute('aria-disabled'), 'true');
      cell.focus();
      await element.settled();
      assert.equal(element.root.activeElement, cell);
      assert.equal(element.line, name);
      assert.equal(element.said, '', 'the focus says it already');
      await press(element, 'Enter');
      assert.equal(element.said, name);
      const first = element.get('[role=status]').textContent;
      await press(element, 'Enter');
      assert.notEqual(element.get('[role=status]').textContent, first, 'said again');
      assert.isUndefined(element.selected);
    }
    element.calendar.show({ year: 2027, month: 1 });
    await element.settled();
    assert.equal(element.day(21).getAttribute('aria-label'), 'Thursday, January 21, 2027, too far ahead');
  });

  it('counts one free time in the singular', async () => {
    const element = await calendar();
    assert.equal(element.day(10).getAttribute('aria-label'), 'Tuesday, November 10, 2026, 1 free time');
  });

  it('turns its months by buttons that keep the focus and are named after where they lead', async () => {
    const element = await calendar();
    const [previous, next] = element.all<HTMLButtonElement>('button');
    const names = () => [previous, next].map((button) => button!.getAttribute('aria-label'));
    const off = () => [previous, next].map((button) => button!.getAttribute('aria-disabled') === 'true');
    assert.deepEqual(off(), [true, false]);
    next!.focus();
    await press(element, 'Enter');
    assert.equal(element.heading, 'December 2026');
    assert.deepEqual(names(), ['Previous month, November 2026', 'Next month, January 2027']);
    assert.deepEqual(off(), [false, false]);
    await press(element, 'Enter');
    assert.equal(element.heading, 'January 2027');
    assert.deepEqual(off(), [false, true]);
    assert.equal(element.root.activeElement, next);
    await press(element, 'Enter');
    assert.equal(element.heading, 'January 2027');
    assert.equal(element.said, 'No later day can be chosen');
    assert.equal(element.line, element.said);
    assert.equal(element.root.activeElement, next);
    assert.isFalse(next!.disabled);
  });

  it('says where it ends', async () => {
    const element = await calendar();
    element.day(1).focus();
    for (const [key, said] of [
      ['ArrowLeft', 'No earlier day can be chosen'],
      ['PageUp', 'No earlier day can be chosen'],
      ['ArrowUp', 'No earlier day can be chosen'],
    ] as const) {
      await press(element, key);
      assert.equal(element.said, said, key);
      assert.include(on(element), 'November 1');
    }
    await press(element, 'ArrowRight');
    assert.equal(element.said, '');
    element.calendar.show({ year: 2027, month: 1 });
    await element.settled();
    element.day(31).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown']) {
      await press(element, key);
      assert.equal(element.said, 'No later day can be chosen', key);
    }
  });

  it('says that days are on their way, and how many have come', async () => {
    const element = await calendar({ days: { ...DAYS, loading: true } });
    const grid = element.get('[role=grid]');
    assert.equal(grid.getAttribute('aria-busy'), 'true');
    assert.equal(element.said, 'Loading the free days…');
    assert.equal(element.line, element.said);
    element.day(5).click();
    await element.settled();
    assert.isUndefined(element.selected);
    assert.equal(element.day(5).getAttribute('aria-label'), 'Thursday, November 5, 2026');
    assert.equal(element.day(5).getAttribute('aria-disabled'), 'true');
    element.days = DAYS;
    element.requestUpdate();
    await element.settled();
    assert.isFalse(grid.hasAttribute('aria-busy'));
    assert.equal(element.said, '22 free days');
    element.days = { ...DAYS, status: () => 'full' };
    element.calendar.show(TODAY);
    await element.settled();
    assert.equal(element.line, 'No day is free this month');
  });

  it('names the value that is no day', async () => {
    const element = await calendar();
    element.days = { min: { year: 2026, month: 2, day: 30 } };
    assert.throws(() => element.calendar.days, RangeError, 'min: {"year":2026,"month":2,"day":30} is no day');
  });
});

describe('the calendar reads the same in every browser', () => {
  const said: Record<Locale, [title: string, free: string, closed: string, next: string, firstHead: string]> =
    {
      eu: [
        '2026ko azaroa',
        '2026ko azaroaren 4a, asteazkena, 4 ordu libre',
        '2026ko azaroaren 8a, igandea, itxita',
        'Hurrengo hilabetea, 2026ko abendua',
        'al. astelehena',
      ],
      ka: [
        'ნოემბერი, 2026',
        'ოთხშაბათი, 4 ნოემბერი, 2026, 4 თავისუფალი დრო',
        'კვირა, 8 ნოემბერი, 2026, დაკეტილია',
        'მომდევნო თვე, დეკემბერი, 2026',
        'ორ ორშაბათი',
      ],
      lv: [
        '2026. gada novembris',
        'trešdiena, 2026. gada 4. novembris, 4 brīvi laiki',
        'svētdiena, 2026. gada 8. novembris, slēgts',
        'Nākamais mēnesis, 2026. gada decembris',
        'Pr Pirmdiena',
      ],
      en: [
        'November 2026',
        'Wednesday, November 4, 2026, 4 free times',
        'Sunday, November 8, 2026, closed',
        'Next month, December 2026',
        'Su Sunday',
      ],
      es: [
        'noviembre de 2026',
        'miércoles, 4 de noviembre de 2026, 4 horas libres',
        'domingo, 8 de noviembre de 2026, cerrado',
        'Mes siguiente, diciembre de 2026',
        'lu lunes',
      ],
      fr: [
        'novembre 2026',
        'mercredi 4 novembre 2026, 4 horaires libres',
        'dimanche 8 novembre 2026, fermé',
        'Mois suivant, décembre 2026',
        'lu lundi',
      ],
      de: [
        'November 2026',
        'Mittwoch, 4. November 2026, 4 freie Termine',
        'Sonntag, 8. November 2026, geschlossen',
        'Nächster Monat, Dezember 2026',
        'Mo Montag',
      ],
    };
  for (const [locale, expected] of Object.entries(said) as [Locale, string[]][])
    it(locale, async () => {
      const element = await calendar({ locale });
      const [head] = element.all<HTMLTableCellElement>('th');
      assert.deepEqual(
        [
          element.heading,
          element.day(4).getAttribute('aria-label'),
          element.day(8).getAttribute('aria-label'),
          element.all('button')[1]!.getAttribute('aria-label'),
          `${head!.textContent} ${head!.abbr}`,
        ],
        expected,
      );
    });
});
