import { assert } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { locales } from '../../src/localization/locale.js';
import { brokenWords, itIsForEveryone, overflowing, takeBackLooks, violations } from './looks.js';
import { listenToConsole } from './support.js';
import { survey, type SurveyPage } from './survey-support.js';

const QUESTIONS = `<fieldset data-max="1"><legend>What did you like?</legend>
    <label><input type="checkbox" name="liked[]" value="speed"> Speed</label><label><input type="checkbox" name="liked[]" value="care"> Care</label></fieldset>
  <fieldset><legend>How was each part?</legend><table><tr><td></td><th>Bad</th><th>Good</th></tr>
    <tr><th>Booking</th><td><input type="radio" name="booking" value="1"></td><td><input type="radio" name="booking" value="2"></td></tr></table></fieldset>
  <fieldset data-look="numbers"><legend>And the price?</legend><label><input type="radio" name="price" value="1"> Dear</label><label><input type="radio" name="price" value="2"> Fair</label></fieldset>
  <p><a href="tel:+34943000000">943 00 00 00</a></p>`;

/** Where a survey can stand, and how it gets there, whatever the language. */
const STATES: Readonly<Record<string, (attributes: string) => Promise<SurveyPage>>> = {
  'faces': (attributes) => survey(attributes),
  'stars, one chosen': async (attributes) => {
    const page = await survey(`${attributes} look="stars"`);
    await page.answerWith('score', '3');
    return page;
  },
  'eleven numbers': async (attributes) => {
    const page = await survey(`${attributes} ask="nps"`);
    await page.answerWith('score', '7');
    return page;
  },
  'seven numbers': (attributes) => survey(`${attributes} ask="ces"`),
  'words': (attributes) => survey(`${attributes} ask="expectation"`),
  'questions of the owner’s, with errors': async (attributes) => {
    const page = await survey(`${attributes} privacy-url="/p"`, QUESTIONS);
    for (const value of ['speed', 'care']) await page.answerWith('answer_liked', value);
    await page.answerWith('answer_price', '2');
    await page.send();
    return page;
  },
  'one at a time': async (attributes) => {
    const page = await survey(`${attributes} paged`, QUESTIONS);
    await page.answerWith('score', '2');
    page.submitButton.click();
    await page.rest();
    return page;
  },
  'the end of a bad one': async (attributes) => {
    const page = await survey(attributes, QUESTIONS);
    await page.answerWith('score', '1');
    await page.send();
    return page;
  },
  'the end of a good one': async (attributes) => {
    const page = await survey(`${attributes} review-url="/r" share-url=""`);
    await page.answerWith('score', '5');
    await page.send();
    return page;
  },
};

