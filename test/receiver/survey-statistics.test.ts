import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isLow, measuresOf, satisfiedFrom } from '../../demo/receiver/surveys/scale.js';
import { mean, netPromoterScore, proportion, type Estimate } from '../../demo/receiver/surveys/statistics.js';

/** So many of each score. */
const scores = (counts: Readonly<Record<number, number>>): number[] =>
  Object.entries(counts).flatMap(([score, count]) => Array<number>(count).fill(Number(score)));

const rounded = ({ value, interval }: Estimate, digits: number) =>
  [value, ...(interval ?? [])].map((number) => Number(number.toFixed(digits)));

it('gives shares the intervals that are published for Wilson’s score method', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3; also SciPy 1.17, method="wilson".
  for (const [count, total, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)
    assert.deepEqual(rounded(proportion(count, total), 4).slice(1), [low, high], `${count} of ${total}`);
  // All of them, and the mirror image of none.
  const [, low, high] = rounded(proportion(20, 20), 4);
  assert.deepEqual([low, high], [0.8389, 1]);
});

it('computes NPS and its interval as by hand', () => {
  // 5 promoters, 3 passives, 2 detractors: 100 · (5 − 2) / 10. With ¾, ¾ and 3 added: p′ = 5.75/13, d′ = 2.75/13,
  // NPS′ = 23.0769; p′ + d′ − (p′ − d′)² = 0.653846 − 0.053254 = 0.600592; √(0.600592 / 13) = 0.214940; · 1.959964 = 42.1275.
  const ten = netPromoterScore(scores({ 10: 3, 9: 2, 8: 2, 7: 1, 6: 1, 0: 1 }));
  assert.deepEqual(rounded(ten, 2), [30, -19.05, 65.2]);
  // A hundred: p′ = 50.75/103, d′ = 20.75/103: 29.1262 ± 15.0751.
  assert.deepEqual(rounded(netPromoterScore(scores({ 9: 50, 7: 30, 3: 20 })), 2), [30, 14.05, 44.2]);
  // Five who all give 10 are no certainty.
  assert.deepEqual(rounded(netPromoterScore(scores({ 10: 5 })), 2), [100, 17.49, 100]);
  assert.deepEqual(rounded(netPromoterScore(scores({ 8: 4 })), 2), [0, -34.29, 34.29]);
});

it('has NPS intervals that contain the true value about as often as they say', () => {
  // Exactly, over all outcomes of a trinomial distribution: this knows nothing of how the interval is computed. Rocks (2016)
  // found the adjusted Wald interval near its 95 % in small samples, where the plain one falls far below.
  const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1));
  for (const n of [10, 25, 60])
    for (const [p, d] of [
      [0.5, 0.2],
      [0.7, 0.1],
      [0.3, 0.3],
      [0.9, 0.05],
    ] as const) {
      let coverage = 0;
      for (let promoters = 0; promoters <= n; promoters++)
        for (let detractors = 0; detractors <= n - promoters; detractors++) {
          const passives = n - promoters - detractors;
          const { interval } = netPromoterScore(scores({ 10: promoters, 8: passives, 0: detractors }));
          const truth = 100 * (p - d);
          if (interval![0] > truth || interval![1] < truth) continue;
          coverage += Math.exp(
            logFactorial(n) - [promoters, detractors, passives].map(logFactorial).reduce((a, b) => a + b) +
              promoters * Math.log(p) + detractors * Math.log(d) + passives * Math.log(1 - p - d),
          ); // prettier-ignore
        }
      assert.ok(coverage > 0.92 && coverage < 0.995, `${n} answers, ${p} and ${d}: ${coverage.toFixed(3)}`);
    }
});

it('gives means Student’s interval, cut at the ends of the scale', () => {
  // SciPy 1.17: stats.t.interval(0.95, n − 1, loc=mean, scale=sem).
  assert.deepEqual(rounded(mean([7, 7, 6, 5, 7, 2, 6, 4], 1, 7), 4), [5.5, 4.0179, 6.9821]);
  // By hand: mean 4, s = 1, t(0.975, 2) = 4.302653, 4.302653 / √3 = 2.484138; the upper end is beyond the scale.
  assert.deepEqual(rounded(mean([5, 4, 3], 1, 5), 4), [4, 1.5159, 5]);
  assert.deepEqual(rounded(mean([5, 4, 3], -10, 10), 4), [4, 1.5159, 6.4841]);
});

it('claims no interval of a mean where there is nothing to learn it from', () => {
  assert.deepEqual(mean([4], 1, 5), { value: 4 });
  assert.deepEqual(mean([5, 5, 5], 1, 5), { value: 5 }, 'three alike are no certainty');
});

it('sums each metric up as its field does', () => {
  const names = (metric: string, min: number, max: number) =>
    measuresOf([min, max], { metric, min, max }).map(({ name }) => name);
  assert.deepEqual(names('csat', 1, 5), ['satisfied', 'mean']);
  assert.deepEqual(names('nps', 0, 10), ['nps', 'mean']);
  assert.deepEqual(names('ces', 1, 7), ['mean']);
  assert.deepEqual(names('expectation', 1, 5), ['mean', 'better', 'worse']);
  assert.deepEqual(names('nps', 1, 5), ['mean'], 'NPS is defined for 0 to 10 only');
  const [satisfied, average] = measuresOf(scores({ 5: 3, 4: 2, 3: 1, 2: 2, 1: 2 }), {
    metric: 'csat',
    min: 1,
    max: 5,
  });
  assert.deepEqual([satisfied?.estimate.value, average?.estimate.value], [0.5, 3.2]);
  const shares = measuresOf([5, 4, 3, 2, 3], { metric: 'expectation', min: 1, max: 5 });
  assert.deepEqual(
    shares.map(({ estimate }) => estimate.value),
    [3.4, 0.4, 0.2],
  );
  assert.deepEqual(
    [satisfiedFrom({ metric: 'csat', min: 1, max: 7 }), satisfiedFrom({ metric: 'csat', min: 1, max: 3 })],
    [6, 3],
  );
});

it('calls a score low below the middle, and of NPS a detractor’s', () => {
  const low = (metric: string, min: number, max: number) =>
    Array.from({ length: max - min + 1 }, (_, index) => min + index).filter((score) =>
      isLow(score, { metric, min, max }),
    );
  assert.deepEqual(low('csat', 1, 5), [1, 2]);
  assert.deepEqual(low('ces', 1, 7), [1, 2, 3]);
  assert.deepEqual(low('nps', 0, 10), [0, 1, 2, 3, 4, 5, 6]);
});
