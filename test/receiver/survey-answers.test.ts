import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { openDatabase } from '../../demo/receiver/store/open.js';
import { readAnswers } from '../../demo/receiver/store/sql-answers.js';
import type { NewSubmission } from '../../demo/receiver/store/store.js';
import { insertSubmission } from '../../demo/receiver/store/submission-rows.js';
import { temporaryFolder } from './support.js';
import { TimeZone } from '../../src/schedule/time-zone.js';
import {
  chainsOf,
  standingOf,
  type SurveyAnswer,
  type Verdict,
} from '../../demo/receiver/surveys/answers.js';
import { answerOf, receivedAnswer } from '../../demo/receiver/surveys/received-answer.js';
import { summarize } from '../../demo/receiver/surveys/summary.js';
import { RespondentTokens } from '../../demo/receiver/surveys/tokens.js';
import { parseDay } from '../../src/schedule/day.js';
import type { StoredAnswer } from '../../demo/receiver/store/surveys.js';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 26, 10, 0, second)).toISOString();

const answer = (id: string, second: number, over: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  ...{ id, survey: 'visit', answeredAt: at(second), receivedAt: at(second), regarding: '' },
  ...{ verdict: over.respondent ? 'valid' : 'none', respondent: '', quarantined: false },
  ...over,
});

/** `counted<replaced,replaced` for each chain with an answer that counts, and `-uncounted`. */
const told = (answers: readonly SurveyAnswer[]): string[] =>
  chainsOf(answers)
    .map(({ current, answers: all }) => {
      const others = all.filter((one) => one !== current).map(({ id }) => id);
      return current
        ? [current.id, ...(others.length ? [others.join(',')] : [])].join('<')
        : `-${others.join(',')}`;
    })
    .sort();

