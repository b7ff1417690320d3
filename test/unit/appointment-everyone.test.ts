import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { appointment, HOURS, type AppointmentPage } from './appointment-support.js';
import { itIsForEveryone, overflowing, takeBackLooks } from './looks.js';
import { listenToConsole, settled, words } from './support.js';
import { waitUntil } from './patience.js';

const CHOICES = `<label>Service <select name="service" required><option value="">-</option>
  <option value="a">Etxeko garbiketa</option><option value="b">Lorezaintza</option></select></label>
  <p slot="representative">Maialen</p>`;

const open = (attributes: string, inner = ''): Promise<AppointmentPage> =>
  appointment(`${HOURS} privacy-url="/p" reply-within="2" people="8" ${attributes}`, inner);

/** The states of a request, and how to get there in any language. */
const STATES: Readonly<Record<string, (attributes: string) => Promise<AppointmentPage>>> = {
  'the first step, with errors': async (attributes) => {
    const page = await open(attributes, CHOICES);
    await page.choose('mode', 'visit');
    await page.goOn();
    return page;
  },
  'the day, with an error': async (attributes) => {
    const page = await open(attributes);
    await page.goToWhen();
    await page.goOn();
    return page;
  },
  'times in two zones, and one that was taken': async (attributes) => {
    const page = await open(`${attributes} timezone="Asia/Kathmandu"`.replace(HOURS, ''));
    await page.goToWhen();
    await page.takeDay(1);
    await page.takeTime(1);
    page.get<HTMLButtonElement>('.when > .link').click();
    await settled(page.element);
    await page.takeDay(2);
    await page.takeTime(3);
    return page;
  },
  'the calendar': async (attributes) => {
    const page = await open(attributes);
    await page.goToWhen();
    page.get<HTMLButtonElement>('#day-button').click();
    await waitUntil(() => page.find('[role=grid]'));
    return page;
  },
  'a week': async (attributes) => {
    const page = await open(attributes);
    await page.goToWhen();
    await page.choose('when', 'any');
    await page.choose('week', page.get<HTMLSelectElement>('select[name=week]').options[1]!.value);
    return page;
  },
  'all that was written': async (attributes) => {
    const page = await open(attributes);
    await page.goToWhen('visit');
    await page.goToDetails();
    await page.choose('consent', 'yes');
    await page.goToCheck();
    return page;
  },
  'the end': async (attributes) => {
    const page = await open(attributes);
    await page.goToWhen('visit');
    await page.goToDetails();
    await page.choose('consent', 'yes');
    await page.goToCheck();
    await page.send();
    return page;
  },
};

describe('everyone can ask for an appointment', () => {
  listenToConsole();
  const page = document.documentElement;
  takeBackLooks();
  itIsForEveryone(STATES);

  for (const [state, reach] of Object.entries(STATES)) {
    it(`${state}: nothing is cut off on 320 pixels, and every target is large enough`, async function () {
      this.timeout(20_000);
      await setViewport({ width: 320, height: 640 });
      for (const locale of ['de', 'ka', 'lv']) {
        const form = await reach(`locale="${locale}"`);
        assert.deepEqual(overflowing(form), [], locale);
        assert.isAtMost(page.scrollWidth, 320);
        for (const target of form.all('button, .control, [part~=option], td[tabindex], [part=keepsake] a')) {
          const { width, height } = target.getBoundingClientRect();
          assert.isTrue(width >= 24 && height >= 24, `"${words(target)}" is ${width} by ${height}`);
        }
        form.element.remove();
      }
    });
  }

  it('by its headings and landmarks, one level below the next', async () => {
    const form = await open('heading-level="3"');
    await form.goToWhen();
    await form.takeDay();
    const levels = form.all('[role=heading]').map((heading) => heading.ariaLevel);
    assert.deepEqual(levels, ['3', '4']);
    assert.equal(form.get('[part=steps]').localName, 'ol');
    assert.lengthOf(form.all('[aria-current=step]'), 1);
  });

  for (const locale of ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'] as const) {
    it(`in ${locale}: every step has its words, and the day is written as people there write it`, async () => {
      const form = await open(`locale="${locale}"`);
      await form.goToWhen();
      await form.takeDay();
      await form.takeTime();
      await form.goOn();
      await form.choose('consent', 'yes');
      await form.goToCheck();
      assert.notMatch(form.text, /undefined|\{\w+\}|\[object/);
      const patterns = {
        eu: /\d{4}e?ko [a-z]+(ren) \d+a?, [a-z]+a?, 09:00/,
        ka: /[\u10d0-\u10ff]+, \d+ [\u10d0-\u10ff]+, \d{4}, 09:00/,
        lv: /[a-zņ]+, \d{4}\. gada \d+\. [a-zūūāēīļ]+, 09:00/,
        en: /[A-Z][a-z]+, [A-Z][a-z]+ \d+, \d{4}, 9:00\sAM/,
        es: /[a-záé]+, \d+ de [a-z]+ de \d{4}, 9:00/,
        fr: /[a-z]+ \d+(er)? [a-zéû]+ \d{4}, 09:00/,
        de: /[A-Z][a-z]+, \d+\. [A-Za-zä]+ \d{4}, 09:00/,
      };
      assert.match(words(form.part('review')), patterns[locale]);
    });
  }
});
