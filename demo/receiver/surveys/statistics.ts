import jstat from 'jstat';

/** An estimate with its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  /** Absent where the sample is too small or too uniform to say how far off the value may be. */
  readonly interval?: readonly [low: number, high: number];
}

/** 97.5 % quantile of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * A share of a whole, 0 to 1, with Wilson's score interval: E. B. Wilson, “Probable inference, the law of succession,
 * and statistical inference”, JASA 22 (1927); recommended for any n by R. G. Newcombe, Statistics in Medicine 17
 * (1998), method 3.
 *
 *     (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * @param total at least 1
 */
export const proportion = (count: number, total: number): Estimate => {
  const p = count / total;
  const z2 = Z ** 2;
  const centre = p + z2 / (2 * total);
  const half = Z * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total ** 2));
  const scale = 1 + z2 / total;
  return { value: p, interval: clamped((centre - half) / scale, (centre + half) / scale, 0, 1) };
};

/**
 * Net Promoter Score, −100 to 100: the percentage of 9 and 10 less that of 0 to 6 (F. Reichheld, Harvard Business
 * Review, December 2003). The interval is the adjusted Wald one, the best of six in B. Rocks, “Interval estimation for
 * the ‘net promoter score’”, The American Statistician 70 (2016): ¾ is added to the promoters and to the detractors and
 * 3 to n, and then
 *
 *     NPS′ ± z √((p + d − (p − d)²) / n′)
 *
 * Without the addition, five people who all give 10 would make an interval of no width at all.
 */
export const netPromoterScore = (scores: readonly number[]): Estimate => {
  const n = scores.length;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  const total = n + 3;
  const [p, d] = [(promoters + 0.75) / total, (detractors + 0.75) / total];
  const half = Z * Math.sqrt((p + d - (p - d) ** 2) / total);
  return {
    value: (100 * (promoters - detractors)) / n,
    interval: clamped(100 * (p - d - half), 100 * (p - d + half), -100, 100),
  };
};

/**
 * An arithmetic mean with Student's interval, `x̄ ± t(0.975, n−1) · s/√n` (“Student”, Biometrika 6, 1908; s with n−1),
 * cut at the ends of the scale. None for one answer, nor where all are the same: they would pass for certainty.
 */
export const mean = (scores: readonly number[], lowest: number, highest: number): Estimate => {
  const n = scores.length;
  const value = scores.reduce((sum, score) => sum + score, 0) / n;
  const squares = scores.reduce((sum, score) => sum + (score - value) ** 2, 0);
  if (n < 2 || squares === 0) return { value };
  const half = jstat.jStat.studentt.inv(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { value, interval: clamped(value - half, value + half, lowest, highest) };
};

const clamped = (low: number, high: number, lowest: number, highest: number): [number, number] => [
  Math.max(lowest, low),
  Math.min(highest, high),
];
