/**
 * `npx tsx test/bench/faq-answers.ts [FOLDER]`: what the words of the answers add. Of the demo site's FAQs in Basque, Georgian
 * and Latvian, each further wording is asked while its entry lacks it, with and without the answers.
 *
 * Of a folder with sets of questions (as `faq-confidence.ts` takes it), those in the FAQ's language are asked, too: they are
 * about other things, so each that is not turned away is a mistake.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../demo/receiver/faq/read-source.js';
import { Knowledge, type KnowledgeEntry } from '../../src/knowledge/knowledge.js';

const PAGES = { eu: 'ohiko-galderak.html', ka: 'ka/kitxvebi.html', lv: 'lv/jautajumi.html' };

interface QuestionSet {
  readonly lang: string;
  readonly queries: readonly { readonly text: string }[];
}

const folder = process.argv[2];
const sets = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as QuestionSet)
  : [];

const percent = (share: number) => (100 * share).toFixed(1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Places of the right entry, from 1, for each wording that is left out; Infinity where it is not among ten. */
const placesOf = (faq: readonly KnowledgeEntry[]): number[] =>
  faq.flatMap((entry) =>
    (entry.alternatives ?? []).map((asked) => {
      const alternatives = entry.alternatives!.filter((wording) => wording !== asked);
      const knowledge = new Knowledge([...faq, { ...entry, alternatives }]);
      const place = knowledge.ask(asked, 10).best.findIndex(({ id }) => id === entry.id);
      return place < 0 ? Infinity : place + 1;
    }),
  );

const notTurnedAway = (faq: readonly KnowledgeEntry[], questions: readonly string[]): string => {
  const knowledge = new Knowledge(faq);
  return percent(mean(questions.map((question) => (knowledge.ask(question).kind === 'unknown' ? 0 : 1))));
};

const rows = Object.entries(PAGES).flatMap(([lang, page]) => {
  const faq = readSource(readFileSync(`demo/site/${page}`, 'utf8')).map((entry, i) => ({
    ...entry,
    id: `${i}`,
  }));
  const offTopic = sets.filter((set) => set.lang === lang).flatMap(({ queries }) => queries);
  return [true, false].map((answers) => {
    const entries = answers ? faq : faq.map((entry) => ({ ...entry, answer: '' }));
    const places = placesOf(entries);
    const first = (count: number) => percent(mean(places.map((place) => (place <= count ? 1 : 0))));
    return {
      lang,
      answers,
      'asked': places.length,
      'first': first(1),
      'of three': first(3),
      'mean reciprocal rank': percent(mean(places.map((place) => 1 / place))),
      ...(offTopic.length > 0 && {
        'off topic, not turned away': notTurnedAway(
          entries,
          offTopic.map(({ text }) => text),
        ),
      }),
    };
  });
});
console.table(rows);
