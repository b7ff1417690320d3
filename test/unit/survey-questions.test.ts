import { assert } from '@open-wc/testing';
import { listenToConsole, words } from './support.js';
import { survey } from './survey-support.js';

const REASON = `<fieldset data-when="score <= 2"><legend>What went wrong?</legend>
  <label><input type="radio" name="reason" value="late"> They came late</label>
  <label><input type="radio" name="reason" value="price"> The price</label>
  <label><input type="radio" name="reason" value="other"> Something else</label>
  <label>What was it? <input name="reason_other" data-when="reason = other"></label></fieldset>`;
const LIKED = `<fieldset data-max="2"><legend>What did you like?</legend>
  <label><input type="checkbox" name="liked[]" value="speed"> Speed</label>
  <label><input type="checkbox" name="liked[]" value="care"> Care</label>
  <label><input type="checkbox" name="liked[]" value="price"> Price</label>
  <label><input type="checkbox" name="liked[]" value="none" data-exclusive> Nothing</label></fieldset>`;
const MATRIX = `<fieldset><legend>How was each part?</legend><table>
  <tr><td></td><th>Bad</th><th>Fair</th><th>Good</th></tr>
  <tr><th>Booking</th><td><input type="radio" name="booking" value="1"></td><td><input type="radio" name="booking" value="2"></td><td><input type="radio" name="booking" value="3"></td></tr>
  <tr><th>Visit</th><td><input type="radio" name="visit" value="1"></td><td><input type="radio" name="visit" value="2"></td><td><input type="radio" name="visit" value="3"></td></tr>
  </table></fieldset>`;
const TEXT = `<fieldset><legend>What should we do better?</legend><textarea name="better"></textarea></fieldset>`;
const SCALE = `<fieldset data-look="numbers"><legend>How easy was it to park?</legend>
  ${[1, 2, 3, 4].map((value) => `<label><input type="radio" name="parking" value="${value}" required> ${['Hard', '2', '3', 'Easy'][value - 1]}</label>`).join('')}</fieldset>`;

