/**
 * The engine as the runner of FAQ engines takes it (`shared/faq/run.mjs`), after `npm run build`:
 *
 *     node run.mjs --sets …/test/bench/faq-engine.mjs
 *
 * Where the engine says `unknown` there is no answer; what it calls the nearest entries is ranked all the same.
 */
import { Knowledge } from '../../dist/knowledge/knowledge.js';

export default async (faq) => {
  const knowledge = new Knowledge(faq.map(({ id, question, alt }) => ({ id, question, alternatives: alt })));
  await knowledge.prepare({ pause: async () => {}, now: () => 0, slice: 1 });
  return {
    answer(text) {
      const { kind, confidence, best } = knowledge.ask(text, 10);
      return { id: kind === 'unknown' ? null : best[0].id, score: confidence, ranked: best };
    },
  };
};
