/** Questions of made-up words, always the same ones, with common and rare words in about the shares that texts have. */
export function questions(count: number): string[] {
  let state = 1;
  // A linear congruential generator (Numerical Recipes, 1992), so that no run differs from another.
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const letters = (from: string) => from[random(from.length)]!;
  const syllable = () => letters('bdfgjklmnprstvz') + letters('aeiou') + letters('   nrs').trim();
  const words = Array.from({ length: 12_000 }, () =>
    Array.from({ length: 2 + random(3) }, syllable).join(''),
  );
  // Zipf's law: the rank of a word is about the inverse of how often it comes.
  const word = () => words[Math.floor(words.length ** (random(1000) / 1000)) - 1]!;
  return Array.from({ length: count }, () => Array.from({ length: 3 + random(7) }, word).join(' '));
}
