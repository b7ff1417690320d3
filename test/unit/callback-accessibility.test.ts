import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { ALWAYS, callback, LINKS, type CallbackPage } from './callback-support.js';
import { brokenWords, itIsForEveryone, overflowing, takeBackLooks } from './looks.js';
import { listenToConsole } from './support.js';

const PERSON =
  '<div slot="representative"><strong>Maialen Otaegi</strong> <a href="tel:+34943000001">943 00 00 01</a></div>';
const WIDGETS = '<p slot="panel" data-title="Ask">A question</p>';

/** A button of a company that is always there. */
const open = (attributes: string, inner = LINKS): Promise<CallbackPage> =>
  callback(`${ALWAYS} ${attributes}`, inner);

/** Comes to the form whatever the language. */
const touched = async (attributes: string): Promise<CallbackPage> => {
  const page = await open(attributes, LINKS + PERSON);
  await page.open();
  page.control('phone').focus();
  await page.until(() => page.element.form.field('phone')?.hint?.includes('612'), 'the engine does not come');
  return page;
};

/** Where a button can stand, and how it gets there. */
const STATES: Readonly<Record<string, (attributes: string) => Promise<CallbackPage>>> = {
  'in the page': (attributes) => open(attributes),
  'floating': (attributes) => open(`${attributes} floating`),
  'open': async (attributes) => {
    const page = await open(`${attributes} floating`, LINKS + PERSON);
    await page.open();
    page.part('hours').querySelector('summary')!.click();
    await page.rest();
    return page;
  },
  'in the middle, with much in it': async (attributes) => {
    const page = await open(attributes, LINKS + PERSON + WIDGETS);
    await page.open();
    return page;
  },
  'with nothing written': async (attributes) => {
    const page = await touched(attributes);
    await page.send();
    return page;
  },
  'asking for the country and a time': async (attributes) => {
    const page = await touched(attributes);
    await page.write('phone', '123 45 67');
    await page.choose('when', 'choose');
    await page.choose('day', page.control<HTMLSelectElement>('day').options[1]!.value);
    await page.until(() => page.find('#country option[value=LV]'), 'no countries');
    await page.send();
    return page;
  },
  'sent': async (attributes) => {
    const page = await touched(attributes);
    await page.write('phone', '943 000 000');
    await page.send();
    return page;
  },
};

describe('everyone can use the callback button', () => {
  listenToConsole();
  const root = document.documentElement;
  takeBackLooks();
  itIsForEveryone(STATES);

  it('where it is narrow: nothing is cut, nothing scrolls sideways', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const [state, reach] of Object.entries(STATES)) {
      const page = await reach('locale="ka"');
      assert.isAtMost(root.scrollWidth, 320, state);
      assert.deepEqual(page.find('#panel')?.checkVisibility() ? overflowing(page) : [], [], state);
      page.element.remove();
    }
  }).timeout(40_000);

  it('the name of a day is not broken in the narrow table of hours', async () => {
    await setViewport({ width: 320, height: 640 });
    const page = await callback(
      'locale="ka" hours="Mo-Su 09:00-13:00,15:00-18:00" timezone="Europe/Madrid"',
      LINKS,
    );
    await page.open();
    page.part('hours').querySelector('summary')!.click();
    await page.rest();
    assert.deepEqual(page.all('th').flatMap(brokenWords), []);
  });

  it('nothing scrolls beneath the button that closes the panel, whatever came first', async () => {
    const page = await open('');
    // What is in the panel is there before the panel is.
    await page.until(() => page.part('presence').textContent, 'its content does not come');
    await page.open();
    page.get('#panel').scrollTop = 200;
    const close = page.part('close-button').getBoundingClientRect();
    const bar = page.get('#heading').getBoundingClientRect();
    assert.isAtMost(Math.abs(bar.top - page.get('#panel').getBoundingClientRect().top), 1);
    // What scrolls is hidden by the bar that the heading and the button are in.
    assert.isAtMost(close.bottom, bar.bottom);
    assert.isAtLeast(close.top, bar.top);
    assert.isAtLeast(bar.right, close.left);
  });

  it("the panel is as large above a dialog of the page's own as beside the page", async () => {
    await setViewport({ width: 1000, height: 1000 });
    const page = await open('floating');
    await page.open();
    const size = (): number[] => [page.panel.offsetWidth, page.panel.offsetHeight];
    const before = size();
    page.element.close();
    await page.rest();
    const dialog = document.createElement('dialog');
    page.element.after(dialog);
    dialog.showModal();
    await page.element.show();
    await page.until(() => page.panel.matches(':modal'), 'it is not above the dialog');
    assert.deepEqual(size(), before);
    dialog.remove();
  });
});
