import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkField } from '../../src/validation/field.js';
import { compilePattern } from '../../src/validation/pattern.js';

test("an owner's pattern is matched against the whole text", () => {
  const rules = { type: 'text', pattern: '[A-Z]{2}-\\d{4}' } as const;
  assert.equal(checkField(rules, 'AB-1234'), undefined);
  for (const text of ['AB-12345', 'xAB-1234', 'ab-1234', 'AB-1234\nx'])
    assert.deepEqual(checkField(rules, text), { key: 'patternMismatch' }, text);
  assert.deepEqual(checkField({ type: 'text', pattern: 'a|b' }, 'ab'), { key: 'patternMismatch' });
  assert.equal(checkField({ type: 'text', pattern: '\\p{Script=Georgian}+' }, 'ნინო'), undefined);
});

test('patterns that owners use are used', () => {
  const patterns: readonly (readonly [pattern: string, match: string, other: string])[] = [
    ['\\d{5}', '20001', '2000'],
    ['(LV-)?\\d{4}', 'LV-1050', 'LV-105'],
    ['(\\d{1,3}\\.){3}\\d{1,3}', '10.0.0.255', '10.0.0'],
    ['(?=.*\\d)(?=.*[a-z]).{8,}', 'abcdefg1', 'abcdefgh'],
    ['[(+]+\\d+', '(+12', '12'],
    ['\\(a+\\)+', '(aa)))', '(aa'],
    ['[^@]+@[^@]+', 'a@b', 'a@@b'],
    ['(https?://)?[a-z.]+', 'https://a.example', 'https:/a'],
    ['(\\d{3})+', '123456', '1234'],
    ['[\\w\\-]+', 'a-b', 'a b'],
    ['[[a-z]--[aeiou]]+', 'krk', 'kara'],
    ['((\\d{1,2}\\.){2}\\d{4} ?){1,4}', '1.12.2026 24.12.2026', '1.12.'],
  ];
  for (const [pattern, match, other] of patterns) {
    const compiled = compilePattern(pattern);
    assert.ok(compiled, `${pattern} is not used`);
    assert.ok(compiled.test(match), `${pattern} refuses ${match}`);
    assert.ok(!compiled.test(other), `${pattern} takes ${other}`);
  }
});

test('a pattern that does not parse refuses nobody', () => {
  for (const pattern of ['[', '(', '*', 'a{2,1}', '(?<n>a'])
    assert.equal(checkField({ type: 'text', pattern }, 'anything'), undefined, pattern);
});

// The patterns of CWE-1333 and OWASP's page on ReDoS, and their kin.
const EVIL = [
  '(a+)+$',
  '(a+)+',
  '(a*)*',
  '(?:a+)+b',
  '([a-zA-Z]+)*',
  '(a|aa)+',
  '(a|a?)+',
  '(.*a){25}',
  '(a{1,50})+',
  '(aa?)+',
  '(a{2,}){2,}',
  '((a+)b?)+',
  '([a\\]]+)+',
  '(?<x>a+)+',
  '(a+)+?b',
  '((a|b)c?)*',
  '(a?){60}a{60}',
  // Read with the older flag `u`, in which a bracket within brackets is a letter like others.
  '[^[]*(a+)+$',
  // A few times a few times a few.
  '(((a?){9}){9}){9}b',
];

for (const pattern of EVIL) {
  test(`the pattern ${pattern} never holds up the page`, () => {
    // Run only if it was let through: the test must end, too.
    const compiled = compilePattern(pattern);
    for (const length of [10, 20, 24, 28, 40, 1000]) {
      const start = performance.now();
      compiled?.test(`${'a'.repeat(length)}!`);
      assert.ok(performance.now() - start < 100, `took too long with ${length} characters`);
    }
  });
}
