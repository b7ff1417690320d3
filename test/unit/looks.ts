import { assert } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { words, type FormPage } from './support.js';

const { axe } = window as unknown as { axe: typeof Axe };

/** A widget that is looked at. */
type Seen = { readonly element: HTMLElement } & Pick<FormPage, 'all'>;

/** The two looks in which every state is examined. */
const VARIANTS = [
  { scheme: 'light', dir: 'ltr', locale: 'en' },
  { scheme: 'dark', dir: 'rtl', locale: 'ka' },
] as const;

/** Takes back after each test what it changed of the page and of the browser around the widget. */
export const takeBackLooks = (): void => {
  const { documentElement: root } = document;
  afterEach(async () => {
    root.removeAttribute('dir');
    root.removeAttribute('style');
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
  });
};

/** A test for each state in each look: axe finds nothing. `reach` gets the language, as an attribute. */
export const itIsForEveryone = <Page extends Seen>(
  states: Readonly<Record<string, (attributes: string) => Promise<Page>>>,
  /** What else has to hold in each. */
  andThen?: (page: Page) => Promise<void>,
): void => {
  const { documentElement: root } = document;
  for (const { scheme, dir, locale } of VARIANTS)
    for (const [state, reach] of Object.entries(states))
      it(`${state}: ${scheme}, ${dir}, ${locale}`, async () => {
        await emulateMedia({ colorScheme: scheme });
        root.style.colorScheme = 'light dark';
        root.dir = dir;
        const page = await reach(`locale="${locale}"`);
        assert.deepEqual(await violations(page), []);
        await andThen?.(page);
      }).timeout(20_000);
};

/** What axe finds wrong by WCAG 2.2 A and AA, and where. `leftOut` are rules that do not hold for a part of a page. */
export const violations = async (
  { element }: Pick<Seen, 'element'>,
  ...leftOut: readonly string[]
): Promise<string[]> => {
  const { violations: found } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      'target-size': { enabled: true },
      // A list of suggestions is only told of at a combobox, which is no role of a <textarea>'s: see Suggestions.
      'aria-allowed-role': { enabled: !element.shadowRoot!.querySelector('textarea[role=combobox]') },
      ...Object.fromEntries(['region', ...leftOut].map((rule) => [rule, { enabled: false }])),
    },
    resultTypes: ['violations'],
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
};

/** What reaches beyond the form's edges, or beyond its own. */
export const overflowing = (form: Seen): string[] => {
  return form
    .all('*')
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, bdi.reference'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      // A dialog has the whole window.
      const around = element.closest('dialog') ? document.documentElement : form.element;
      const { left, right } = around.getBoundingClientRect();
      const clipped =
        element.matches('button, label, .button') && element.scrollWidth > element.clientWidth + 1;
      return box.right > right + 1 || box.left < left - 1 || (clipped && element.clientWidth > 0);
    })
    .map((element) => `${element.localName} "${words(element).slice(0, 40)}"`);
};

/** Words of which one part stands on another line. */
export const brokenWords = (element: HTMLElement): readonly string[] => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
    }
  return broken;
};