describe('an owner’s questions', () => {
  const said = listenToConsole();

  it('are asked after the score: choices, several, a table, a text, a scale', async () => {
    const page = await survey('', LIKED + MATRIX + TEXT + SCALE);
    assert.deepEqual(page.questions, [
      'How satisfied are you with our service?',
      'What did you like? (optional)',
      'How was each part?',
      'What should we do better? (optional)',
      'How easy was it to park?',
      'What is the main reason for your answer? (optional)',
    ]);
    const rows = page.all('[part~=group] fieldset');
    assert.deepEqual(
      rows.map((row) => words(row.querySelector('legend')!)),
      ['Booking (optional)', 'Visit (optional)'],
    );
    assert.deepEqual([...rows[0]!.querySelectorAll('label')].map(words), ['Bad', 'Fair', 'Good']);
    assert.deepEqual(page.names('answer_parking'), ['1 of 4, Hard', '2 of 4', '3 of 4', '4 of 4, Easy']);
    assert.deepEqual(said, []);
  });

  it('leave as codes under their own names', async () => {
    const page = await survey(
      'ask="none"',
      `${LIKED + MATRIX + TEXT + SCALE}<input type="hidden" name="order_number" value="A1">`,
    );
    await page.answerWith('answer_liked', 'care');
    await page.answerWith('answer_liked', 'price');
    await page.answerWith('answer_visit', '3');
    await page.answerWith('answer_parking', '4');
    await page.write('answer_better', 'Come on time.');
    await page.send();
    const {
      answer_liked,
      answer_visit,
      answer_booking,
      answer_parking,
      answer_better,
      order_number,
      metric,
      score,
    } = page.record;
    assert.deepEqual(
      {
        answer_liked,
        answer_visit,
        answer_booking,
        answer_parking,
        answer_better,
        order_number,
        metric,
        score,
      },
      {
        answer_liked: ['care', 'price'],
        answer_visit: '3',
        answer_booking: undefined,
        answer_parking: '4',
        answer_better: 'Come on time.',
        order_number: 'A1',
        metric: undefined,
        score: undefined,
      },
    );
  });

  it('come on their condition, which is said, and go with it', async () => {
    const page = await survey('', REASON);
    assert.lengthOf(page.questions, 2);
    await page.answerWith('score', '1');
    assert.equal(page.questions[1], 'What went wrong? (optional)');
    assert.include(page.announced, 'New question');
    assert.isNull(page.find('[name=answer_reason_other]'));
    await page.answerWith('answer_reason', 'other');
    await page.write('answer_reason_other', 'The noise');
    await page.answerWith('score', '5');
    assert.lengthOf(page.questions, 2);
    await page.answerWith('score', '2');
    assert.equal(page.control('answer_reason_other').value, 'The noise', 'what was written is still there');
    await page.answerWith('score', '5');
    await page.send();
    assert.notProperty(page.record, 'answer_reason', 'what is not asked is not sent');
    assert.notProperty(page.record, 'answer_reason_other');
  });

  it('are named once where a text goes with an answer: it stands in the same group, under its answers', async () => {
    const boxes = REASON.replaceAll('type="radio"', 'type="checkbox"').replace(
      'wrong?</legend>',
      'wrong? <small>As you saw it.</small></legend>',
    );
    for (const html of [REASON, boxes.replaceAll('name="reason"', 'name="reason[]"')]) {
      const page = await survey('', html);
      await page.answerWith('score', '1');
      const box = page.get('[name=answer_reason][value=other]');
      await page.answerWith('answer_reason', 'other');
      assert.equal(page.get('[name=answer_reason][value=other]'), box, 'what was pressed keeps the focus');
      const legends = page.all('legend').map(words);
      assert.deepEqual(
        legends.filter((legend) => legend.includes('wrong')),
        ['What went wrong? (optional)'],
      );
      const text = page.control('answer_reason_other');
      assert.equal(text.closest('fieldset'), box.closest('fieldset'));
      assert.deepEqual([...text.labels!].map(words), ['What was it? (optional)']);
      assert.equal(
        page.all('.hint').filter((hint) => words(hint) === 'As you saw it.').length,
        html === REASON ? 0 : 1,
      );
    }
  });

  it('with a condition that cannot be read are asked, and the owner is told where it is wrong', async () => {
    const page = await survey(
      '',
      '<fieldset data-when="score =< 2"><legend>Why?</legend><input name="why"></fieldset>',
    );
    assert.include(page.questions, 'Why? (optional)');
    assert.lengthOf(said, 1);
    assert.include(said[0], 'data-when="score =< 2"');
    assert.include(said[0], 'at character 8');
  });

  it('with a condition on what is not asked before are not asked, and the owner is told', async () => {
    const page = await survey(
      '',
      `<fieldset data-when="later = 1"><legend>Why?</legend><input name="why"></fieldset>
      <fieldset><legend>Later?</legend><input name="later"></fieldset>`,
    );
    assert.notInclude(page.questions, 'Why? (optional)');
    assert.include(said[0], 'data-when="later"');
  });

  it('may take two answers and no more: it is said, and nothing is disabled', async () => {
    const page = await survey('ask="none"', LIKED);
    assert.include(words(page.part('field')), 'Choose up to 2.');
    for (const value of ['speed', 'care', 'price']) await page.answerWith('answer_liked', value);
    assert.isFalse(page.all<HTMLInputElement>('[name=answer_liked]').some(({ disabled }) => disabled));
    await page.send();
    assert.lengthOf(page.requests, 0);
    // As a link of the summary it says which question is meant.
    assert.equal(page.errorAt('answer_liked'), 'Choose up to 2: What did you like?');
    await page.answerWith('answer_liked', 'price');
    assert.isUndefined(page.errorAt('answer_liked'));
    await page.send();
    assert.deepEqual(page.record['answer_liked'], ['speed', 'care']);
  });

  it('with an answer that goes with no other clear the others, and say so', async () => {
    const page = await survey('ask="none"', LIKED);
    await page.answerWith('answer_liked', 'speed');
    await page.answerWith('answer_liked', 'none');
    assert.include(page.announced, 'The other choices have been cleared');
    const ticked = () => page.all<HTMLInputElement>('[name=answer_liked]:checked').map(({ value }) => value);
    assert.deepEqual(ticked(), ['none']);
    await page.answerWith('answer_liked', 'care');
    assert.deepEqual(ticked(), ['care']);
    assert.include(page.announced, 'Cleared: Nothing');
  });

  it('can be taken back where they may be left out', async () => {
    const page = await survey('', MATRIX + SCALE);
    assert.isFalse(page.has('clear-button'));
    await page.answerWith('answer_visit', '2');
    await page.answerWith('answer_parking', '2');
    assert.lengthOf(page.all('[part~=clear-button]'), 1, 'a required one is changed, not taken back');
    page.part('clear-button').click();
    await page.rest();
    assert.isNull(page.find('[name=answer_visit]:checked'));
    assert.equal(page.focused, 'answer_visit');
  });

  it('that have nothing to say are not sent empty', async () => {
    const page = await survey('ask="none"', TEXT);
    await page.send();
    assert.lengthOf(page.requests, 0);
    assert.lengthOf(page.summary, 1);
  });

  it('of the kit’s own names are the kit’s: a score, a comment, an e-mail address', async () => {
    const page = await survey(
      '',
      `<fieldset data-look="stars"><legend>The food?</legend>${[1, 2, 3].map((value) => `<label><input type="radio" name="score" value="${value}">${value}</label>`).join('')}</fieldset>
      <label>Say more <textarea name="comment"></textarea></label><label>E-mail <input type="email" name="email"></label>`,
    );
    assert.deepEqual(page.questions, ['The food? (optional)', 'Say more (optional)', 'E-mail (optional)']);
    await page.answerWith('score', '3');
    await page.write('comment', 'Good');
    await page.write('email', 'ane@example.com');
    await page.send();
    const { score, score_min, score_max, metric, comment, email } = page.record;
    assert.deepEqual(
      { score, score_min, score_max, metric, comment, email },
      { score: 3, score_min: 1, score_max: 3, metric: undefined, comment: 'Good', email: 'ane@example.com' },
    );
  });

  it('follow the page when it changes', async () => {
    const page = await survey('', TEXT);
    page.element.querySelector('legend')!.textContent = 'What else?';
    await page.until(() => page.questions.includes('What else? (optional)'), 'the question does not follow');
  });
});

