import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Knowledge, type KnowledgeEntry } from '../../src/knowledge/knowledge.js';
import { inSlices } from '../../src/knowledge/slices.js';
import { questions } from '../bench/made-up-questions.js';

const entries = (count: number): KnowledgeEntry[] =>
  questions(count).map((question, i) => ({ id: `${i}`, question }));

/** A clock that goes on by one at each look, so that work is counted in looks. */
const pace = (slice: number, pause: () => Promise<unknown> = () => Promise.resolve()) => {
  let time = 0;
  return { pause, now: () => time++, slice };
};

/** How often maps are asked while something runs: each n-gram and each word is looked up in one. */
function lookups(work: () => void): number {
  const { get } = Map.prototype;
  let count = 0;
  Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown) {
    count++;
    return get.call(this, key);
  };
  try {
    work();
  } finally {
    Map.prototype.get = get;
  }
  return count;
}

describe('reading entries', () => {
  it('takes no more work an entry for ten thousand than for a thousand', () => {
    const perEntry = (count: number) => {
      const list = entries(count);
      return lookups(() => new Knowledge(list).ask('?')) / count;
    };
    assert.ok(perEntry(10_000) <= perEntry(1000), `${perEntry(10_000)}, ${perEntry(1000)}`);
  });

  it('leaves the page its turn, and reads what is added meanwhile', async () => {
    const knowledge = new Knowledge(entries(500));
    let pauses = 0;
    const pause = () => {
      if (++pauses === 10) knowledge.add([{ id: 'late', question: 'Do you mend harpsichords?' }]);
      return Promise.resolve();
    };
    await inSlices(knowledge.reading(), pace(10, pause));
    // 501 entries are read, then measured, at most ten in a slice.
    assert.ok(pauses >= 100, `${pauses}`);
    assert.equal(knowledge.ask('harpsichords').best[0]?.id, 'late');
  });

  it('leaves the page its turn while it is asked, and while it looks for related questions', async () => {
    const list = entries(10_000);
    const knowledge = new Knowledge(list);
    const { question } = list[4000]!;
    const [found, related] = [knowledge.ask(question), knowledge.related('4000')];
    let pauses = 0;
    const slow = pace(5, () => Promise.resolve(pauses++));
    assert.deepEqual(await inSlices(knowledge.asking(question), slow), found);
    assert.ok(pauses >= 10, `${pauses}`);
    pauses = 0;
    assert.deepEqual(await inSlices(knowledge.relating('4000'), slow), related);
    assert.ok(pauses >= 10, `${pauses}`);
  });

  it('is done at once for whoever asks before the end', async () => {
    const list = entries(300);
    const knowledge = new Knowledge(list);
    let early: unknown;
    await inSlices(
      knowledge.reading(),
      pace(20, () => {
        early ??= knowledge.ask(list[299]!.question).best[0];
        return Promise.resolve();
      }),
    );
    assert.deepEqual(early, new Knowledge(list).ask(list[299]!.question).best[0]);
    assert.equal((early as { id: string }).id, '299');
  });

  it('ends alike however entries came, were replaced and went', () => {
    const texts = questions(40);
    const step = fc.record({
      id: fc.nat(7),
      text: fc.nat(39),
      kind: fc.constantFrom('add', 'remove', 'ask'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(39), (steps, asked) => {
        const grown = new Knowledge();
        const current = new Map<string, KnowledgeEntry>();
        for (const { id, text, kind } of steps) {
          const entry = { id: `${id}`, question: texts[text]!, alternatives: [texts[(text + 1) % 40]!] };
          if (kind === 'ask') grown.ask(entry.question);
          current.delete(entry.id);
          if (kind === 'remove') grown.remove(entry.id);
          else {
            grown.add([entry]);
            current.set(entry.id, entry);
          }
        }
        const view = (knowledge: Knowledge) =>
          knowledge
            .ask(texts[asked]!, 10)
            .best.map(({ id, score }) => `${score.toFixed(9)} ${id}`)
            .sort();
        assert.deepEqual(view(grown), view(new Knowledge(current.values())));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the engine is unharmed', () => {
  const list = entries(200);
  const ask = () => new Knowledge(list).ask(`${list[7]!.question} constructor`);

  it('by a page that has added to the prototypes of all', () => {
    const clean = ask();
    const keys = ['each', 'words', 'entries', 'sum', 'counted'];
    const prototypes = [Object.prototype, Array.prototype] as unknown as Record<string, unknown>[];
    try {
      for (const prototype of prototypes) for (const key of keys) prototype[key] ??= ['polluted'];
      assert.deepEqual(ask().best, clean.best);
    } finally {
      for (const prototype of prototypes)
        for (const key of keys)
          if (Object.hasOwn(prototype, key) && Array.isArray(prototype[key])) delete prototype[key];
    }
  });

  it('by ids and words that are names of prototypes', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const knowledge = new Knowledge(names.map((name) => ({ id: name, question: `what is ${name}` })));
    for (const name of names) assert.equal(knowledge.ask(name).best[0]?.id, name);
    assert.deepEqual(({} as Record<string, unknown>)['question'], undefined);
  });

  it('by a megabyte of text, from a visitor or an owner', () => {
    const knowledge = new Knowledge(list);
    for (const text of ['a', 'zu '.repeat(7), '漢字', '\uFDFA', `${list[3]!.question} `]) {
      const long = text.repeat(Math.ceil(1_000_000 / text.length));
      assert.ok(lookups(() => knowledge.ask(long)) < 200_000, text);
      assert.deepEqual(knowledge.ask(long), knowledge.ask(long.slice(0, 2000)));
    }
    const long = 'many words of an owner '.repeat(50_000);
    const read = lookups(() =>
      new Knowledge([{ id: '1', question: long, alternatives: [long], answer: long }]).ask('owner'),
    );
    assert.ok(read < 20_000, `${read}`);
  });

  it('by halves of characters', () => {
    const knowledge = new Knowledge([{ id: '1', question: '\uD83Dopening\uDE00 hours' }]);
    assert.equal(knowledge.ask('opening\uD83D').best[0]?.id, '1');
  });
});
