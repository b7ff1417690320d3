import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkFile,
  isAccepted,
  MAX_TOTAL_BYTES,
  parseSize,
  type FileRules,
} from '../../src/validation/files.js';

const RULES: FileRules = { accept: '.pdf, image/*, text/plain', maxFiles: 3, maxFileSize: 1_000_000 };
const file = (name = 'a.pdf', size = 1000, type = 'application/pdf') => ({ name, size, type });

test('sizes are read as people write them', () => {
  const sizes: Readonly<Record<string, number>> = {
    '5MB': 5_000_000,
    '5 mb': 5_000_000,
    '500 kB': 500_000,
    '1.5M': 1_500_000,
    '2MiB': 2_000_000,
    '1GB': 1e9,
    '1000000': 1_000_000,
    '12 B': 12,
  };
  for (const [text, bytes] of Object.entries(sizes)) assert.equal(parseSize(text), bytes, text);
  for (const text of ['', 'large', '-5MB', 'NaN', '5 TB', '5,5MB', '1e6', '5MB or so', 'MB'])
    assert.equal(parseSize(text), undefined, text);
});

test('kinds of files are told by extension or type, in any case', () => {
  const accepted = [
    file(),
    file('A.PDF', 1, ''),
    file('x.heic', 1, 'image/heic'),
    file('x', 1, 'text/plain'),
  ];
  for (const one of accepted) assert.ok(isAccepted(one, RULES.accept), one.name);
  const others = [
    file('a.exe', 1, 'application/x-msdownload'),
    file('a.pdf.exe', 1, ''),
    file('apdf', 1, ''),
    file('x.html', 1, 'text/html'),
    file('x', 1, 'imagex/png'),
    file('x', 1, ''),
  ];
  for (const one of others) assert.ok(!isAccepted(one, RULES.accept), one.name);
  assert.ok(isAccepted(file('a.exe', 1, ''), ''));
  assert.ok(isAccepted(file('a.exe', 1, ''), ' , '));
});

test('a file that can be sent is taken, whatever its name', () => {
  for (const name of ['a.pdf', '../../x.pdf', 'CON.pdf', `${'x'.repeat(4096)}.pdf`, 'ნინო.pdf', '<img>.pdf'])
    assert.equal(checkFile(file(name), [], RULES), undefined, name);
  assert.equal(checkFile(file('a.pdf', 1_000_000), [file(), file()], RULES), undefined);
});

test('a file that can not be sent is refused with what would be right', () => {
  assert.deepEqual(checkFile(file('a.exe', 1, ''), [], RULES), {
    key: 'fileTypeRefused',
    values: { file: 'a.exe', size: 1_000_000, types: RULES.accept },
  });
  assert.equal(checkFile(file('a.pdf', 0), [], RULES)?.key, 'fileEmpty');
  const large = checkFile(file('a.pdf', 1_000_001), [], RULES);
  assert.equal(large?.key, 'fileTooLarge');
  assert.equal(large.values?.['size'], 1_000_000);
  assert.deepEqual(checkFile(file(), [file(), file(), file()], RULES), { key: 'tooManyFiles', count: 3 });
});

test('all files together stay below what can be kept', () => {
  const rules = { ...RULES, maxFiles: 10, maxFileSize: MAX_TOTAL_BYTES };
  const half = file('half.pdf', MAX_TOTAL_BYTES / 2);
  assert.equal(checkFile(half, [half], rules), undefined);
  assert.deepEqual(checkFile(file('one.pdf', 1), [half, half], rules), {
    key: 'filesTooLarge',
    values: { size: MAX_TOTAL_BYTES },
  });
});