describe('one question at a time', () => {
  it('leads from one to the next, which has the focus, and back to what was answered', async () => {
    const page = await survey('paged', LIKED + TEXT);
    const place = () => words(page.get('#step'));
    assert.equal(place(), 'Question 1 of 4');
    assert.deepEqual(page.questions, ['How satisfied are you with our service?']);
    assert.isFalse(page.has('back-button'));
    await page.answerWith('score', '4');
    assert.equal(place(), 'Question 1 of 4', 'choosing does not lead on');
    await page.press('Next');
    assert.equal(place(), 'Question 2 of 4');
    assert.equal(page.focused, 'step');
    assert.equal(words(page.submitButton), 'Skip');
    await page.answerWith('answer_liked', 'speed');
    assert.equal(words(page.submitButton), 'Next');
    await page.press('Next');
    await page.press('Back');
    await page.press('Back');
    assert.equal(page.chosen, '4');
    await page.press('Next');
    await page.press('Next');
    await page.press('Skip');
    assert.equal(place(), 'Question 4 of 4');
    assert.equal(words(page.submitButton), 'Send');
    await page.write('comment', 'All well.');
    await page.send();
    assert.deepEqual(page.record['answer_liked'], ['speed']);
    assert.equal(page.record['score'], 4);
    assert.equal(page.record['comment'], 'All well.');
  });

  it('is not left while its answer is missing', async () => {
    const page = await survey('paged', TEXT);
    await page.press('Next');
    assert.equal(words(page.get('#step')), 'Question 1 of 3');
    assert.deepEqual(page.summary, ['Choose an option: How satisfied are you with our service?']);
  });

  it('counts what is asked', async () => {
    const page = await survey('paged', REASON);
    assert.equal(words(page.get('#step')), 'Question 1 of 2');
    await page.answerWith('score', '1');
    assert.equal(words(page.get('#step')), 'Question 1 of 3');
    assert.equal(page.get<HTMLProgressElement>('progress').max, 3);
    assert.notInclude(page.announced, 'New question', 'it is not to be seen yet');
    await page.press('Next');
    await page.answerWith('answer_reason', 'other');
    assert.include(page.announced, 'New question');
  });

  it('can be sent by the page, as far as nothing is missing', async () => {
    const page = await survey('paged', TEXT);
    await page.element.submit();
    assert.lengthOf(page.requests, 0);
    await page.answerWith('score', '5');
    await page.element.submit();
    await page.until(() => page.has('end'), 'it does not end');
    assert.lengthOf(page.requests, 1);
  });

  it('shows what an endpoint refused where it was asked', async () => {
    const page = await survey('paged', TEXT);
    await page.answerWith('score', '5');
    page.answer = {
      state: 'rejected',
      status: 422,
      errors: [{ field: 'answer_better', code: 'x', message: 'Too rude' }],
    };
    await page.element.submit();
    await page.until(() => page.summary.length, 'it is not told');
    assert.equal(words(page.get('#step')), 'Question 2 of 3');
    assert.equal(page.errorAt('answer_better'), 'Too rude');
  });
});
