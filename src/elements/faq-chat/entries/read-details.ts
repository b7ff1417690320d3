import { oneLine, withOwnIds, type ChatEntry } from './entry.js';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/**
 * Reads an FAQ in ordinary HTML: `<details><summary>question</summary>answer</details>`. Its category is the heading
 * of the `<section>` around it, else the heading before it. `data-ask` on `<details>` has further wordings, one a
 * line; `data-suggested` makes it one of the questions to start with. What stands in a slot is not read.
 */
export const readDetails = (root: ParentNode & Element): readonly ChatEntry[] => {
  const slot = root.closest('[slot]');
  // The page may keep the chat itself in an accordion.
  const around = root.closest('details');
  const entries: ChatEntry[] = [];
  let heading: Element | undefined;
  for (const element of root.querySelectorAll(`${HEADING},details`)) {
    if (element.closest('[slot]') !== slot || element.parentElement?.closest('details') !== around) continue;
    if (element.localName !== 'details') {
      heading = element;
      continue;
    }
    const question = oneLine(element.querySelector(':scope > summary')?.textContent);
    if (!question) continue;
    const section = heading?.closest('section');
    const isBelow = heading && (!section || section.contains(element) || section.contains(root));
    entries.push({
      id: element.id || question,
      question,
      alternatives: (element.getAttribute('data-ask') ?? '').split('\n').map(oneLine).filter(Boolean),
      category: isBelow ? oneLine(heading?.textContent) : '',
      suggested: element.hasAttribute('data-suggested'),
      answer: element,
    });
  }
  return withOwnIds(entries);
};
