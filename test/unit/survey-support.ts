import { fixtureSync, nextFrame } from '@open-wc/testing';
import '../../src/define/satisfaction-survey.js';
import type { HarremanSatisfactionSurvey } from '../../src/elements/satisfaction-survey/satisfaction-survey.js';
import { waitUntil } from './patience.js';
import { FormPage, newId, words } from './support.js';

/** A survey as a visitor meets it. */
export class SurveyPage extends FormPage<HarremanSatisfactionSurvey> {
  /** The answers of the question on a scale, as those who listen hear them. */
  names(name = 'score'): string[] {
    return this.all<HTMLInputElement>(`[name="${name}"]`).map(({ labels }) => spoken(labels![0]!));
  }

  /** Every question that is seen, by its legend or label. */
  get questions(): string[] {
    return this.all('.fields > [part~=field] > [part~=label], .fields > [part~=group] > [part~=label]').map(
      words,
    );
  }

  get chosen(): string | undefined {
    return this.find<HTMLInputElement>('[name=score]:checked')?.value;
  }

  /** Everything that has been set off comes to rest. */
  async rest(): Promise<void> {
    await import('../../src/elements/satisfaction-survey/survey-engine.js');
    for (let i = 0; i < 5; i++) {
      await this.element.updateComplete;
      await nextFrame();
    }
  }

  /** Chooses an answer, and lets what that brings come. */
  async answerWith(name: string, value: string): Promise<void> {
    this.get<HTMLInputElement>(`[name="${name}"][value="${value}"]`).click();
    await this.rest();
  }

  /** Presses a button by what it is called. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.rest();
  }

  async until(condition: () => unknown, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 });
    await this.rest();
  }
}

/** What is said of an element, without what is only seen. */
const spoken = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
  return words(copy);
};

/** Puts a survey into the page, and leaves it to itself. */
export const placeSurvey = (attributes = '', inner = '', network = false): SurveyPage => {
  const tag = /(?:^|\s)id=/.test(attributes) ? attributes : `id="${newId()}" ${attributes}`;
  const wrapper = fixtureSync<HTMLElement>(
    `<div><harreman-satisfaction-survey ${tag}>${inner}</harreman-satisfaction-survey></div>`,
  );
  const page = new SurveyPage(wrapper.querySelector('harreman-satisfaction-survey')!);
  if (!network) page.element.transport = page.transport;
  return page;
};

/** A survey in the page, once it can be answered. */
export const survey = async (...parts: Parameters<typeof placeSurvey>): Promise<SurveyPage> => {
  const page = placeSurvey(...parts);
  await page.ready();
  await page.rest();
  return page;
};

let links = 0;

/** The page's address as the link of an invitation has it; a survey of that name, each time another. */
export const followLink = (parameters: Readonly<Record<string, string>> = {}): string => {
  const name = `link-${++links}`;
  const all = {
    'harreman-survey': name,
    'harreman-score': '4',
    'harreman-respondent': `token-${links}`,
    ...parameters,
  };
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(all)) url.searchParams.set(key, value);
  history.replaceState({ mine: true }, '', url);
  return name;
};
