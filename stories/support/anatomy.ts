import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { AnatomyView } from './anatomy-view.js';
import { PSEUDO_LOCALE } from './pseudo-locale.js';
import { untranslated } from './untranslated.js';

/** A widget at a moment in which some of its pieces are there. */
export interface Scene {
  readonly name: string;
  /** What is pointed out in it, by its label in the table of the API. */
  readonly shows: readonly string[];
  /** What the device has before the page is opened. */
  readonly prepare?: () => Promise<unknown>;
  readonly render: () => TemplateResult;
  /** What a visitor does to get there. */
  readonly play?: (stage: HTMLElement) => Promise<unknown>;
}

/**
 * The story of all that a style sheet can reach: each piece has its place in a scene, and what no scene claims belongs
 * to the first. Its steps go through all scenes and fail where something that is documented isn't there, or where
 * something is there that isn't documented.
 */
export const anatomy = (tagName: string, scenes: readonly Scene[]): StoryObj => ({
  render: () => html`<story-anatomy .tag=${tagName} .scenes=${scenes}></story-anatomy>`,
  play: async ({ canvasElement, step }) => {
    const view = canvasElement.querySelector<AnatomyView>('story-anatomy')!;
    const faults = view.unknownLabels.map((label) => `${label} is shown, and isn't documented`);
    const isPseudo = document.documentElement.lang === PSEUDO_LOCALE;
    for (const scene of scenes)
      await step(scene.name, async () => {
        await view.show(scene);
        const found = [
          ...view.faults(),
          ...(isPseudo ? untranslated(view.widget) : []).map((text) => `is not translated: ${text}`),
        ];
        faults.push(...found.map((fault) => `${scene.name}: ${fault}`));
      });
    await view.show(scenes[0]!);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  },
});

if (!customElements.get('story-anatomy')) customElements.define('story-anatomy', AnatomyView);
