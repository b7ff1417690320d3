import { oneLine, withOwnIds, type ChatEntry } from './entry.js';

/**
 * Reads the questions of a page's structured data: schema.org `FAQPage`, whose `mainEntity` is a list of `Question`s
 * with an `acceptedAnswer`. It may stand in a `@graph` or a list. Answers are HTML (schema.org/text, Google's FAQPage
 * documentation).
 * @throws SyntaxError where the text is no JSON
 */
export const readJsonLd = (text: string): readonly ChatEntry[] => {
  const entries: ChatEntry[] = [];
  for (const page of findPages(JSON.parse(text), 0)) {
    for (const question of listOf(page['mainEntity'])) {
      const name = oneLine(textOf(question['name']) || textOf(question['text']));
      const [answer] = [...listOf(question['acceptedAnswer']), ...listOf(question['suggestedAnswer'])];
      if (!name || !answer) continue;
      entries.push({
        id: textOf(question['@id']) || name,
        question: name,
        alternatives: [question['alternateName'] ?? []]
          .flat()
          .map((each) => oneLine(textOf(each)))
          .filter(Boolean),
        category: '',
        suggested: false,
        answer: { html: textOf(answer['text']) },
      });
    }
  }
  return withOwnIds(entries);
};

type Thing = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One thing, or a list of them. */
const listOf = (value: unknown): readonly Thing[] =>
  [value].flat().filter((each): each is Thing => typeof each === 'object' && each !== null);

const findPages = (value: unknown, depth: number): readonly Thing[] =>
  depth > 4
    ? []
    : listOf(value).flatMap((thing) =>
        [thing['@type']].flat().includes('FAQPage') ? [thing] : findPages(thing['@graph'], depth + 1),
      );
