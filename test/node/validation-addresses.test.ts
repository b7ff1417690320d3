import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestEmail } from '../../src/validation/email-suggestion.js';
import { isEmail } from '../../src/validation/email.js';
import { isPhone, normalizePhone } from '../../src/validation/phone.js';

const areEmails = (...addresses: string[]) => {
  for (const address of addresses) assert.ok(isEmail(address), `${address} is refused`);
};
const areNoEmails = (...addresses: string[]) => {
  for (const address of addresses) assert.ok(!isEmail(address), `${JSON.stringify(address)} is taken`);
};
const normalized = (numbers: Readonly<Record<string, string>>) => {
  for (const [written, sent] of Object.entries(numbers)) {
    assert.ok(isPhone(written), `${written} is refused`);
    assert.equal(normalizePhone(written), sent);
  }
};

test('addresses as people have them are taken', () => {
  areEmails(
    'ane@example.com',
    'ane.etxeberria+kontaktua@posta.example.co.uk',
    'o’brien@example.ie',
    "o'brien@example.ie",
    'x@y.lv',
    '1@2.example',
    'ane_@ex-ample.museum',
    'a/b=c?d!e@example.photography',
  );
});

test('addresses in any script are taken', () => {
  areEmails(
    'name@საქართველო.გე',
    'ნინო@საქართველო.გე',
    'jānis@pasts.lv',
    '用户@例子.公司',
    'ane@xn--tqq.xn--p1ai',
  );
});

test('what is not one address is refused', () => {
  areNoEmails('', 'ane', 'ane@', '@example.com', 'ane@example', 'ane@@example.com', 'ane@example..com');
  areNoEmails('ane@.example.com', 'ane@example.com.', 'ane@-example.com', 'ane@192.168.1.1', 'ane@example.c');
  areNoEmails(`${'a'.repeat(310)}@example.com`);
});

test('nothing that could break a mail header or add a recipient is taken', () => {
  areNoEmails(
    'ane@example.com,jon@example.com',
    'ane@example.com;jon@example.com',
    'ane@example.com jon@example.com',
    'ane@example.com\r\nBcc: jon@example.com',
    'ane@example.com%0A\nBcc:x@example.com',
    'Ane <ane@example.com>',
    '"ane jon"@example.com',
    'ane@example.com(jon)',
    'ane\0@example.com',
    'ane\u200B@example.com',
    'ane@exam\u202Eple.com',
    'ane@example.com\uD800',
    'ane\\@example.com',
    'ane@[127.0.0.1]',
  );
});

test('a domain one slip away from a common one is asked about', () => {
  assert.equal(suggestEmail('ane@gmial.com'), 'ane@gmail.com');
  assert.equal(suggestEmail('ane@gmail.con'), 'ane@gmail.com');
  assert.equal(suggestEmail('ane@gmai.com'), 'ane@gmail.com');
  assert.equal(suggestEmail('Ane.E+x@HOTMAILL.com'), 'Ane.E+x@hotmail.com');
  assert.equal(suggestEmail('janis@inbox.lb'), 'janis@inbox.lv');
});

test('no address is asked about that is right, unknown or no address', () => {
  for (const address of [
    'ane@gmail.com',
    'ane@GMAIL.com',
    'ane@example.com',
    'ane@gamil.org',
    'ane',
    '',
    '@gmial.com',
  ])
    assert.equal(suggestEmail(address), undefined, address);
});

test('numbers with their country are sent as E.164, however they are written', () => {
  normalized({
    '+371 26 123 456': '+37126123456',
    '00371 26123456': '+37126123456',
    ' +995 (32) 2-12.34.56 ': '+995322123456',
    '+34/943/123456': '+34943123456',
    '+49 30 – 12 34 56': '+4930123456',
    '＋３７１ ２６１２３４５６': '+37126123456',
    '+٣٧١ ٢٦١٢٣٤٥٦': '+37126123456',
    '+44\u00A01632\u00A0960001': '+441632960001',
  });
});

test('a number that was pasted is understood with what comes along', () => {
  normalized({
    // Contact lists put marks of direction around a number that nobody sees.
    '\u202A+34 943 00 00 01\u202C': '+34943000001',
    '\u200E943 00 00 01': '943 00 00 01',
    '+34\u00AD943000001\u200B': '+34943000001',
    '(+34) 943 00 00 01': '+34943000001',
    '（＋３４）943000001': '+34943000001',
    'tel:+34-943-00-00-01': '+34943000001',
    'Tel. 943 00 00 01': '943 00 00 01',
  });
});

test('national numbers are sent as written, since nobody knows their country', () => {
  normalized({
    '943 12 34 56': '943 12 34 56',
    '(0171) 123-456': '(0171) 123-456',
    '26123456': '26123456',
    ' ２６１２３４５６ ': '26123456',
    '12345': '12345',
  });
});

test('an extension or a bracketed zero makes a number that is sent as written, digit for digit', () => {
  normalized({
    '+371 67 123 456 ext. 12': '+371 67 123 456 ext. 12',
    '+371 67123456x12': '+371 67123456x12',
    '943123456 #7': '943123456 #7',
    // With its trunk zero this is nobody's number in most countries, and the right one in Italy.
    '+44 (0)20 7946 0000': '+44 (0)20 7946 0000',
    '+39 (0)6 1234567': '+39 (0)6 1234567',
  });
});

test('what is no phone number is refused', () => {
  for (const text of [
    '',
    '1234',
    '+',
    '+1234567890123456',
    'call me',
    '943 12 34 5a',
    '943-CALL-ME-NOW',
    'ane@example.com',
    '=HYPERLINK(12345)',
    '++37126123456',
    '12345\nBcc: 67890',
    '12345 ext 123456789',
    '<b>12345</b>',
  ])
    assert.ok(!isPhone(text), `${JSON.stringify(text)} is taken`);
});

test('a megabyte in place of an address is refused at once', () => {
  const megabyte = 1_000_000;
  const texts = [
    `${'a.'.repeat(megabyte / 2)}@example.com`,
    `a@${'b.'.repeat(megabyte / 2)}`,
    `1${' '.repeat(megabyte)}2`,
    'x1'.repeat(megabyte / 2),
    '1'.repeat(megabyte),
  ];
  const start = performance.now();
  for (const text of texts) {
    assert.ok(!isEmail(text));
    assert.ok(!isPhone(text));
    assert.equal(suggestEmail(text), undefined);
  }
  assert.ok(performance.now() - start < 1000, `took ${Math.round(performance.now() - start)} ms`);
});