describe('which answer counts', () => {
  it('is the last word of each respondent; answers without a token are of somebody else each', () => {
    const answers = [
      answer('a', 1, { respondent: 'ane' }),
      answer('b', 3, { respondent: 'ane' }),
      answer('c', 2, { respondent: 'jon' }),
      answer('d', 2),
      answer('e', 2),
    ];
    assert.deepEqual(told(answers), ['b<a', 'c', 'd', 'e']);
  });

  it('is the one that another was changed to, however long the row', () => {
    const answers = [
      answer('a', 1),
      answer('b', 2, { regarding: 'a' }),
      answer('c', 3, { regarding: 'b' }),
      answer('d', 4),
    ];
    assert.deepEqual(told(answers), ['c<b,a', 'd']);
    assert.deepEqual(
      told([answer('b', 2, { regarding: 'a' }), answer('c', 3, { regarding: 'a' })]),
      ['b', 'c'],
      'which is missing',
    );
  });

  it('is found in a row of tens of thousands, which who writes submissions by hand can make', () => {
    const row = (first: Partial<SurveyAnswer>): SurveyAnswer[] =>
      Array.from({ length: 30_000 }, (_, index) =>
        // The one that follows all others is looked at first.
        answer(`${index}`, 30_000 - index, index ? { regarding: `${index - 1}` } : first),
      );
    const [chain, ...others] = chainsOf(row({}));
    assert.equal(chain?.current?.id, '0');
    assert.equal(chain.answers.length, 30_000);
    assert.equal(others.length, 0);
    assert.equal(chainsOf(row({ verdict: 'expired' })).filter(({ current }) => current).length, 0);
  });

  it('is not one that is about another message, or is only late to arrive', () => {
    assert.deepEqual(
      told([
        answer('a', 1, { regarding: 'an appointment' }),
        answer('b', 2, { regarding: 'an appointment' }),
      ]),
      ['a', 'b'],
    );
    // Written first, kept on the device, and delivered after the changed one.
    const late = answer('a', 1, { respondent: 'ane', receivedAt: at(60) });
    assert.deepEqual(told([answer('b', 2, { respondent: 'ane' }), late]), ['b<a']);
  });

  it('joins what was said without a token to who says it again with one', () => {
    const answers = [
      answer('a', 1),
      answer('b', 2, { regarding: 'a', respondent: 'ane' }),
      answer('c', 3, { respondent: 'ane' }),
    ];
    assert.deepEqual(told(answers), ['c<b,a']);
  });

  it('never joins two respondents, whatever an answer says that it follows', () => {
    const answers = [
      answer('a', 1, { respondent: 'ane' }),
      answer('b', 2, { regarding: 'a', respondent: 'jon' }),
    ];
    assert.deepEqual(told(answers), ['a', 'b']);
    assert.deepEqual(told([...answers, answer('c', 3, { regarding: 'a' })]), ['b', 'c<a']);
  });

  it('is none whose token is no good, nor does that one take a place', () => {
    for (const verdict of ['expired', 'revoked', 'other_survey', 'invalid'] as Verdict[]) {
      const bad = answer('b', 2, { verdict, respondent: 'ane', regarding: 'a' });
      const answers = [answer('a', 1, { respondent: 'ane' }), bad];
      assert.deepEqual(told(answers), ['-b', 'a'], verdict);
      assert.deepEqual(
        told([...answers, answer('c', 3, { regarding: 'b' })]),
        ['-b', '-c', 'a'],
        `${verdict}, followed`,
      );
    }
  });

  it('is not one that a machine seems to have written', () => {
    const answers = [
      answer('a', 1, { respondent: 'ane' }),
      answer('b', 2, { respondent: 'ane', quarantined: true }),
    ];
    assert.deepEqual(told(answers), ['a<b']);
    const [chain] = chainsOf(answers);
    assert.equal(standingOf(chain!.answers[0]!, chain!), 'quarantined');
  });

  it('is the same in whatever order they came, and each answer is in one chain', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        second: fc.integer({ min: 0, max: 3 }),
        regarding: fc.constantFrom('', ...ids),
        respondent: fc.constantFrom('', '', 'ane', 'jon'),
        quarantined: fc.boolean(),
        isRefused: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (records, chance) => {
        const answers = records.map(({ id, second, isRefused, ...rest }) =>
          answer(id, second, { ...rest, ...(isRefused && { verdict: 'invalid' as const }) }),
        );
        const shuffled = answers
          .map((one) => [chance.next().value!, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        assert.deepEqual(told(shuffled), told(answers));
        const chains = chainsOf(answers);
        assert.deepEqual(
          chains.flatMap((chain) => chain.answers.map(({ id }) => id)).sort(),
          answers.map(({ id }) => id).sort(),
        );
        for (const { current } of chains) assert.ok(!current?.quarantined && current?.verdict !== 'invalid');
        for (const name of ['ane', 'jon'])
          assert.ok(chains.filter(({ current }) => current?.respondent === name).length <= 1, 'one vote');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is read of an answer', () => {
  const tokens = new RespondentTokens('secret');
  const fields = { survey: 'visit', metric: 'csat', score: 4, created_at: at(0) };
  const receivedAt = at(30);

  it('is when it was given, by a clock that is not believed where it is ahead', () => {
    const read = (created_at: string) =>
      receivedAnswer({ ...fields, created_at }, receivedAt, tokens).answeredAt;
    assert.equal(read('2026-11-26T11:00:00+01:00'), at(0));
    assert.equal(read('2036-01-01T00:00:00Z'), receivedAt);
    assert.equal(read('gaur'), receivedAt);
  });

  it('is a score that its scale has, and the scale of the metric where it says none', () => {
    const read = (over: object) => receivedAnswer({ ...fields, ...over }, receivedAt, tokens).score;
    assert.deepEqual(read({}), { value: 4, min: 1, max: 5 });
    assert.deepEqual(read({ metric: 'nps', score: 0 }), { value: 0, min: 0, max: 10 });
    assert.deepEqual(read({ metric: 'own', score: 2, score_min: 1, score_max: 3 }), {
      value: 2,
      min: 1,
      max: 3,
    });
    for (const over of [
      { score: 6 },
      { score: 2.5 },
      { score: '4' },
      { metric: 'own' },
      { score_min: 1, score_max: 1e9 },
      { score_min: 5, score_max: 1 },
    ])
      assert.equal(read(over), undefined, JSON.stringify(over));
  });

  it('is what its token is worth, and never more', () => {
    const respondent = 'AAAAAAAAAAAA';
    const token = tokens.issue('visit', respondent, Date.parse(receivedAt));
    const verdict = (over: object) => {
      const read = receivedAnswer({ ...fields, ...over }, receivedAt, tokens);
      return [read.verdict, read.respondent];
    };
    assert.deepEqual(verdict({}), ['none', '']);
    assert.deepEqual(verdict({ respondent: '  ' }), ['none', '']);
    assert.deepEqual(verdict({ respondent: token }), ['valid', respondent]);
    assert.deepEqual(verdict({ respondent: token, survey: 'other' }), ['other_survey', respondent]);
    assert.deepEqual(verdict({ respondent: 'ane@example.eus' }), ['invalid', '']);
  });
});

describe('a summary', () => {
  const madrid = new TimeZone('Europe/Madrid');
  const stored = (
    id: string,
    answeredAt: string,
    value: number,
    over: Partial<StoredAnswer> = {},
  ): StoredAnswer => ({
    ...answer(id, 0, { answeredAt, receivedAt: answeredAt }),
    ...answerOf({ survey: 'visit', metric: 'csat', score: value, created_at: answeredAt }, answeredAt, {
      verdict: 'none',
      respondent: '',
    }),
    ...{ reference: id, state: 'new', locale: 'eu', sender: '' },
    ...over,
  });

  it('counts days, weeks from Monday and months by the company’s calendar', () => {
    // Sunday evening in UTC is Monday in Madrid; so is the last evening of a month the first of the next.
    const answers = [
      stored('a', '2026-11-22T22:59:59.000Z', 5),
      stored('b', '2026-11-22T23:00:00.000Z', 4),
      stored('c', '2026-11-30T23:30:00.000Z', 1),
    ];
    const periods = (per: 'week' | 'month') =>
      summarize(answers, { per }, madrid).scales[0]?.periods.map(({ start, count }) => [start, count]);
    assert.deepEqual(periods('week'), [
      [parseDay('2026-11-16'), 1],
      [parseDay('2026-11-23'), 1],
      [parseDay('2026-11-30'), 1],
    ]);
    assert.deepEqual(periods('month'), [
      [parseDay('2026-11-01'), 2],
      [parseDay('2026-12-01'), 1],
    ]);
    const within = summarize(
      answers,
      { per: 'week', from: parseDay('2026-11-23'), to: parseDay('2026-11-30') },
      madrid,
    );
    assert.deepEqual(
      within.counted.map(({ current }) => current?.id),
      ['b'],
    );
  });

  it('is of who was invited only, where that is asked for, and tells scales apart', () => {
    const valid = { verdict: 'valid', respondent: 'ane' } as const;
    const answers = [
      stored('a', at(1), 5, valid),
      stored('b', at(2), 1),
      stored('c', at(3), 9, { metric: 'nps', score: { value: 9, min: 0, max: 10 } }),
    ];
    const all = summarize(answers, { per: 'week' }, madrid);
    assert.deepEqual([all.counted.length, all.invited, all.scales.length], [3, 1, 2]);
    assert.deepEqual(
      all.scales[0]?.distribution.map(({ count }) => count),
      [1, 0, 0, 0, 1],
    );
    const invited = summarize(answers, { per: 'week', invitedOnly: true }, madrid);
    assert.deepEqual([invited.counted.length, invited.scales.length], [1, 1]);
  });
});

describe('reading all answers of a survey', () => {
  it('has each of them once, and lets others in between', async (t) => {
    const database = await openDatabase({ dataDir: await temporaryFolder(t) });
    t.after(() => database.close());
    // Of one moment, as those of an import may be.
    const ids = Array.from({ length: 21 }, () => randomUUID());
    for (const id of ids)
      await database.transaction((executor) => insertSubmission(executor, submissionOf(id)));
    let others = 0;
    let isRead = false;
    const reading = readAnswers(database, 'visit', 2).finally(() => (isRead = true));
    for (; !isRead; others++) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual((await reading).map(({ id }) => id).sort(), ids.sort());
    assert.ok(others >= 10, `${others} others were served`);
  });
});

const submissionOf = (id: string): NewSubmission => {
  const fields = { survey: 'visit', metric: 'csat', score: 4, score_min: 1, score_max: 5 };
  return {
    ...{
      id,
      reference: 'AAAA-AAAA-A',
      widget: 'survey',
      receivedAt: at(0),
      contentHash: id,
      files: [],
      fields,
    },
    ...{ quarantined: false, answer: answerOf(fields, at(0), { verdict: 'none', respondent: '' }) },
  };
};
