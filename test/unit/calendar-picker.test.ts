import { assert } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CalendarDate, CalendarDays } from '../../src/index.js';
import { DAYS, datePicker, type TestDatePicker } from './calendar-support.js';

const press = async (element: TestDatePicker, ...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await sendKeys({ press: key });
    await element.settled();
  }
};

/** The error at the field, as it describes it. */
const error = (element: TestDatePicker): string | undefined =>
  element.all('[part=error]').map(({ textContent }) => textContent)[0];

describe('a date that is written', () => {
  it('is read, and shown as the language writes it', async () => {
    const element = await datePicker({ locale: 'de' });
    await element.write('5. nov');
    assert.deepEqual(element.selected, { year: 2026, month: 11, day: 5 });
    assert.equal(element.input.value, '5.11.2026');
    await element.write('5.11.26');
    assert.equal(element.input.value, '5.11.2026', 'the same day, written otherwise');
    assert.isUndefined(error(element));
  });

  it('is written in one labelled field, with an example that is no month', async () => {
    const element = await datePicker({ locale: 'lv' });
    assert.equal(element.input.labels?.[0]?.textContent, 'Date');
    const [hint] = (element.input.getAttribute('aria-describedby') ?? '').split(' ');
    assert.equal(element.root.getElementById(hint!)?.textContent, 'Piemēram: 13.11.2026.');
  });

  it('has an example that can be written: neither a day that is closed or too soon, nor one too far ahead', async () => {
    const example = async (days: Partial<CalendarDays>): Promise<string> =>
      (await datePicker({ days: { ...DAYS, ...days } })).text('[part=hint]');
    const day = (year: number, month: number, date: number): CalendarDate => ({ year, month, day: date });
    assert.equal(await example({ min: day(2026, 11, 28) }), 'For example: 11/28/2026');
    assert.equal(
      await example({ min: day(2026, 11, 15) }),
      'For example: 11/16/2026',
      'the 15th is a Sunday',
    );
    assert.equal(
      await example({ max: day(2026, 11, 9) }),
      'For example: 11/4/2026',
      'none is past the twelfth',
    );
    const closed = await example({ status: () => 'closed' });
    assert.equal(closed, 'For example: 11/27/2026', 'it is about how a date is written');
  });

  it('that can be read in two ways is asked about', async () => {
    const element = await datePicker({ days: { ...DAYS, max: { year: 2027, month: 12, day: 31 } } });
    await element.write('5/4/2027');
    assert.isUndefined(element.selected);
    assert.equal(element.input.getAttribute('aria-invalid'), 'true');
    const buttons = element.all<HTMLButtonElement>('[role=status] button');
    assert.include(element.text('[role=status]'), 'Which day do you mean?');
    assert.deepEqual(
      buttons.map(({ textContent }) => textContent),
      ['Tuesday, May 4, 2027', 'Monday, April 5, 2027'],
    );
    buttons[1]!.click();
    await element.settled();
    assert.deepEqual(element.selected, { year: 2027, month: 4, day: 5 });
    assert.equal(element.root.activeElement, element.input);
    assert.equal(element.input.value, '4/5/2027');
    assert.equal(element.text('[role=status]'), '');
  });

  it('is not asked about where only one reading can be meant', async () => {
    const element = await datePicker();
    await element.write('11/12/2026');
    assert.equal(element.all('[role=status] button').length, 2, 'both are to come');
    await element.write('3/12/2026');
    assert.deepEqual(element.selected, { year: 2026, month: 12, day: 3 }, 'March is past');
  });

  it('says what is missing, or what else is wrong, and keeps the text', async () => {
    const element = await datePicker();
    const cases: [text: string, message: string][] = [
      ['nov', 'Error: The day is missing. For example: 11/13/2026'],
      ['5', 'Error: The month is missing. For example: 11/13/2026'],
      ['31.11.', 'Error: There is no such day. Check the day and the month.'],
      ['soon', 'Error: Enter a real date. For example: 11/13/2026'],
      ['8.11.2026', 'Error: Sunday, November 8, 2026, closed. Choose another day.'],
      ['1.1.2030', 'Error: Tuesday, January 1, 2030, too far ahead. Choose another day.'],
    ];
    for (const [text, message] of cases) {
      await element.write(text);
      assert.equal(error(element), message, text);
      assert.equal(element.input.value, text);
      assert.equal(element.input.getAttribute('aria-invalid'), 'true');
      assert.include(element.input.getAttribute('aria-describedby')!, 'day-error');
      assert.isUndefined(element.selected);
    }
    await element.write('9 nov');
    assert.isUndefined(error(element));
    assert.isFalse(element.input.hasAttribute('aria-invalid'));
  });

  it('takes a choice back where it is emptied, or is no day any more', async () => {
    const element = await datePicker();
    await element.write('9 nov');
    await element.write('');
    assert.isUndefined(element.selected);
    assert.isUndefined(error(element));
    await element.write('9 nov');
    await element.write('9');
    assert.isUndefined(element.selected);
    assert.isFalse(element.picker.input.read(element.dates));
  });

  it('is asked for where it is required', async () => {
    const element = await datePicker();
    assert.isTrue(element.picker.input.read(element.dates));
    assert.isFalse(element.picker.input.read(element.dates, true));
    await element.settled();
    assert.equal(error(element), 'Error: Enter a date');
    await element.write('9 nov');
    assert.isTrue(element.picker.input.read(element.dates, true));
  });
});

