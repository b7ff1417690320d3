import { assert, fixtureSync } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { ALWAYS, callback } from './callback-support.js';
import { linesUnder, listenToConsole, words } from './support.js';
import { takeBackLooks } from './looks.js';
import { followLink, placeSurvey, type SurveyPage } from './survey-support.js';

let count = 0;
const newSurvey = () => `panel-${++count}-${Math.random()}`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const panelOf = (page: SurveyPage) => page.find('#panel');
const isOpen = (page: SurveyPage): boolean => panelOf(page)?.checkVisibility() ?? false;

const placed = async (attributes: string): Promise<SurveyPage> => {
  const page = placeSurvey(attributes);
  await import('../../src/elements/satisfaction-survey/presence.js');
  await page.until(() => panelOf(page), 'there is no panel');
  return page;
};
/** Asked for by the visitor, at once. */
const opened = async (attributes = `survey="${newSurvey()}"`): Promise<SurveyPage> => {
  const page = await placed(`open-on="#nothing" ${attributes}`);
  page.element.show();
  await page.until(() => isOpen(page), 'it does not open');
  return page;
};

describe('a survey in a panel', () => {
  const said = listenToConsole();
  takeBackLooks();

  it('is not there before it is asked for', async () => {
    const page = await placed(`open-on="#nothing" survey="${newSurvey()}"`);
    assert.isFalse(isOpen(page));
    assert.isNull(page.find('form'));
    assert.equal(page.element.getBoundingClientRect().height, 0);
  });

  it('opens when what the owner names is pressed, and then has the focus; closing gives it back', async () => {
    const button = fixtureSync<HTMLButtonElement>('<button class="rate-us"><b>Rate us</b></button>');
    const page = await placed(`open-on=".rate-us" survey="${newSurvey()}"`);
    const events: string[] = [];
    for (const type of ['harreman-open', 'harreman-close'])
      page.element.addEventListener(type, () => events.push(type));
    button.focus();
    button.querySelector('b')!.click();
    await page.until(() => isOpen(page), 'it does not open');
    assert.equal(page.focused, 'score');
    assert.equal(page.part('close-button').getAttribute('aria-label'), 'Close survey');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !isOpen(page), 'it does not close');
    assert.isTrue(document.activeElement === button, document.activeElement?.outerHTML.slice(0, 90));
    assert.deepEqual(events, ['harreman-open', 'harreman-close']);
    button.click();
    await page.until(() => isOpen(page), 'who asks for it gets it again');
  });

  it('has its heading clear of the button that closes it, however long it is', async () => {
    const page = await opened(`survey="${newSurvey()}" heading="${'What did you think of us? '.repeat(3)}"`);
    assert.equal(linesUnder(page.part('close-button'), page.part('heading')), 0);
  });

  it('can be closed from wherever one is in it, and what is wrong has room above it', async () => {
    await setViewport({ width: 320, height: 480 });
    const page = placeSurvey(
      `open-on="#nothing" survey="${newSurvey()}"`,
      Array.from({ length: 6 }, (_, n) => `<label>Question ${n} <input name="q${n}"></label>`).join(''),
    );
    await import('../../src/elements/satisfaction-survey/presence.js');
    await page.until(() => panelOf(page), 'there is no panel');
    page.element.show();
    await page.until(() => page.has('submit-button'), 'it does not open');
    const top = (element: HTMLElement): number =>
      element.getBoundingClientRect().top - panelOf(page)!.getBoundingClientRect().top;
    const closeAt = top(page.part('close-button'));
    page.submitButton.scrollIntoView();
    assert.closeTo(top(page.part('close-button')), closeAt, 1);
    page.submitButton.click();
    await page.until(() => page.has('error-summary'), 'nothing is wrong');
    assert.isAtLeast(top(page.part('error-summary')), 16);
    assert.closeTo(top(page.part('close-button')), closeAt, 1);
  });

  it('waits while the page shows a modal dialog, since nobody could answer', async () => {
    const dialog = fixtureSync<HTMLDialogElement>('<dialog><button>Fine</button></dialog>');
    dialog.showModal();
    const page = await placed(`open-on="delay:0s" survey="${newSurvey()}"`);
    await pause(400);
    assert.isFalse(isOpen(page));
    dialog.close();
    await page.until(() => isOpen(page), 'it does not open afterwards');
  });

  it('is a named panel beside the page, in the top layer, which is not inert behind it', async () => {
    const panel = panelOf(await opened())!;
    assert.equal(panel.localName, 'dialog');
    assert.equal(panel.getAttribute('aria-labelledby'), 'heading end');
    assert.equal(panel.getAttribute('aria-modal'), 'false', 'else Chromium tells screen readers that it is');
    assert.isTrue(panel.matches(':popover-open'));
    assert.isFalse(panel.matches(':modal'));
  });

  it('opened from within the page’s own dialog, the keys reach it there, and lead back', async () => {
    const dialog = fixtureSync<HTMLDialogElement>(
      '<dialog><button class="rate-here">Rate us</button></dialog>',
    );
    const page = await placed(`open-on=".rate-here" survey="${newSurvey()}"`);
    dialog.showModal();
    const button = dialog.querySelector('button')!;
    button.focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => isOpen(page), 'it does not open');
    assert.equal(page.focused, 'score');
    await sendKeys({ press: 'Space' });
    assert.isTrue(page.find<HTMLInputElement>('[name=score]:checked') !== null, 'keys answer it');
    await sendKeys({ press: 'Escape' });
    await page.until(() => !isOpen(page), 'it does not close');
    assert.isTrue(dialog.open, 'what is beneath stays');
    assert.equal(document.activeElement?.className, 'rate-here');
  });

  it('stands above the buttons at the corner, and leaves who is at another panel alone', async () => {
    const { element: button } = await callback(`floating ${ALWAYS}`);
    await button.show();
    const page = await placed(`open-on="delay:0s" survey="${newSurvey()}"`);
    await pause(400);
    assert.isFalse(isOpen(page), 'it does not come over another panel');
    button.close();
    await page.until(() => isOpen(page), 'it does not come afterwards');
    const launcher = button.shadowRoot!.getElementById('launcher')!;
    await page.until(
      () => panelOf(page)!.getBoundingClientRect().bottom <= launcher.getBoundingClientRect().top,
      'it covers the button',
    );
    await button.show();
    await page.until(() => !isOpen(page), 'two panels are open');
  });

  it('comes by itself after a time without taking the focus', async () => {
    const field = fixtureSync<HTMLButtonElement>('<button>Here</button>');
    field.focus();
    const page = await placed(`open-on="delay:1s" survey="${newSurvey()}"`);
    assert.isFalse(isOpen(page));
    await page.until(() => isOpen(page), 'it does not come');
    assert.isTrue(document.activeElement === field, document.activeElement?.outerHTML.slice(0, 90));
  });

  it('waits while somebody writes', async () => {
    const field = fixtureSync<HTMLInputElement>('<input aria-label="Name">');
    field.focus();
    const page = await placed(`open-on="delay:0s" survey="${newSurvey()}"`);
    await pause(600);
    assert.isFalse(isOpen(page));
    field.blur();
    await page.until(() => isOpen(page), 'it does not come afterwards');
  });

  it('steps aside while somebody writes beneath it', async () => {
    const page = await opened();
    const field = fixtureSync<HTMLInputElement>('<input aria-label="Name">');
    field.style.cssText = 'position:fixed;inset-inline-end:3em;inset-block-end:3em';
    field.focus();
    assert.isFalse(isOpen(page));
    field.blur();
    await page.until(() => isOpen(page), 'it does not come back');
  });

  it('never comes by itself before the visitor has agreed, where the owner wants that', async () => {
    const page = await placed(`open-on="delay:0s" after-consent survey="${newSurvey()}"`);
    await pause(400);
    assert.isFalse(isOpen(page));
    page.element.allow();
    await page.until(() => isOpen(page), 'it does not come');
  });

  it('that was closed does not come again, here or on the next page', async () => {
    const name = newSurvey();
    const page = await opened(`survey="${name}"`);
    page.element.close();
    page.element.remove();
    const again = await placed(`open-on="delay:0s" survey="${name}"`);
    await pause(400);
    assert.isFalse(isOpen(again));
    assert.isNotNull(localStorage.getItem(`harreman:asked:${name}`));
  });

  it('leaves nothing behind on the device for longer than it counts', async () => {
    const [name, old, odd, lasting] = [newSurvey(), newSurvey(), newSurvey(), newSurvey()];
    const key = (survey: string) => `harreman:asked:${survey}`;
    const day = 24 * 60 * 60 * 1000;
    localStorage.setItem(key(old), `${Date.now() - 8 * day} ${7 * day}`);
    localStorage.setItem(key(odd), 'soon');
    localStorage.setItem(key(lasting), `${Date.now() - 300 * day} ${364 * day}`);
    localStorage.setItem('own:asked:x', '1');
    const page = await opened(`survey="${name}" every="7d"`);
    page.element.close();
    const there = [name, old, odd, lasting].map((survey) => localStorage.getItem(key(survey)) !== null);
    assert.deepEqual(there, [true, false, false, true]);
    assert.equal(localStorage.getItem('own:asked:x'), '1');
    for (const each of [key(name), key(lasting), 'own:asked:x']) localStorage.removeItem(each);
  });

  it('comes again when the time is over', async () => {
    const name = newSurvey();
    localStorage.setItem(`harreman:asked:${name}`, `${Date.now() - 13 * 60 * 60 * 1000}`);
    const page = await placed(`open-on="delay:0s" every="12h" survey="${name}"`);
    await page.until(() => isOpen(page), 'it does not come');
    const silent = await placed(`open-on="delay:0s" every="14h" survey="${name}"`);
    await pause(400);
    assert.isFalse(isOpen(silent));
  });

  it('keeps nothing where nothing may be kept, and is silent on this page all the same', async () => {
    const name = newSurvey();
    const page = await opened(`survey="${name}" persist="off"`);
    page.element.close();
    assert.isNull(localStorage.getItem(`harreman:asked:${name}`));
    const again = await placed(`open-on="delay:0s" survey="${name}" persist="off"`);
    await pause(400);
    assert.isFalse(isOpen(again));
  });

  it('opens at once for who comes by the link of a mail', async () => {
    const name = followLink();
    localStorage.setItem(`harreman:asked:${name}`, `${Date.now()}`);
    const page = await placed(`open-on="exit" after-consent survey="${name}"`);
    await page.until(() => isOpen(page), 'it does not open');
    assert.equal(page.chosen, '4');
  });

  it('goes on after an answer, until it is closed', async () => {
    const page = await opened();
    await page.answerWith('score', '5');
    await page.send();
    assert.isTrue(isOpen(page));
    assert.match(words(page.get('#end')), /glad/);
  });

  for (const value of ['scroll:0', 'scroll:101', 'delay:', 'delay:soon', ':::', '', 'scroll'])
    it(`open-on="${value}" is told, and it can still be opened`, async () => {
      const page = await placed(`open-on="${value}" survey="${newSurvey()}"`);
      assert.include(said[0], `open-on="${value}"`);
      page.element.show();
      await page.until(() => isOpen(page), 'it does not open');
    });
});

describe('a survey in its place', () => {
  const said = listenToConsole();

  it('is not shown again to who has answered, where the owner says how long; a mail is another matter', async () => {
    const name = newSurvey();
    const page = placeSurvey(`every="90d" survey="${name}"`);
    await page.ready();
    await page.answerWith('score', '5');
    await page.send();
    assert.isTrue(page.has('end'), 'the thanks stay');
    const again = placeSurvey(`every="90d" survey="${name}"`);
    await again.rest();
    assert.isNull(again.find('form'));
    followLink({ 'harreman-survey': name });
    const invited = placeSurvey(`every="90d" survey="${name}"`);
    await invited.ready();
    assert.equal(invited.chosen, '4');
  });

  it('has no panel', async () => {
    const page = placeSurvey(`every="1w" survey="${newSurvey()}"`);
    await page.ready();
    assert.isNull(page.find('[popover], dialog, [role=dialog]'));
  });

  it('says what is wrong with a time', async () => {
    await placeSurvey(`every="often" survey="${newSurvey()}"`).ready();
    assert.include(said[0], 'every="often"');
  });
});
