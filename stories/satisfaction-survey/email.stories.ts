import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { locales, type Locale } from '../../src/localization/locale.js';
import { surveyEmail } from '../../src/submission/survey-email.js';
import type { SurveyLook, SurveyPreset } from '../../src/submission/survey-scales.js';

interface EmailArgs {
  ask: SurveyPreset;
  look?: SurveyLook;
  locale: Locale;
  width: number;
}

const emailOf = ({ ask, look, locale }: EmailArgs) =>
  surveyEmail({
    page: 'https://example.com/how-was-it',
    survey: 'cleaning',
    respondent: 'token',
    company: 'Txolarre',
    unsubscribe: 'https://example.com/stop',
    privacy: 'https://example.com/privacy',
    ask,
    locale,
    ...(look && { look }),
  });

/** The invitation: an e-mail of tables and links, and the same as plain text. */
export default {
  title: 'Satisfaction survey/E-mails',
  args: { ask: 'csat', locale: 'en', width: 600 },
  argTypes: {
    ask: { control: 'select', options: ['csat', 'nps', 'ces', 'expectation', 'recommend'] },
    look: { control: 'inline-radio', options: ['faces', 'stars', 'numbers', 'words'] },
    locale: { control: 'select', options: locales },
    width: { control: { type: 'range', min: 320, max: 800 } },
  },
  render: (args) => {
    const { subject, html: source, text } = emailOf(args);
    return html`
      <p><strong>${subject}</strong></p>
      <iframe title=${subject} width=${args.width} height="620" .srcdoc=${source} style="border: 1px solid; background: white; max-inline-size: 100%"></iframe>
      <h2>Without HTML</h2>
      <pre tabindex="0" style="white-space: pre-wrap; overflow-wrap: anywhere">${text}</pre>
    `;
  },
  play: async ({ canvasElement, args }) => {
    const frame = canvasElement.querySelector('iframe')!;
    const links = () => frame.contentDocument?.querySelectorAll('a[href*="harreman-score="]').length;
    await waitFor(() => expect(links()).toBe({ csat: 5, nps: 11, ces: 7, expectation: 5, recommend: 11 }[args.ask]));
  },
} satisfies Meta<EmailArgs>; // prettier-ignore

type EmailStory = StoryObj<EmailArgs>;

export const Faces: EmailStory = {};
export const Stars: EmailStory = { args: { look: 'stars' } };
export const Nps: EmailStory = { args: { ask: 'nps' } };
export const Effort: EmailStory = { args: { ask: 'ces' } };
export const Expectation: EmailStory = { args: { ask: 'expectation' } };
export const Recommend: EmailStory = { args: { ask: 'recommend' } };
export const Basque: EmailStory = { args: { locale: 'eu' } };
export const Georgian: EmailStory = { args: { locale: 'ka' } };
export const Latvian: EmailStory = { args: { locale: 'lv' } };
/** A small phone. */
export const Narrow: EmailStory = { args: { ask: 'nps', locale: 'de', width: 320 } };
