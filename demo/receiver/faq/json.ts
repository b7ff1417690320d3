import type { FaqData, FaqEntry as WireEntry } from '../../../src/elements/faq-chat/entries/read-json.js';
import type { FaqEntry } from '../store/faq.js';

/** An FAQ as the chat's `src` reads it, and nothing else. */
export const faqJson = (entries: readonly FaqEntry[]): FaqData => ({ entries: entries.map(wireEntry) });

const wireEntry = ({ id, question, alternatives, answer, category, suggested }: FaqEntry): WireEntry => ({
  id,
  question,
  ...(alternatives.length > 0 && { alternatives }),
  answer,
  ...(category && { category }),
  ...(suggested && { suggested }),
});
