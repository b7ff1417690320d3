import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { words, type FormPage } from './support.js';

const { axe } = window as unknown as { axe: typeof Axe };

/** A widget that is looked at. */
type Seen = { readonly element: HTMLElement } & Pick<FormPage, 'all'>;

/** The two looks in which every state is examined. */
export const VARIANTS = [
  { scheme: 'light', dir: 'ltr', locale: 'en' },
  { scheme: 'dark', dir: 'rtl', locale: 'ka' },
] as const;

/** What axe finds wrong by WCAG 2.2 A and AA, and where. */
export const violations = async (form: Seen): Promise<string[]> => {
  const { violations: found } = await axe.run(form.element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true }, 'region': { enabled: false } },
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
