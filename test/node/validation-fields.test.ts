import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkField, isCalendarDate, localToday, type FieldRules } from '../../src/validation/field.js';
import { asciiDigits, countCharacters, isBlank } from '../../src/validation/text.js';

const problem = (rules: FieldRules, value: string | readonly string[]) => checkField(rules, value)?.key;
const accepts = (rules: FieldRules, ...values: string[]) => {
  for (const value of values) assert.equal(problem(rules, value), undefined, value);
};
const refuses = (rules: FieldRules, key: string, ...values: string[]) => {
  for (const value of values) assert.equal(problem(rules, value), key, JSON.stringify(value));
};

test('a required field that is empty, or only looks filled, is missing', () => {
  refuses(
    { type: 'text', required: true },
    'fieldRequired',
    '',
    '   ',
    '\n\t',
    '\u200B\u200D\uFEFF',
    '\u3164',
  );
  refuses({ type: 'textarea', required: true }, 'fieldRequired', '', ' \r\n ', '\u2800', '\0\u0007');
  refuses({ type: 'select', required: true }, 'choiceRequired', '');
  refuses({ type: 'radio', required: true }, 'choiceRequired', '');
  refuses({ type: 'checkbox', required: true }, 'tickRequired', '');
  assert.equal(problem({ type: 'checkboxes', required: true }, []), 'choiceRequired');
  assert.equal(problem({ type: 'checkboxes', required: true }, ['a']), undefined);
});

test('an optional field may be empty, whatever its other rules', () => {
  for (const type of ['text', 'email', 'tel', 'url', 'date', 'number', 'select', 'radio'] as const)
    accepts({ type, minLength: 5, min: '3', pattern: 'x+' }, '', '  ');
});

test('any text that somebody may write is text', () => {
  accepts(
    { type: 'text', required: true },
    'X',
    'ნინო',
    'Ãne Ġorġ',
    "O'Neil-Smith",
    '👋',
    '0',
    "'; DROP TABLE x",
    '=HYPERLINK("x")',
    '{{7*7}}',
    'a\uD800b',
    'مرحبا',
    '<script>',
  );
});

test('an address is read without the space around it', () => {
  accepts({ type: 'email' }, ' ane@example.com ');
  accepts({ type: 'tel' }, '\t943 123 456 ');
  accepts({ type: 'url' }, ' https://example.com/a?b ');
  refuses({ type: 'email' }, 'emailInvalid', 'ane');
  refuses({ type: 'tel' }, 'phoneInvalid', 'ane');
});

test('a web address is http or https with a host', () => {
  accepts({ type: 'url' }, 'http://a.example', 'HTTPS://a.example:8080/x#y', 'https://საქართველო.გე/');
  const others = [
    'example.com',
    'ftp://a.example',
    ['java', 'script:alert(1)//a.b'].join(''),
    'https://',
    'https://a b.example',
  ];
  refuses({ type: 'url' }, 'urlInvalid', ...others);
});

test('a day that does not exist is no date', () => {
  for (const date of ['2026-02-28', '2024-02-29', '2026-12-31', '0001-01-01'])
    assert.ok(isCalendarDate(date), date);
  for (const date of [
    '2026-02-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '31.02.2026',
    '2026-2-3',
  ])
    assert.ok(!isCalendarDate(date), date);
  refuses(
    { type: 'date' },
    'dateInvalid',
    '2026-02-31',
    '2026-02-30',
    'yesterday',
    '2026-01-01T00:00',
    '12026-01-01',
  );
});

