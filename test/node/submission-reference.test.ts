import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReference, parseReference, referenceOf } from '../../src/submission/reference.js';
import { mintSubmissionId } from '../../src/submission/submission-id.js';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('an id is a UUID of version 4, and another each time', () => {
  const ids = Array.from({ length: 200 }, mintSubmissionId);
  for (const id of ids) assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(new Set(ids).size, 200);
});

test('an id needs no secure context', (t) => {
  const { randomUUID } = crypto;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  t.after(() => Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true }));
  assert.equal(mintSubmissionId().length, 36);
});

test('a reference is the last 40 bits of the id in base 32, with a check symbol', () => {
  assert.equal(referenceOf('00000000-0000-4000-8000-000000000000'), '0000-0000-0');
  assert.equal(referenceOf('00000000-0000-4000-8000-000000000001'), '0000-0001-2');
  // 0x0443214c74 is 00000 10001 00001 10010 00010 10011 00011 10100: 0 H 1 J 2 K 3 M.
  assert.match(referenceOf('ffffffff-ffff-4fff-bfff-ff0443214c74'), /^0H1J-2K3M-[\dA-Z]$/);
});

test('a reference is the same for an id in capitals, and there is none for what is no UUID', () => {
  const id = 'F47AC10B-58CC-4372-A567-0E02B2C3D479';
  assert.equal(referenceOf(id), referenceOf(id.toLowerCase()));
  for (const bad of ['', 'f47ac10b', `${id}0`, id.replace('F', 'G'), id.replace(/-/g, '_')]) {
    assert.throws(() => referenceOf(bad), RangeError);
  }
});

test('a reference is understood as people type and misread it', () => {
  // x⁴ + x³ + x² + x is 30, the symbol Y.
  assert.equal(referenceOf('00000000-0000-4000-8000-000000008421'), '0000-1111-Y');
  for (const typed of ['0000-1111-Y', '00001111y', ' oooo-iLil y ', '0000 1111 y']) {
    assert.equal(parseReference(typed), '0000-1111-Y', typed);
  }
  for (const wrong of ['', '0000-1111-D', '0000-1111', 'U000-1111-Y', '0000-1111-Y1', '<b>']) {
    assert.equal(isReference(wrong), false, wrong);
  }
});

test('every wrong symbol and every two that changed places are noticed', () => {
  const reference = referenceOf('f47ac10b-58cc-4372-a567-0e02b2c3d479').replaceAll('-', '');
  assert.ok(isReference(reference));
  for (let i = 0; i < reference.length; i++) {
    for (const symbol of SYMBOLS) {
      if (symbol === reference[i]) continue;
      assert.equal(isReference(reference.slice(0, i) + symbol + reference.slice(i + 1)), false);
    }
    for (let j = i + 1; j < reference.length; j++) {
      if (reference[i] === reference[j]) continue;
      const swapped = Array.from(reference);
      [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
      assert.equal(isReference(swapped.join('')), false, swapped.join(''));
    }
  }
});
