import { html, type TemplateResult } from 'lit';
import { anatomy, type Scene } from '../support/anatomy.js';
import { NOWHERE } from '../support/endpoints.js';
import { contacts } from '../support/form-args.js';
import { keepMessages } from '../support/kept.js';
import { Visitor } from '../support/visitor.js';
import { meta, questions, survey, type SurveyArgs } from './satisfaction-survey.js';

/** All that a style sheet can reach, where it is. */
export default { ...meta, title: 'Satisfaction survey/Anatomy' };

const form = (args: SurveyArgs, content: TemplateResult = contacts) =>
  survey({ answer: 'sent', survey: 'anatomy', persist: 'off', ...args }, content);

const answers =
  (score: string, until: string): NonNullable<Scene['play']> =>
  async (stage) => {
    const visitor = await Visitor.at(stage);
    await visitor.fills({ score });
    await visitor.sends();
    await visitor.sees(until);
  };

const scenes: readonly Scene[] = [
  {
    name: 'At first',
    shows: [],
    render: () => form({ 'anonymous': true, 'privacy-url': 'https://example.com/privacy' }, questions),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.sees('group');
      await visitor.fills({ score: '4' });
      await visitor.sees('hint');
    },
  },
  {
    name: 'Slots',
    shows: ['slot="heading"', 'slot="intro"', 'slot="consent"', 'slot="captcha"'],
    render: () =>
      form(
        {},
        html`<h2 slot="heading">The visit of 3 November</h2>
          <p slot="intro">Maialen reads every answer.</p>
          <span slot="consent">I agree that this is read.</span>
          <label slot="captcha">Three and four? <input name="captcha" /></label>`,
      ),
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('consent');
    },
  },
  {
    name: 'One at a time',
    shows: ['::part(progress)', '::part(back-button)', '::part(clear-button)'],
    render: () => form({ paged: true }, questions),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.fills({ score: '2' });
      await visitor.sends();
      await visitor.fills({ answer_reason: 'late' });
      await visitor.sees('clear-button');
    },
  },
  {
    name: 'Errors',
    shows: ['::part(error)', '::part(error-summary)', ':state(invalid)', '--harreman-color-error'],
    render: () => form({}),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.sends();
      await visitor.sees('error-summary');
    },
  },
  {
    name: 'Sending',
    shows: ['::part(status)', ':state(busy)'],
    render: () => form({ answer: 'silent' }),
    play: answers('4', 'status'),
  },
  {
    name: 'Not sent',
    shows: ['::part(failure)', '::part(retry-button)'],
    render: () => form({ answer: 'offline' }),
    play: answers('4', 'failure'),
  },
  {
    name: 'Saved',
    shows: ['::part(delete-button)', ':state(saved)'],
    render: () => form({ ...NOWHERE }),
    play: answers('4', 'end'),
  },
  {
    name: 'A low score',
    shows: ['::part(contacts)', 'slot="thanks"', 'slot="follow-up"', ':state(sent)'],
    render: () =>
      form(
        {},
        html`${contacts}
          <p slot="thanks">Nino calls within a day.</p>
          <p slot="follow-up"><a href="https://example.com/meet">Shall we meet?</a></p>`,
      ),
    play: answers('1', 'end'),
  },
  {
    name: 'A low score, own answer',
    shows: ['slot="low-score"'],
    render: () => form({}, html`<p slot="low-score">Tell Maialen: 943 00 00 00.</p>`),
    play: answers('1', 'end'),
  },
  {
    name: 'A high score',
    shows: ['::part(end)', '::part(review-link)', '::part(share-button)', '::part(change-button)'],
    render: () => form({ 'review-url': 'https://example.com/review', 'share-url': '' }),
    play: answers('5', 'end'),
  },
  {
    name: 'A high score, own answer',
    shows: ['slot="high-score"'],
    render: () =>
      form({}, html`<p slot="high-score">Tell your neighbours, and both have a window for free.</p>`),
    play: answers('5', 'end'),
  },
  {
    name: 'Panel',
    shows: ['::part(panel)', '::part(close-button)', '--harreman-inset', ':state(open)'],
    render: () => form({ 'open-on': 'delay:0s' }),
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('close-button');
    },
  },
  {
    name: 'An answer kept',
    shows: ['::part(notices)', '::part(notice)'],
    prepare: () => keepMessages('saved'),
    render: () => form({ persist: 'on' }),
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('notice');
    },
  },
  {
    name: 'No endpoint',
    shows: ['(default)'],
    render: () => form({ answer: 'network' }),
  },
];

export const Anatomy = anatomy('harreman-satisfaction-survey', scenes);
