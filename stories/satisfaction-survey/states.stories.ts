import { contacts } from '../support/form-args.js';
import { Visitor } from '../support/visitor.js';
import {
  afterwards,
  meta,
  questions,
  survey,
  type SurveyMeta,
  type SurveyStory,
} from './satisfaction-survey.js';

/** Where a survey can stand. Each story gets there as a visitor would. */
export default {
  ...meta,
  title: 'Satisfaction survey/States',
  render: (args) => survey(args, contacts),
} satisfies SurveyMeta;

const answered = (score: string, part: string): NonNullable<SurveyStory['play']> => async ({ canvasElement }) => {
  const visitor = await Visitor.at(canvasElement);
  await visitor.fills({ score });
  await visitor.sends();
  await visitor.isTakenTo(part);
}; // prettier-ignore

/** Nothing was chosen. */
export const Errors: SurveyStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
  },
};

/** The second question of those that are asked one at a time. */
export const SecondQuestion: SurveyStory = {
  args: { paged: true },
  render: (args) => survey(args, questions),
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '2' });
    await visitor.sends();
    await visitor.isTakenTo('progress');
  },
};

export const SentLow: SurveyStory = { play: answered('1', 'end') };

/** A complaint form and a meeting, filled in with what was said. */
export const SentLowWithWidgets: SurveyStory = {
  render: (args) => survey(args, afterwards),
  play: answered('1', 'end'),
};

export const SentMiddle: SurveyStory = { play: answered('3', 'end') };

export const SentHigh: SurveyStory = {
  args: { 'review-url': 'https://example.com/review', 'share-url': '' },
  play: answered('5', 'end'),
};

export const Saved: SurveyStory = { args: { answer: 'saved' }, play: answered('4', 'end') };

export const NotSent: SurveyStory = { args: { answer: 'offline' }, play: answered('4', 'failure') };

export const NotConfirmed: SurveyStory = { args: { answer: 'notConfirmed' }, play: answered('4', 'failure') };

export const Sending: SurveyStory = {
  args: { answer: 'silent' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '4' });
    await visitor.sends();
  },
};