describe('everyone can use the survey', () => {
  listenToConsole();
  const root = document.documentElement;
  takeBackLooks();
  itIsForEveryone(STATES, async (page) => {
    await setViewport({ width: 320, height: 640 });
    await page.rest();
    assert.deepEqual(overflowing(page), []);
    assert.deepEqual(await violations(page), [], 'at 320 px');
  });

  for (const locale of locales)
    it(`words fit at 320 px: ${locale}`, async () => {
      await setViewport({ width: 320, height: 640 });
      for (const ask of ['csat', 'nps', 'ces', 'expectation', 'recommend'])
        assert.deepEqual(overflowing(await survey(`locale="${locale}" ask="${ask}"`)), [], ask);
    });

  it('eleven answers are large enough to press, two rows of them in their order at 320 px', async () => {
    await setViewport({ width: 320, height: 640 });
    const page = await survey('ask="nps"');
    // As on a page with margins of its own.
    page.element.style.inlineSize = '272px';
    const boxes = page.all('.answers label').map((label) => label.getBoundingClientRect());
    for (const { width, height } of boxes) assert.isTrue(width >= 24 && height >= 24);
    const rows = [...new Set(boxes.map(({ top }) => Math.round(top)))];
    assert.lengthOf(rows, 2);
    assert.deepEqual(
      boxes.map(({ top }) => Math.round(top)),
      boxes.map(({ top }) => Math.round(top)).sort((a, b) => a - b),
    );
  });

  for (const [what, attributes] of [
    ['seven answers', 'ask="ces"'],
    ['stars', 'look="stars"'],
  ] as const)
    it(`${what} stand in one row, and are large enough to press, at 320 px and in large text`, async () => {
      const page = await survey(attributes);
      for (const size of ['medium', '32px']) {
        page.element.style.cssText = `inline-size: 272px; --harreman-font-size: ${size}`;
        const boxes = page.all('.answers label').map((label) => label.getBoundingClientRect());
        assert.lengthOf(new Set(boxes.map(({ top }) => Math.round(top))), 1, size);
        for (const { width, height } of boxes) assert.isTrue(width >= 24 && height >= 24, size);
        assert.deepEqual(overflowing(page), [], size);
        const cells = page.all('.cell').filter((cell) => cell.scrollWidth > cell.clientWidth);
        assert.lengthOf(cells, 0, `${size}: what is in it fits`);
      }
    });

  it('eleven numbers fit their places in large text', async () => {
    const page = await survey('ask="nps"');
    page.element.style.cssText = 'inline-size: 272px; --harreman-font-size: 32px';
    const cells = page.all('.cell').filter((cell) => cell.scrollWidth > cell.clientWidth);
    assert.lengthOf(cells, 0);
  });

  for (const locale of locales)
    it(`no word at the ends of a scale is broken at 320 px: ${locale}`, async () => {
      for (const attributes of ['ask="nps"', 'ask="ces"', 'look="stars"']) {
        const page = await survey(`locale="${locale}" ${attributes}`);
        page.element.style.inlineSize = '288px';
        assert.deepEqual(page.all('.ends > *').flatMap(brokenWords), [], attributes);
      }
    });

  for (const attributes of ['ask="nps"', 'look="stars"'])
    it(`the words at the ends stand beneath the first and the last answer: ${attributes}`, async () => {
      const page = await survey(attributes);
      page.element.style.inlineSize = '760px';
      const answers = page.get('.answers').getBoundingClientRect();
      const ends = page.get('.ends').getBoundingClientRect();
      assert.closeTo(ends.left, answers.left, 1);
      assert.closeTo(ends.right, answers.right, 1);
    });

  it('a question above stars has the whole line', async () => {
    const page = await survey(
      'look="stars" question="How were the people who came to your house, altogether?"',
    );
    assert.isAbove(page.get('.stars legend').offsetWidth, 500);
    assert.isBelow(page.get('.stars .answers').offsetWidth, 300);
  });

  it('the keyboard enters a scale once, arrows choose, and choosing sends nothing', async () => {
    const page = await survey();
    page.element.focus();
    assert.equal(page.focused, 'score');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await page.rest();
    assert.equal(page.chosen, '3');
    assert.lengthOf(page.requests, 0);
    await sendKeys({ press: 'Tab' });
    assert.equal(page.focused, 'comment');
    await sendKeys({ type: 'So so.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.has('end'), 'it is not sent');
    assert.equal(page.record['score'], 3);
    assert.equal(page.record['comment'], 'So so.');
  });

  it('the scale runs from right to left where the text does, and its numbers stay numbers', async () => {
    root.dir = 'rtl';
    const page = await survey('ask="ces"');
    const [first, second] = page.all('.answers label').map((label) => label.getBoundingClientRect().left);
    assert.isAbove(first!, second!);
    assert.deepEqual(
      page.all('.cell [aria-hidden]').map(({ textContent }) => textContent),
      ['1', '2', '3', '4', '5', '6', '7'],
    );
  });

  for (const locale of locales)
    it(`no word beneath a face is broken, however wide the survey is: ${locale}`, async () => {
      const page = await survey(`locale="${locale}"`);
      for (const width of [300, 500, 640, 704, 800]) {
        page.element.style.inlineSize = `${width}px`;
        assert.deepEqual(page.all('.cell').flatMap(brokenWords), [], `${width} px`);
      }
    });

  for (const locale of locales)
    it(`choosing moves nothing, however wide the survey is: ${locale}`, async () => {
      const page = await survey(`locale="${locale}"`);
      for (const width of [272, 300, 360, 500, 640, 672, 704, 800]) {
        page.element.style.inlineSize = `${width}px`;
        const height = page.get('.answers').offsetHeight;
        for (const value of ['1', '2', '3', '4', '5']) {
          await page.answerWith('score', value);
          assert.equal(page.get('.answers').offsetHeight, height, `${width} px, ${value}`);
        }
        page.element.reset();
        await page.rest();
      }
    });

  it('what has the focus shows it', async () => {
    const page = await survey('look="numbers"');
    page.control('score').focus();
    await sendKeys({ press: 'ArrowRight' });
    await page.rest();
    const cell = page.get('[name=score]:checked + .cell');
    const style = getComputedStyle(cell);
    assert.equal(style.outlineWidth, '3px');
    assert.equal(style.outlineOffset, '2px');
  });

  it('stars are full up to the one that is chosen', async () => {
    const page = await survey('look="stars"');
    await page.answerWith('score', '3');
    const fills = page.all('.answers svg').map((star) => getComputedStyle(star).fill !== 'none');
    assert.deepEqual(fills, [true, true, true, false, false]);
  });
});
