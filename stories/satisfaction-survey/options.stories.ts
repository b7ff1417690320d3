import {
  afterwards,
  meta,
  questions,
  survey,
  type SurveyMeta,
  type SurveyStory,
} from './satisfaction-survey.js';

/** What an owner can set. */
export default {
  ...meta,
  title: 'Satisfaction survey/Options',
} satisfies SurveyMeta;

/** CSAT: satisfaction, 1 to 5. */
export const Faces: SurveyStory = { args: { ask: 'csat' } };

export const Stars: SurveyStory = { args: { look: 'stars' } };

export const Numbers: SurveyStory = { args: { look: 'numbers' } };

/** NPS: 0 to 10. */
export const Nps: SurveyStory = { args: { ask: 'nps' } };

/** CES: agreement that it was easy, 1 to 7. */
export const Effort: SurveyStory = { args: { ask: 'ces' } };

/** What was received, compared with what was expected. */
export const Expectation: SurveyStory = { args: { ask: 'expectation' } };

/** NPS in plainer words; after a good answer it can be shared. */
export const Recommend: SurveyStory = { args: { 'ask': 'recommend', 'share-url': '' } };

/** The owner's question, the kit's scale. */
export const OwnQuestion: SurveyStory = { args: { question: 'How was the cleaning of 3 November?' } };

/** `<fieldset><legend>` with native controls; `data-when` says on which answers a question follows. */
export const OwnQuestions: SurveyStory = { render: (args) => survey(args, questions) };

/** Only the owner's questions. */
export const NoScale: SurveyStory = { args: { ask: 'none' }, render: (args) => survey(args, questions) };

export const OneAtATime: SurveyStory = { args: { paged: true }, render: (args) => survey(args, questions) };

/** Who was invited is not sent along, and the form says so. */
export const Anonymous: SurveyStory = { args: { anonymous: true } };

export const Consent: SurveyStory = { args: { 'privacy-url': 'https://example.com/privacy' } };

/** Answer with 1 or 2: a complaint form; with any: a meeting. */
export const Afterwards: SurveyStory = { render: (args) => survey(args, afterwards) };

export const ReviewAndShare: SurveyStory = {
  args: { 'review-url': 'https://example.com/review', 'share-url': 'https://example.com' },
};
