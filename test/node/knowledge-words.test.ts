import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../src/knowledge/words.js';

const same = (one: string, other: string) => assert.deepEqual(wordsOf(one), wordsOf(other));

test('words are the same with and without accents, capitals and wide letters', () => {
  same('Kā SAŅEMT rēķinu?', 'ka sanemt rekinu');
  same('Ｏｐｅｎｉｎｇ　ｈｏｕｒｓ', 'opening hours');
  same('cafe\u0301', 'caf\u00e9');
  same('Straße', 'STRASSE');
  same('złoty', 'zloty');
  same('Ёлка', 'елка');
  same('Σίσυφος', 'ΣΙΣΥΦΟΣ');
});

test('Georgian is one, in capitals and in the Latin letters that people type', () => {
  same('ᲡᲐᲛᲣᲨᲐᲝ ᲡᲐᲐᲗᲔᲑᲘ', 'სამუშაო საათები');
  assert.deepEqual(wordsOf('სამუშაო საათები'), ['samushao', 'saatebi']);
});

test('signs, also lone surrogates, part words', () => {
  assert.deepEqual(wordsOf("l'heure d'ouverture\u{1F600}24/7\uD83Dnow"), [
    ...['l', 'heure', 'd', 'ouverture', '24', '7', 'now'],
  ]);
  assert.deepEqual(wordsOf('?! \u200B\uDC00'), []);
});

test('vowel signs of scripts that write them as marks are kept', () => {
  assert.notDeepEqual(wordsOf('की'), wordsOf('का'));
});

test('scripts without spaces give pairs of neighbours, beside words of others', () => {
  assert.deepEqual(wordsOf('営業時間。'), ['営業', '業時', '時間']);
  assert.deepEqual(wordsOf('iPhone手机 A'), ['iphone', '手机', 'a']);
  assert.deepEqual(wordsOf('水'), ['水']);
  assert.equal(wordsOf('เปิดกี่โมง').length, 9);
});