test('a purchase lies in the past, today included', () => {
  const rules: FieldRules = { type: 'date', past: true };
  const days = (count: number) => localToday(new Date(Date.now() + count * 86_400_000));
  accepts(rules, localToday(), days(-2), '1999-12-31');
  refuses(rules, 'dateInFuture', days(2), '9999-12-31');
  assert.equal(localToday(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
});

test('dates and times keep within their limits', () => {
  const date: FieldRules = { type: 'date', min: '2026-01-10', max: '2026-02-10' };
  accepts(date, '2026-01-10', '2026-02-10');
  assert.deepEqual(checkField(date, '2026-01-09'), { key: 'valueTooLow', values: { min: '2026-01-10' } });
  assert.deepEqual(checkField(date, '2026-02-11'), { key: 'valueTooHigh', values: { max: '2026-02-10' } });
  refuses({ type: 'time', min: '09:00' }, 'valueTooLow', '08:59');
  refuses({ type: 'month', max: '2026-03' }, 'valueTooHigh', '2026-04');
});

test('a number is a number, within its limits and on its steps', () => {
  accepts({ type: 'number' }, '0', '-7', '+3', '12', '1e3');
  refuses({ type: 'number' }, 'valueInvalid', 'NaN', 'Infinity', '0x10', '1,5', '12 000', '1.5', '--1');
  accepts({ type: 'number', step: 'any' }, '1.5', '.5', '5.');
  accepts({ type: 'number', step: '0.1' }, '0.3', '0.7', '123.4');
  refuses({ type: 'number', step: '0.1' }, 'valueInvalid', '0.35');
  accepts({ type: 'number', min: '1', step: '2' }, '1', '3');
  refuses({ type: 'number', min: '1', step: '2' }, 'valueInvalid', '2');
  // As numbers, not as texts: "10" sorts before "9".
  accepts({ type: 'number', min: '9', max: '10' }, '10', '9');
  refuses({ type: 'number', min: '9' }, 'valueTooLow', '-10', '8');
  refuses({ type: 'number', max: '10' }, 'valueTooHigh', '11');
  accepts({ type: 'number', step: 'x', min: 'y', max: '' }, '4');
});

test('lengths count characters as people do', () => {
  assert.equal(countCharacters('👋🏽'), 2);
  assert.equal(countCharacters('a\r\nb'), 3);
  assert.equal(countCharacters('გამარჯობა'), 9);
  const rules: FieldRules = { type: 'textarea', minLength: 3, maxLength: 5 };
  accepts(rules, '👋👋👋👋👋', 'abc');
  assert.deepEqual(checkField(rules, 'ab'), { key: 'textTooShort', count: 3 });
  assert.deepEqual(checkField(rules, 'abcdefgh'), { key: 'textTooLong', count: 3 });
});

test('digits of other scripts are understood', () => {
  assert.equal(
    asciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０１２３４５６７８９ ＋'),
    '0123456789 0123456789 0123456789 +',
  );
});

test('text is blank when there is nothing to read in it', () => {
  for (const text of ['', ' ', '\u00A0\u2003', '\u200B\u2060', '\u115F\u1160\uFFA0', '\u202E'])
    assert.ok(isBlank(text), JSON.stringify(text));
  for (const text of ['.', '0', '\u200Ba', '👋', '=']) assert.ok(!isBlank(text), text);
});

test('the problem that would be mended first is the one that is named', () => {
  refuses({ type: 'email', required: true, minLength: 50, pattern: 'x' }, 'emailInvalid', 'a');
  refuses({ type: 'text', minLength: 5, pattern: '\\d+' }, 'textTooShort', 'abc');
});

test('a megabyte of text is checked at once', () => {
  const texts = [
    'a'.repeat(1e6),
    `http://${'a.'.repeat(5e5)} b`,
    `http://${'.'.repeat(1e6)} `,
    `1${' '.repeat(1e6)}1`,
  ];
  const start = performance.now();
  for (const type of ['text', 'textarea', 'email', 'tel', 'url', 'number', 'date'] as const)
    for (const text of texts) checkField({ type, required: true, pattern: '\\w+', maxLength: 10 }, text);
  assert.ok(performance.now() - start < 2000, `took ${Math.round(performance.now() - start)} ms`);
});
