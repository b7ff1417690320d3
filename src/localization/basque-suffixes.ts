/**
 * How a Basque date is written: "2026ko azaroaren 3a" (Euskaltzaindia, rule 37, "Data nola adierazi"). The
 * suffixes follow the number as it is spoken, in twenties and hundreds.
 *
 * - The year takes -ko after a vowel and -eko after a consonant: 2026ko (hogeita sei), but 2001eko (bat),
 *   2005eko (bost), 2010eko (hamar), 1900eko (ehun).
 * - The day takes the article -a, except where the number already ends in that -a: `hamaika` (11, 31).
 *
 * Quoted in Euskara Batuaren Eskuliburua, "data nola eman" (euskaltzaindia.eus, entry 388: "Hamaika zenbakia a
 * letraz amaitzen denez, ez zaio erantsi behar beste -a bat"), and with examples of both suffixes in the Basque
 * Government's models of documents ("8a, 7a, 29a … pero: 11, 31"; "2002ko … pero: 2001eko, 2005eko, 2010eko").
 */

/** bat, bost, hamar, hamabost: of the numbers below twenty, those that end in a consonant. */
const CONSONANT = [1, 5, 10, 15];
const HAMAIKA = 11;

/** 2026 → `2026ko` ("of 2026"). */
export const yearOf = (year: number): string => {
  const ehun = year % 100 === 0 && year % 1000 !== 0;
  return `${year}${ehun || CONSONANT.includes((year % 100) % 20) ? 'eko' : 'ko'}`;
};

/** 3 → `3a` ("the 3rd"). */
export const theDay = (day: number): string => (day % 20 === HAMAIKA ? `${day}` : `${day}a`);
