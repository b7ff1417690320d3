import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/appointment-request.js';
import '../../src/define/contact-form.js';
import '../../src/define/satisfaction-survey.js';
import { endpoints } from '../support/endpoints.js';
import { formArgTypes, given, type FormArgs } from '../support/form-args.js';

/** What a story can set: the element's attributes by their names, and what stands around them. */
export interface SurveyArgs extends Omit<FormArgs, 'reply-by'> {
  'survey'?: string;
  'ask'?: string;
  'look'?: string;
  'question'?: string;
  'paged'?: boolean;
  'anonymous'?: boolean;
  'low-score'?: string;
  'high-score'?: string;
  'review-url'?: string;
  'share-url'?: string;
  'open-on'?: string;
  'after-consent'?: boolean;
  'every'?: string;
  /** How the endpoint answers; `network` asks the real address in `endpoint`. */
  'answer'?: keyof typeof endpoints | 'network';
}

export type SurveyMeta = Meta<SurveyArgs>;
export type SurveyStory = StoryObj<SurveyArgs>;

/** A survey with the owner's HTML in it. */
export const survey = (
  args: SurveyArgs,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<harreman-satisfaction-survey
    survey=${given(args.survey)}
    ask=${given(args.ask)}
    look=${given(args.look)}
    question=${given(args.question)}
    ?paged=${args.paged}
    ?anonymous=${args.anonymous}
    low-score=${given(args['low-score'])}
    high-score=${given(args['high-score'])}
    review-url=${given(args['review-url'])}
    share-url=${ifDefined(args['share-url'])}
    open-on=${given(args['open-on'])}
    ?after-consent=${args['after-consent']}
    every=${given(args.every)}
    endpoint=${given(args.endpoint)}
    profile=${given(args.profile)}
    privacy-url=${given(args['privacy-url'])}
    heading=${ifDefined(args.heading)}
    heading-level=${given(args['heading-level'])}
    locale=${given(args.locale)}
    persist=${given(args.persist)}
    ?remember-source=${args['remember-source']}
    prefill-url=${given(args['prefill-url'])}
    .messages=${args.messages}
    .transport=${args.answer && args.answer !== 'network' ? endpoints[args.answer] : undefined}
    >${content}</harreman-satisfaction-survey
  >`;

const { 'reply-by': _, ...common } = formArgTypes;

/** What the files of stories share. */
export const meta = {
  component: 'harreman-satisfaction-survey',
  render: (args) => survey(args),
  // What one story keeps on the device is not for the next. Nor is the link of an invitation, which is any survey's
  // that has no name.
  args: { survey: 'stories', answer: 'sent', persist: 'off' },
  argTypes: {
    ask: { control: 'select', options: ['csat', 'nps', 'ces', 'expectation', 'recommend', 'none'] },
    look: { control: 'inline-radio', options: ['faces', 'stars', 'numbers', 'words'] },
    ...common,
    answer: {
      description: 'How the endpoint answers, through the property `transport`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
} satisfies SurveyMeta;

/** An owner's own questions: choices, several, a table, a text, on conditions. */
export const questions = html`
  <fieldset data-when="score <= 2">
    <legend>What went wrong?</legend>
    <label><input type="radio" name="reason" value="late" /> You came late</label>
    <label><input type="radio" name="reason" value="quality" /> The work was not done well</label>
    <label><input type="radio" name="reason" value="other" /> Something else</label>
    <label>What was it? <input name="reason_other" data-when="reason = other" /></label>
  </fieldset>
  <fieldset data-max="2" data-when="score >= 4">
    <legend>What did you like most?</legend>
    <label><input type="checkbox" name="liked[]" value="people" /> The people</label>
    <label><input type="checkbox" name="liked[]" value="care" /> The work</label>
    <label><input type="checkbox" name="liked[]" value="time" /> They were on time</label>
    <label><input type="checkbox" name="liked[]" value="nothing" data-exclusive /> Nothing special</label>
  </fieldset>
  <fieldset>
    <legend>How was each part?</legend>
    <table>
      <thead><tr><td></td><th>Bad</th><th>Good</th><th>Very good</th></tr></thead>
      <tbody>
        <tr><th>Booking</th>${['Bad', 'Good', 'Very good'].map((label, index) => html`<td><input type="radio" name="booking" value=${index + 1} aria-label=${`Booking: ${label}`} /></td>`)}</tr>
        <tr><th>The visit</th>${['Bad', 'Good', 'Very good'].map((label, index) => html`<td><input type="radio" name="visit" value=${index + 1} aria-label=${`The visit: ${label}`} /></td>`)}</tr>
      </tbody>
    </table>
  </fieldset>
  <fieldset data-look="numbers">
    <legend>How easy was it to find us?</legend>
    ${['Hard', '2', '3', 'Easy'].map((label, index) => html`<label><input type="radio" name="way" value=${index + 1} /> ${label}</label>`)}
  </fieldset>
`; // prettier-ignore

/** What comes after an answer. */
export const afterwards = html`
  <harreman-contact-form slot="low-score" topic="complaint" heading-level="3" .transport=${endpoints.sent}></harreman-contact-form>
  <harreman-appointment-request slot="follow-up" heading="Shall we talk about it?" heading-level="3" modes="phone" .transport=${endpoints.sent}></harreman-appointment-request>
`; // prettier-ignore
