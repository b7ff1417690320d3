import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import { RespondentTokens } from '../../demo/receiver/surveys/tokens.js';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const DAY = 86_400_000;
const tokens = new RespondentTokens('a secret of the owner');
const respondent = randomBytes(9).toString('base64url');
const token = tokens.issue('after-visit', respondent, NOW + DAY);

it('reads a token that it has made, until the moment that it says', () => {
  assert.deepEqual(tokens.read(token, 'after-visit', NOW), { state: 'valid', respondent });
  assert.deepEqual(tokens.read(token, 'after-visit', NOW + DAY), { state: 'valid', respondent });
  assert.deepEqual(tokens.read(token, 'after-visit', NOW + DAY + 1_000), { state: 'expired', respondent });
  assert.equal(tokens.issue('after-visit', respondent, NOW + DAY), token, 'the same link in every try');
});

it('tells a token of another survey from one that was made up', () => {
  assert.deepEqual(tokens.read(token, 'after-repair', NOW), { state: 'other_survey', respondent });
});

it('refuses a token of which anything is another', () => {
  for (let index = 0; index < token.length; index++) {
    const letter = token[index] === 'A' ? 'B' : 'A';
    const altered = token.slice(0, index) + letter + token.slice(index + 1);
    assert.equal(tokens.read(altered, 'after-visit', NOW).state, 'invalid', `letter ${index}`);
  }
  for (const wrong of [
    '',
    token.slice(1),
    `${token}A`,
    `${token}=`,
    ` ${token}`,
    token.replace(/./g, '+'),
    'ö'.repeat(48),
  ])
    assert.equal(tokens.read(wrong, 'after-visit', NOW).state, 'invalid', wrong);
});

it('refuses what another secret has signed, and what was signed for something else', () => {
  const other = new RespondentTokens('another secret').issue('after-visit', respondent, NOW + DAY);
  assert.equal(tokens.read(other, 'after-visit', NOW).state, 'invalid');
  assert.equal(tokens.read(tokens.unsubscribeToken(respondent), 'after-visit', NOW).state, 'invalid');
  assert.equal(tokens.readUnsubscribeToken(token), undefined);
});

it('has tokens that go into a link as they are, are short, and say nothing of anybody', () => {
  assert.match(token, /^[\w-]{48}$/);
  assert.equal(encodeURIComponent(token), token);
  const ours = tokens.issue('after-visit', respondent, NOW + DAY);
  const theirs = tokens.issue('after-visit', randomBytes(9).toString('base64url'), NOW + DAY);
  // Version, end and survey are alike; who it is, is random.
  assert.equal(ours.slice(0, 14), theirs.slice(0, 14));
  assert.notEqual(ours.slice(16, 28), theirs.slice(16, 28));
  assert.throws(() => tokens.issue('after-visit', 'ane@example.eus', NOW), /9 bytes/);
});

it('reads back who unsubscribes, whenever that is, and no link that was altered', () => {
  const link = tokens.unsubscribeToken(respondent);
  assert.equal(tokens.readUnsubscribeToken(link), respondent);
  for (let index = 0; index < link.length; index++) {
    const letter = link[index] === 'A' ? 'Q' : 'A';
    const altered = link.slice(0, index) + letter + link.slice(index + 1);
    assert.equal(tokens.readUnsubscribeToken(altered), undefined, `letter ${index}`);
  }
  assert.equal(
    tokens.readUnsubscribeToken(new RespondentTokens('another secret').unsubscribeToken(respondent)),
    undefined,
  );
});