describe('the calendar in a dialog', () => {
  const opened = async (settings = {}): Promise<TestDatePicker> => {
    const element = await datePicker(settings);
    element.button.focus();
    await press(element, 'Enter');
    return element;
  };

  it('opens on the first free day, or on the one that is chosen', async () => {
    const element = await opened();
    assert.isTrue(element.dialog.matches(':modal'));
    assert.equal(element.dialog.getAttribute('aria-modal'), 'true');
    assert.equal(element.dialog.getAttribute('aria-label'), 'Choose date');
    assert.equal(element.focused, 'Wednesday, November 4, 2026, 4 free times');
    await press(element, 'Escape');
    const other = await opened({ selected: { year: 2026, month: 12, day: 4 } });
    assert.equal(other.focused, 'Friday, December 4, 2026, 4 free times');
  });

  it('takes a day, closes, and goes back to the button, which tells the day', async () => {
    const element = await opened();
    await press(element, 'ArrowDown', 'Enter');
    assert.isFalse(element.dialog.open);
    assert.deepEqual(element.selected, { year: 2026, month: 11, day: 11 });
    assert.equal(element.input.value, '11/11/2026');
    assert.equal(element.root.activeElement, element.button);
    assert.equal(element.focused, 'Choose date: Wednesday, November 11, 2026');
    assert.equal(element.button.textContent, 'Choose date');
  });

  it('leaves the focus to who has gone on before the browser tells that it has closed', async () => {
    const element = await opened();
    const told = new Promise((resolve) => element.dialog.addEventListener('close', resolve));
    element.picker.close();
    await element.updateComplete;
    assert.equal(element.root.activeElement, element.button);
    element.input.focus();
    await told;
    assert.equal(element.root.activeElement, element.input);
  });

  it('closes on Escape and changes nothing', async () => {
    const element = await opened({ selected: { year: 2026, month: 11, day: 5 } });
    await press(element, 'ArrowDown', 'Escape');
    assert.isFalse(element.dialog.open);
    assert.deepEqual(element.selected, { year: 2026, month: 11, day: 5 });
    assert.equal(element.root.activeElement, element.button);
    await press(element, 'Enter');
    assert.isTrue(element.dialog.open, 'and opens again');
    assert.equal(element.focused, 'Thursday, November 5, 2026, 4 free times');
  });

  it('closes by its button, and by a press beside it', async () => {
    const element = await opened();
    element.all<HTMLButtonElement>('dialog button').at(-1)!.click();
    await element.settled();
    assert.isFalse(element.dialog.open);
    await press(element, 'Enter');
    await sendMouse({ type: 'click', position: [2, 2] });
    await element.settled();
    assert.isFalse(element.dialog.open);
    assert.equal(element.root.activeElement, element.button);
  });

  it('stays open while a day is pressed that can not be chosen', async () => {
    const element = await opened();
    element.get('[data-day="8"]').click();
    await element.settled();
    assert.isTrue(element.dialog.open);
    assert.equal(element.text('[part=calendar-line]'), 'Sunday, November 8, 2026, closed');
  });

  it('renders nothing while it is closed, and clears away what was wrongly written', async () => {
    const element = await datePicker();
    assert.isEmpty(element.all('table'));
    await element.write('soon');
    element.button.click();
    await element.settled();
    element.get('[data-day="9"]').click();
    await element.settled();
    assert.isUndefined(error(element));
    assert.equal(element.input.value, '11/9/2026');
    assert.isEmpty(element.all('table'));
  });

  it('is gone with its element, and can be opened again with it', async () => {
    const element = await opened();
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await element.settled();
    assert.isFalse(element.dialog.open);
    element.button.click();
    await element.settled();
    assert.isTrue(element.dialog.matches(':modal'));
  });
});
