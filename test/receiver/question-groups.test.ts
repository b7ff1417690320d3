import fc from 'fast-check';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { groupQuestions, type QuestionGroup } from '../../demo/receiver/questions/group.js';
import { nearTexts } from '../../demo/receiver/questions/near-texts.js';
import type { OpenQuestion } from '../../demo/receiver/store/questions.js';
import { RARITY } from '../../src/knowledge/entry-index.js';
import { forEachGram } from '../../src/knowledge/vocabulary.js';
import { wordsOf } from '../../src/knowledge/words.js';

const question = (text: string, index: number): OpenQuestion => ({
  id: `${index}`.padStart(4, '0'),
  text,
  askedAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(),
  verdict: 'unanswered',
  entry: '',
});

const finished = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

const group = (texts: readonly string[], background: readonly string[] = []): readonly QuestionGroup[] =>
  finished(groupQuestions(texts.map(question), background));

const textsOf = (groups: readonly QuestionGroup[]) =>
  groups.map(({ wordings }) => wordings.map(({ text }) => text));

/** Other questions in the languages of the tests, so that it can be told which words are rare. */
const FAQ = [
  ...['When are you open?', 'How do I return something?', 'Where is the shop?', 'Can I pay by card?'],
  ...['Noiz irekitzen duzue?', 'Nola itzul dezaket produktu bat?', 'Non dago denda?', 'Nola ordain dezaket?'],
  ...['როდის იხსნება მაღაზია?', 'როგორ დავაბრუნო ნივთი?', 'სად არის მაღაზია?', 'როგორ გადავიხადო?'],
];

it('puts questions together that are asked in like words, with errors, without accents and inflected', () => {
  const groups = group(
    [
      'Do you deliver on Saturdays?',
      'do you delivr on saturday',
      'Larunbatetan etxera banatzen duzue?',
      'etxera banatzen al duzue larunbatean',
      'შაბათს მიწოდება გაქვთ?',
      'გაქვთ მიწოდება შაბათობით?',
      'Is the shop accessible by wheelchair?',
    ],
    FAQ,
  );
  assert.deepEqual(
    textsOf(groups).map((texts) => texts.length),
    [2, 2, 2, 1],
  );
});

it('counts those in the same words as one wording, however they are typed', () => {
  const [first, ...others] = group(['Where can I park?', 'WHERE CAN I PARK', 'where can i párk??', '???', '???']);
  assert.equal(first?.count, 3);
  assert.deepEqual(first.wordings.map(({ text, id }) => [text, id]), [['Where can I park?', '0000']]);
  assert.deepEqual(textsOf(others), [['???']]);
  assert.equal(others[0]?.count, 2);
}); // prettier-ignore

it('has what was asked most first, and what was asked last of those that were asked as often', () => {
  const groups = group(['one gift card', 'blue paint', 'garden hose', 'blue paint', 'garden hose', 'wooden door']);
  assert.deepEqual(textsOf(groups), [['garden hose'], ['blue paint'], ['wooden door'], ['one gift card']]);
  assert.equal(groups[0]?.lastAskedAt, '2026-11-01T00:04:00.000Z');
}); // prettier-ignore

it('does not join what has nothing in common by a chain of neighbours', () => {
  // Each is like the next, and the first not at all like the last.
  const chain = ['red pump repair', 'pump repair price', 'repair price list', 'price list garden', 'list garden gate'];
  for (const { wordings } of group(chain, FAQ)) {
    const texts = wordings.map(({ text }) => text);
    assert.ok(!(texts.includes(chain[0]!) && texts.includes(chain[4]!)), texts.join(' | '));
  }
}); // prettier-ignore

it('makes the same groups in whatever order questions are read', () => {
  const questions = ['do you deliver on saturdays', 'deliver on saturday', 'saturday delivery', 'pump broken', 'my pump is broken']
    .map(question); // prettier-ignore
  const ids = (from: readonly OpenQuestion[]) =>
    finished(groupQuestions(from)).map(({ wordings }) => wordings.map(({ id }) => id));
  const expected = ids(questions);
  fc.assert(
    fc.property(fc.shuffledSubarray(questions, { minLength: questions.length }), (order) =>
      assert.deepEqual(ids(order), expected),
    ),
  );
});

it('loses no question and has none twice, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', '', 'deliver', '\ud800'))),
      (texts) => {
        const ids = group(texts).flatMap(({ wordings }) =>
          wordings.flatMap(({ questions }) => questions.map(({ id }) => id)),
        );
        assert.deepEqual(
          ids.toSorted(),
          texts.map((_, index) => question('', index).id),
        );
      },
    ),
  );
});

/** By comparing each with each, with the weights as the engine has them. */
const nearByHand = (texts: readonly string[], background: readonly string[], least: number) => {
  const counts = [...texts, ...background].map((text) => {
    const own = new Map<string, number>();
    for (const word of wordsOf(text))
      forEachGram(word, (gram, weight) => own.set(gram, (own.get(gram) ?? 0) + weight));
    return own;
  });
  const weight = (own: ReadonlyMap<string, number>, gram: string) =>
    (own.get(gram) ?? 0) *
    Math.log((counts.length + 1) / counts.filter((each) => each.has(gram)).length) ** RARITY;
  const dot = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
    [...a.keys()].reduce((sum, gram) => sum + weight(a, gram) * weight(b, gram), 0);
  const cosine = (a: number, b: number) =>
    dot(counts[a]!, counts[b]!) / Math.sqrt(dot(counts[a]!, counts[a]!) * dot(counts[b]!, counts[b]!));
  return texts.map((_, a) => texts.flatMap((_text, b) => (a !== b && cosine(a, b) >= least ? [b] : [])));
};

it('finds exactly the pairs that are near, though it compares few of them', () => {
  const words = ['deliver', 'delivery', 'saturday', 'saturdays', 'pump', 'open', 'on', 'do', 'you', 'the', 'larunbatean'];
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      fc.array(text, { maxLength: 4 }),
      fc.constantFrom(0.3, 0.5, 0.8),
      (texts, background, least) => {
        const near = finished(nearTexts(texts, background, least)).map((places) => places.toSorted((a, b) => a - b));
        assert.deepEqual(near, nearByHand(texts, background, least));
      },
    ),
    { numRuns: 150 },
  );
}); // prettier-ignore
