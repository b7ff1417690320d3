import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { surveyLink } from '../../src/submission/survey-link.js';
import { Visitor } from '../support/visitor.js';
import { meta, questions, survey, type SurveyMeta, type SurveyStory } from './satisfaction-survey.js';

/** What happens as it is used. */
export default {
  ...meta,
  title: 'Satisfaction survey/Behaviours',
} satisfies SurveyMeta;

/** The answer that was pressed in a mail is chosen, and can be changed. The address has forgotten it already. */
export const FromAMail: SurveyStory = {
  args: { survey: 'story' },
  beforeEach: () => {
    const link = surveyLink({ page: location.href, survey: 'story', score: 4, respondent: 'somebody' });
    history.replaceState(history.state, '', link);
  },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sees('note');
    await expect(location.search).not.toContain('harreman');
  },
};

/** A question follows from an answer. */
export const FollowingQuestion: SurveyStory = {
  render: (args) => survey(args, questions),
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '1' });
    await visitor.fills({ answer_reason: 'other' });
    await visitor.fills({ answer_reason_other: 'The noise' });
  },
};

/** An answer is changed after it was sent. */
export const Changed: SurveyStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ score: '5' });
    await visitor.sends();
    await visitor.presses('change-button');
    await visitor.fills({ score: '3' });
    await visitor.sends();
    await visitor.isTakenTo('end');
  },
};

/** In a panel, which a button of the page opens. */
export const Panel: SurveyStory = {
  args: { 'open-on': '.rate', 'survey': 'panel-story' },
  render: (args) =>
    html`<p><button class="rate">How was it?</button></p>
      ${survey(args)}`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('harreman-satisfaction-survey')!;
    await waitFor(() => expect(element.shadowRoot?.getElementById('panel')).toBeTruthy());
    await userEvent.click(canvasElement.querySelector('.rate')!);
    const visitor = await Visitor.at(canvasElement);
    await visitor.sees('close-button');
  },
};

/** After five seconds, where nobody is writing. */
export const AfterAWhile: SurveyStory = {
  args: { 'open-on': 'delay:5s', 'survey': 'delay-story' },
  render: (args) =>
    html`<p>The survey comes at the corner.</p>
      ${survey(args)}`,
};
