import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { Visitor } from '../support/visitor.js';
import { meta, questions, survey, type SurveyMeta, type SurveyStory } from './satisfaction-survey.js';

/** For everybody: the keyboard, narrow screens, large text, other directions. */
export default {
  ...meta,
  title: 'Satisfaction survey/Accessibility',
} satisfies SurveyMeta;

/** One tab stop for the scale, arrows to choose, and on. */
export const Keyboard: SurveyStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    (await visitor.control('score')).focus();
    await userEvent.keyboard(' ');
    await expect(await visitor.control('score')).toHaveProperty('checked', true);
    await userEvent.tab();
    await userEvent.keyboard('All well.');
  },
};

/** 320 CSS pixels: a small phone, or 400 % zoom. Eleven answers stand in two rows. */
export const Narrow: SurveyStory = {
  args: { ask: 'nps' },
  render: (args) => html`<div style="max-inline-size: 304px">${survey(args)}</div>`,
};

export const NarrowFaces: SurveyStory = {
  render: (args) => html`<div style="max-inline-size: 304px">${survey(args, questions)}</div>`,
};

/** The scale begins on the right; its numbers stay numbers. */
export const RightToLeft: SurveyStory = {
  args: { ask: 'ces' },
  render: (args) => html`<div dir="rtl">${survey(args)}</div>`,
};

/** The longest words, in Georgian. */
export const Georgian: SurveyStory = { args: { locale: 'ka' } };

export const LargeText: SurveyStory = {
  render: (args) => html`<div style="--harreman-font-size: 32px">${survey(args)}</div>`,
};
