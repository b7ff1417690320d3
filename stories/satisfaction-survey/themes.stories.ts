import { expect } from 'storybook/test';
import { Visitor } from '../support/visitor.js';
import { meta, type SurveyMeta, type SurveyStory } from './satisfaction-survey.js';

/** Ready-made looks: one style sheet each, of nothing but custom properties. */
export default {
  ...meta,
  title: 'Satisfaction survey/Themes',
  // A colour that a browser can't read leaves the button without any, and no rule of accessibility minds.
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '4' });
    const button = await visitor.sees('submit-button');
    await expect(getComputedStyle(button).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  },
} satisfies SurveyMeta;

export const Calm: SurveyStory = { globals: { theme: 'calm' } };

export const Contrast: SurveyStory = { globals: { theme: 'contrast' } };

export const Rounded: SurveyStory = { globals: { theme: 'rounded' } };
