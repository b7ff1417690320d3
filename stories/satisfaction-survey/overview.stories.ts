import { expect } from 'storybook/test';
import { contacts } from '../support/form-args.js';
import { Visitor } from '../support/visitor.js';
import { meta, survey, type SurveyMeta, type SurveyStory } from './satisfaction-survey.js';

export default {
  ...meta,
  title: 'Satisfaction survey/Overview',
  render: (args) => survey(args, contacts),
} satisfies SurveyMeta;

/** Every attribute as a control, every event in the Actions panel; `answer` decides how sending ends. */
export const Playground: SurveyStory = {
  args: {
    'survey': 'cleaning',
    'ask': 'csat',
    'look': 'faces',
    'paged': false,
    'anonymous': false,
    'heading': 'How was it?',
    'heading-level': '2',
    'persist': 'on',
    'remember-source': false,
  },
};

/** Nothing but the tag: how satisfied somebody is, and why. */
export const Overview: SurveyStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '4', comment: 'Quick and kind.' });
    await expect(await visitor.control('score')).toHaveProperty('type', 'radio');
  },
};
