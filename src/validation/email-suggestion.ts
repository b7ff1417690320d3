/** Domains that people write to most, and mistype most. */
const COMMON_DOMAINS = [
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'live.com',
  'inbox.lv',
  'mail.ru',
  'euskalnet.net',
  'gmx.de',
  'web.de',
  'orange.fr',
  'free.fr',
  'hotmail.es',
];

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
const distance = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
};

/**
 * The address that was probably meant, where the domain is one slip away from a common one
 * (`ane@gmial.com` → `ane@gmail.com`). Advice only: never a reason to refuse.
 */
export const suggestEmail = (email: string): string | undefined => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || domain.length < 4 || domain.length > 30 || COMMON_DOMAINS.includes(domain)) return undefined;
  const meant = COMMON_DOMAINS.find((common) => distance(domain, common) === 1);
  return meant && `${email.slice(0, at)}@${meant}`;
};
