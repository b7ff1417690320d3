import { assert } from '@open-wc/testing';
import { listenToConsole, words } from './support.js';
import { survey } from './survey-support.js';

describe('a survey asks', () => {
  const said = listenToConsole();

  it('how satisfied somebody is, by faces with words, and nothing is chosen', async () => {
    const page = await survey();
    assert.deepEqual(page.names(), [
      '1 of 5, Very dissatisfied',
      '2 of 5, Dissatisfied',
      '3 of 5, Neither satisfied nor dissatisfied',
      '4 of 5, Satisfied',
      '5 of 5, Very satisfied',
    ]);
    assert.equal(page.all('.scale svg').length, 5);
    assert.isTrue(page.all('.scale svg').every((svg) => svg.getAttribute('aria-hidden') === 'true'));
    assert.isUndefined(page.chosen);
    assert.deepEqual(page.questions, [
      'How satisfied are you with our service?',
      'What is the main reason for your answer? (optional)',
    ]);
  });

  it('with answers that a style sheet can give another border, ground and corners', async () => {
    const page = await survey('look="words"');
    const option = page.get('[part~=option]');
    const { borderTopWidth, borderTopLeftRadius } = getComputedStyle(option);
    // What has the border is the part: a ground of the owner's keeps within its corners, and there is no second border.
    assert.equal(borderTopWidth, '1px');
    assert.notEqual(borderTopLeftRadius, '0px');
    const within = [...option.querySelectorAll('*')].map((piece) => getComputedStyle(piece).borderTopWidth);
    assert.isTrue(within.every((width) => width === '0px'));
  });

  const presets: [attributes: string, question: string, count: number, first: string, last: string][] = [
    [
      'ask="nps"',
      'How likely are you to recommend us to a friend or colleague?',
      11,
      '0 of 10, Not at all likely',
      '10 of 10, Extremely likely',
    ],
    [
      'ask="ces"',
      'How far do you agree? “It was easy to get what I needed.”',
      7,
      '1 of 7, Strongly disagree',
      '7 of 7, Strongly agree',
    ],
    [
      'ask="expectation"',
      'How was our service, compared with what you expected?',
      5,
      '1 of 5, Much worse than expected',
      '5 of 5, Much better than expected',
    ],
    [
      'ask="recommend"',
      'Would you recommend us to people you know?',
      11,
      '0 of 10, Certainly not',
      '10 of 10, Certainly',
    ],
    [
      'ask="csat" look="stars"',
      'How satisfied are you with our service?',
      5,
      '1 of 5, Very dissatisfied',
      '5 of 5, Very satisfied',
    ],
    [
      'ask="csat" look="numbers"',
      'How satisfied are you with our service?',
      5,
      '1 of 5, Very dissatisfied',
      '5 of 5, Very satisfied',
    ],
  ];
  for (const [attributes, question, count, first, last] of presets) {
    it(attributes, async () => {
      const page = await survey(attributes);
      const names = page.names();
      assert.equal(page.questions[0], question);
      assert.lengthOf(names, count);
      assert.deepEqual([names[0], names.at(-1)], [first, last]);
      assert.equal(page.get('fieldset').querySelectorAll('[type=radio]').length, count);
      if (!/words|expectation|faces/.test(attributes))
        assert.include(words(page.get('.ends')), last.split(', ')[1]!);
    });
  }

  it('in the owner’s words', async () => {
    const page = await survey('question="How was the cleaning?" heading=""');
    assert.equal(page.questions[0], 'How was the cleaning?');
    assert.isNull(page.find('[role=heading]'));
  });

  for (const [attribute, value, effect] of [
    ['ask', 'happiness', 'csat is asked'],
    ['look', 'hearts', 'faces is used'],
  ] as const)
    it(`says once what is wrong with ${attribute}="${value}"`, async () => {
      const page = await survey(`${attribute}="${value}"`);
      assert.lengthOf(page.names(), 5);
      assert.lengthOf(said, 1);
      assert.include(said[0], `${attribute}="${value}"`);
      assert.include(said[0], effect);
    });

  it('what is written in capitals, as HTML reads its own values, and as before where it is taken away', async () => {
    const page = await survey('ask="CSAT" look="Stars"');
    assert.isTrue(page.get('.scale').classList.contains('stars'));
    page.element.setAttribute('ask', 'NPS');
    page.element.removeAttribute('look');
    await page.rest();
    assert.lengthOf(page.names(), 11);
    page.element.removeAttribute('ask');
    await page.rest();
    assert.lengthOf(page.names(), 5);
    assert.isEmpty(said);
  });

  it('faces of eleven answers are not to be had', async () => {
    await survey('ask="nps" look="faces"');
    assert.include(said[0], 'look="faces"');
  });
});

describe('an answer', () => {
  it('leaves with what it was asked by', async () => {
    const page = await survey('survey="cleaning" ask="nps"');
    await page.answerWith('score', '9');
    await page.write('comment', 'Quick and kind.');
    await page.send();
    const {
      widget,
      survey: name,
      metric,
      score,
      score_min,
      score_max,
      comment,
      respondent,
      regarding,
    } = page.record;
    assert.deepEqual(
      { widget, name, metric, score, score_min, score_max, comment, respondent, regarding },
      {
        widget: 'survey',
        name: 'cleaning',
        metric: 'nps',
        score: 9,
        score_min: 0,
        score_max: 10,
        comment: 'Quick and kind.',
        respondent: undefined,
        regarding: undefined,
      },
    );
    assert.equal(page.focused, 'end');
  });

  it('recommend is sent as nps', async () => {
    const page = await survey('ask="recommend"');
    await page.answerWith('score', '0');
    await page.send();
    assert.equal(page.record['metric'], 'nps');
    assert.equal(page.record['score'], 0);
  });

  it('that was given before anything more was fetched is not lost', async () => {
    const page = await survey();
    const control = page.get<HTMLInputElement>('[name=score][value="2"]');
    control.checked = true;
    page.control<HTMLTextAreaElement>('comment').value = 'written without an event';
    await page.send();
    assert.equal(page.record['score'], 2);
    assert.equal(page.record['comment'], 'written without an event');
  });

  it('must be there: the error is above the answers, and leads to the first', async () => {
    const page = await survey();
    await page.send();
    assert.lengthOf(page.requests, 0);
    assert.deepEqual(page.summary, ['Choose an option: How satisfied are you with our service?']);
    assert.equal(page.errorAt('score'), 'Choose an option: How satisfied are you with our service?');
    page.get<HTMLAnchorElement>('[part~=error-summary] a').click();
    await page.rest();
    assert.equal((page.root.activeElement as HTMLInputElement).id, 'field-score');
  });

  it('can be changed afterwards: it is sent again, about the first', async () => {
    const page = await survey();
    await page.answerWith('score', '5');
    await page.send();
    const first = page.record['submission_id'];
    await page.press('Change my answer');
    await page.answerWith('score', '3');
    await page.send();
    assert.equal(page.record['score'], 3);
    assert.equal(page.record['regarding'], first);
    await page.press('Change my answer');
    await page.answerWith('score', '4');
    await page.send();
    assert.equal(page.record['regarding'], first, 'always about the first');
    assert.lengthOf(page.requests, 3);
  });

  it('stays chosen when the language changes', async () => {
    const page = await survey('locale="en"');
    await page.answerWith('score', '4');
    page.element.locale = 'ka';
    await page.until(() => page.questions[0]?.startsWith('რამდენად'), 'no Georgian');
    assert.equal(page.chosen, '4');
    await page.send();
    assert.equal(page.record['score'], 4);
    assert.equal(page.record['locale'], 'ka');
  });
});
