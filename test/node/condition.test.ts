import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ConditionError, parseCondition } from '../../src/validation/condition.js';

const answers: Record<string, string | readonly string[]> = {
  score: '4',
  reason: 'price',
  liked: ['speed', 'care'],
  nothing: '',
  none: [],
  galdera_é: 'bai',
};
const holds = (text: string): boolean => parseCondition(text).holds((name) => answers[name] ?? '');

describe('a condition', () => {
  const cases: [text: string, expected: boolean][] = [
    ['score', true],
    ['nothing', false],
    ['none', false],
    ['liked', true],
    ['unknown', false],
    ['score = 4', true],
    ['score=4', true],
    ['score = 4.0', true],
    ["score = '4'", true],
    ['score != 4', false],
    ['nothing != price', true],
    ['score < 5', true],
    ['score <= 4', true],
    ['score > 4', false],
    ['score >= 4.0', true],
    ['score < -1', false],
    ['nothing < 5', false],
    ['reason < 5', false],
    ['reason = price', true],
    ['reason = "price"', true],
    ['reason = Price', false],
    ['liked = speed', true],
    ['liked = price', false],
    ['liked != price', true],
    ['liked < 3', false],
    ['not liked', false],
    ['not not liked', true],
    ['NOT nothing AND score = 4', true],
    ['score = 1 or reason = price and liked = care', true],
    ['(score = 1 or reason = price) and liked = price', false],
    ['not (score = 1 or nothing)', true],
    ['galdera_é = bai', true],
    ["reason = 'a or b'", false],
    ["reason = ''", false],
  ];
  for (const [text, expected] of cases)
    test(`${text} is ${expected}`, () => assert.equal(holds(text), expected));

  test('says which questions it looks at', () =>
    assert.deepEqual(parseCondition('score < 3 and (reason = x or not score)').names, ['score', 'reason']));
});

describe('what is no condition names the place', () => {
  const cases: [text: string, position: number, message: RegExp][] = [
    ['', 0, /name of a question expected, the end found at character 1/],
    ['score =', 7, /a value expected, the end found at character 8/],
    ['score = = 4', 8, /a value expected, "=" found at character 9/],
    ['score == 4', 7, /a value expected, "=" found/],
    ['score < 3 reason', 10, /"and", "or" or the end expected, "reason" found at character 11/],
    ['score and', 9, /name of a question expected, the end found/],
    ['and score', 0, /name of a question expected, "and" found/],
    ['(score', 6, /"\)" expected, the end found/],
    ['score)', 5, /"and", "or" or the end expected, "\)" found/],
    ["reason = 'price", 9, /a quote without its end at character 10/],
    ['score ! 4', 6, /"!" is no comparison at character 7/],
    ['4 = score', 0, /name of a question expected, "4" found/],
    [`${'('.repeat(60)}score${')'.repeat(60)}`, 50, /nested too deep/],
  ];
  for (const [text, position, message] of cases)
    test(JSON.stringify(text).slice(0, 40), () =>
      assert.throws(
        () => parseCondition(text),
        (error: unknown) =>
          error instanceof ConditionError && message.test(error.message) && error.position === position,
      ),
    );

  test('whatever is written, it is a condition or a ConditionError', () => {
    const piece = fc.constantFrom(
      'score',
      'and',
      'or',
      'not',
      '(',
      ')',
      '=',
      '!=',
      '<',
      "'",
      '"x"',
      '4',
      ' ',
      '!',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          parseCondition(pieces.join(' ')).holds(() => '');
        } catch (error) {
          assert.ok(error instanceof ConditionError, String(error));
        }
      }),
    );
  });
});
