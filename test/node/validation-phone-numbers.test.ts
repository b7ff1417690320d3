/**
 * The widget's reading of phone numbers against Google's own libphonenumber: every example number of every region and
 * kind, in all the ways in which people write it. `npm run bench:phone` prints the table.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { formatPhone, readPhone } from '../../src/validation/phone-number.js';
import { compareAll, exampleNumbers, libphonenumberReads } from '../support/phone-agreement.js';

const { ways, wrongWhereSure, byRegion, agreement } = compareAll();

test('in every way of writing it, a number is read as libphonenumber reads it', () => {
  assert.ok(ways > 10_000, `${ways} ways of writing`);
  assert.ok(agreement >= 0.995, `${(agreement * 100).toFixed(2)} %`);
});

test('where the reading claims to be sure it is right', () => assert.deepEqual(wrongWhereSure, []));

test('no region is left behind', () => {
  const worst = byRegion.filter(({ right, ways }) => right / ways < 0.8);
  assert.deepEqual(worst, []);
});

test("a national number of another country is not surely the page's own, unless libphonenumber says so", () => {
  for (const page of ['ES', 'GE', 'LV', 'US', 'GB', 'DE', 'IT', 'FR', 'RU', 'BR']) {
    for (const { national, e164 } of exampleNumbers()) {
      const read = readPhone(national, page);
      if (!read?.isSure) continue;
      assert.equal(read.e164, libphonenumberReads(national, page), `${national} (${e164}) read in ${page}`);
    }
  }
});

test('without any country, a national number is never surely anything', () => {
  for (const { national } of exampleNumbers()) {
    if (/^(00|011)/.test(national.replace(/\D/g, ''))) continue;
    assert.ok(!readPhone(national)?.isSure, national);
  }
});

test('a digit too few or too many is either told from a number, or read as libphonenumber reads it', () => {
  for (const page of ['ES', 'GE', 'LV']) {
    for (const { region, national } of exampleNumbers().filter((each) => each.region === page)) {
      for (const text of [national.slice(0, -1), `${national}0`]) {
        const read = readPhone(text, region);
        if (read?.isSure) assert.equal(read.e164, libphonenumberReads(text, region), text);
      }
    }
  }
});

test('digits of other scripts, brackets, dots and extensions are understood', () => {
  const cases = [
    ['９４３ ００ ００ ００', '+34943000000'],
    ['٩٤٣٠٠٠٠٠٠', '+34943000000'],
    ['(943) 00.00-00', '+34943000000'],
    ['943 00 00 00 ext. 12', '+34943000000'],
    ['0034 943/000000', '+34943000000'],
    ['34943000000', '+34943000000'],
    ['+44 (0)20 7031 3000', '+442070313000'],
    ['tel:+34-943-00-00-00;phone-context=example.com', '+34943000000'],
    ['011 995 555 12 34 56', '+995555123456'],
    ['＋371 2000 0000', '+37120000000'],
    ['\u202A+34 943 00 00 00\u202C', '+34943000000'],
    ['(+34) 943 00 00 00', '+34943000000'],
    ['Tel. 943 00 00 00', '+34943000000'],
  ] as const;
  for (const [text, e164] of cases) assert.equal(readPhone(text, 'ES')?.e164, e164, text);
  assert.equal(readPhone('943 00 00 00 ext. 12', 'ES')?.extension, '12');
});

test('a country code without its plus is understood, and asked about where it is not the page’s own', () => {
  assert.deepEqual(readPhone('37120000000', 'LV'), { isSure: true, e164: '+37120000000' });
  assert.deepEqual(readPhone('37120000000', 'ES'), { isSure: false, e164: '+37120000000' });
  assert.deepEqual(readPhone('37120000000'), { isSure: false, e164: '+37120000000' });
});

test('what no plan has is not refused: nobody is sure of it', () => {
  assert.deepEqual(readPhone('123 456 78', 'ES'), { isSure: false, e164: '+3412345678' });
  assert.deepEqual(readPhone('943 00 00 00'), { isSure: false });
});

test('what is no number is none', () => {
  for (const text of ['', 'call me', '12', '1234567890123456789', 'ane@example.com', '+', '943 00 00 00 8 a'])
    assert.equal(readPhone(text, 'ES'), undefined, text);
});

test('a number is shown in groups, as libphonenumber groups nearly all of them', () => {
  assert.equal(formatPhone('+34943000000'), '+34 943 00 00 00');
  assert.equal(formatPhone('+37120000000'), '+371 20 000 000');
  assert.equal(formatPhone('+995555123456'), '+995 555 12 34 56');
  const examples = exampleNumbers();
  const alike = examples.filter(({ e164, international }) => formatPhone(e164) === international).length;
  assert.ok(alike / examples.length > 0.93, `${alike} of ${examples.length}`);
  for (const { e164 } of examples) assert.equal(formatPhone(e164).replace(/[ -]/g, ''), e164);
});

test('a text of any length is looked at in no time', () => {
  assert.equal(readPhone('9'.repeat(1_000_000), 'ES'), undefined);
  assert.equal(readPhone(`+${'('.repeat(100_000)}`, 'ES'), undefined);
});

test('the tables are what the packages give', () => {
  execFileSync(process.execPath, ['.build/phone.mjs', '--check'], { stdio: 'pipe' });
});
