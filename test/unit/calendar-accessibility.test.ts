import { assert } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { calendar, datePicker, DAYS } from './calendar-support.js';
import { takeBackLooks, violations } from './looks.js';

const page = document.documentElement;

const STATES = {
  'first looked at': (settings) => calendar(settings),
  'with a day chosen': (settings) => calendar({ ...settings, selected: { year: 2026, month: 11, day: 5 } }),
  'while it loads': (settings) => calendar({ ...settings, days: { ...DAYS, loading: true } }),
  'on a closed day': async (settings) => {
    const element = await calendar(settings);
    element.day(8).click();
    await element.settled();
    return element;
  },
  'as a field': (settings) => datePicker(settings),
  'as a field with an error': async (settings) => {
    const element = await datePicker(settings);
    await element.write('?');
    return element;
  },
  'as a field that asks': async (settings) => {
    const element = await datePicker({
      ...settings,
      locale: 'en',
      days: { ...DAYS, max: { year: 2027, month: 12, day: 31 } },
    });
    await element.write('5/4/2027');
    return element;
  },
  'in its dialog': async (settings) => {
    const element = await datePicker(settings);
    element.button.click();
    await element.settled();
    return element;
  },
} satisfies Record<string, (settings: NonNullable<Parameters<typeof calendar>[0]>) => Promise<HTMLElement>>;

const VARIANTS = [
  { scheme: 'light', direction: 'ltr', locale: 'en' },
  { scheme: 'dark', direction: 'rtl', locale: 'ka' },
] as const;

describe('everyone can use the calendar', () => {
  takeBackLooks();

  for (const { scheme, direction, locale } of VARIANTS)
    for (const [state, reach] of Object.entries(STATES))
      it(`${state}: ${scheme}, ${direction}, ${locale}`, async function () {
        this.timeout(20_000);
        await emulateMedia({ colorScheme: scheme });
        page.style.colorScheme = 'light dark';
        assert.deepEqual(
          await violations({ element: await reach({ direction, locale }) }, 'heading-order'),
          [],
        );
      });

  for (const size of ['', '62.5%'])
    it(`at 320 pixels, with a root font of ${size || 'its own size'}, nothing sticks out and every day can be hit`, async () => {
      await setViewport({ width: 320, height: 256 });
      page.style.fontSize = size;
      for (const [state, reach] of Object.entries(STATES)) {
        const element = await reach({ locale: 'lv' });
        assert.isAtMost(page.scrollWidth, 320, state);
        for (const target of element.shadowRoot!.querySelectorAll('button, td[tabindex]')) {
          const { width, height, left, right } = target.getBoundingClientRect();
          assert.isTrue(
            width >= 24 && height >= 24,
            `${state}: ${target.textContent} is ${width} by ${height}`,
          );
          assert.isTrue(
            left >= 0 && right <= 320,
            `${state}: ${target.textContent} is from ${left} to ${right}`,
          );
        }
        for (const head of element.shadowRoot!.querySelectorAll('th'))
          assert.isAtMost(head.scrollWidth, head.clientWidth, `${state}: ${head.textContent}`);
        element.remove();
      }
    }).timeout(20_000);

  it('in its dialog a day is as large as a thumb at 320 pixels, and all can be scrolled to', async () => {
    await setViewport({ width: 320, height: 256 });
    const element = await STATES['in its dialog']({});
    const { width, height } = element.get('td[tabindex]').getBoundingClientRect();
    assert.isAtLeast(Math.round(Math.min(width, height)), 44);
    const { top, bottom } = element.dialog.getBoundingClientRect();
    assert.isTrue(top >= 0 && bottom <= 256, `from ${top} to ${bottom}`);
    assert.isAtMost(element.dialog.scrollWidth, element.dialog.clientWidth);
    element.dialog.scrollTop = 10_000;
    assert.isAtMost(element.all('dialog button').at(-1)!.getBoundingClientRect().bottom, 256);
  });

  it('a day that can not be chosen is told from one that can without colours', async () => {
    const element = await calendar();
    const look = (day: number) => {
      const { textDecorationLine, fontWeight } = getComputedStyle(element.day(day));
      return { textDecorationLine, fontWeight };
    };
    assert.deepEqual(look(8), { textDecorationLine: 'line-through', fontWeight: '400' });
    assert.deepEqual(look(9), { textDecorationLine: 'none', fontWeight: '600' });
  });

  it('in forced colours the chosen day is filled', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await calendar({ selected: { year: 2026, month: 11, day: 5 } });
    const fill = (day: number) => getComputedStyle(element.day(day)).backgroundColor;
    assert.notEqual(fill(5), fill(9));
  });
});
