import { html, type TemplateResult } from 'lit';
import { anatomy, type Scene } from '../support/anatomy.js';
import { NOWHERE } from '../support/endpoints.js';
import { photo } from '../support/files.js';
import { contacts } from '../support/form-args.js';
import { keepMessages } from '../support/kept.js';
import { QUESTION, Visitor } from '../support/visitor.js';
import { contactForm, meta, rights, type ContactFormArgs } from './contact-form.js';

/** All that a style sheet can reach, where it is. */
export default { ...meta, title: 'Contact form/Anatomy' };

const form = (args: ContactFormArgs, content: TemplateResult = contacts) =>
  contactForm({ answer: 'sent', persist: 'off', topic: 'question', ...args }, content);

const sends = async (stage: HTMLElement, until: string): Promise<void> => {
  const visitor = await Visitor.at(stage);
  const { name, email } = QUESTION;
  await visitor.fills({ name, email, message: 'Kaixo!' });
  await visitor.sends();
  await visitor.sees(until);
};

const scenes: readonly Scene[] = [
  {
    name: 'At first',
    shows: [],
    render: () =>
      form(
        { 'reply-by': 'either', 'accept': 'image/*', 'privacy-url': 'https://example.com/privacy' },
        html`<fieldset>
          <legend>What should we look at?</legend>
          <label><input type="checkbox" name="work" value="windows" /> Windows</label>
          <label><input type="checkbox" name="work" value="floors" /> Floors</label>
        </fieldset>`,
      ),
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('option');
    },
  },
  {
    name: 'Slots',
    shows: ['slot="heading"', 'slot="intro"', 'slot="rights"', 'slot="consent"', 'slot="captcha"'],
    render: () =>
      form(
        { topic: 'complaint' },
        html`
          <h2 slot="heading">What went wrong?</h2>
          <p slot="intro">Maialen reads every complaint.</p>
          ${rights}
          <span slot="consent">I agree that this is read.</span>
          <label slot="captcha">Three and four? <input name="captcha" /></label>
        `,
      ),
    play: async (stage) => {
      await (await Visitor.at(stage)).sees('consent');
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
    name: 'Files',
    shows: ['::part(file-list)'],
    render: () => form({ accept: 'image/*' }),
    play: async (stage) => {
      const visitor = await Visitor.at(stage);
      await visitor.chooses('attachment', photo);
      await visitor.sees('file-list');
    },
  },
  {
    name: 'Check',
    shows: ['::part(review)'],
    render: () => form({ review: true }),
    play: (stage) => sends(stage, 'review'),
  },
  {
    name: 'Sending',
    shows: ['::part(status)', ':state(busy)'],
    render: () => form({ answer: 'silent' }),
    play: async (stage) => {
      await sends(stage, 'status');
    },
  },
  {
    name: 'Not sent',
    shows: ['::part(failure)', '::part(retry-button)', '::part(contacts)'],
    render: () => form({ answer: 'offline' }),
    play: (stage) => sends(stage, 'failure'),
  },
  {
    name: 'Saved',
    shows: ['::part(delete-button)', ':state(saved)'],
    render: () => form({ ...NOWHERE }),
    play: (stage) => sends(stage, 'end'),
  },
  {
    name: 'Sent',
    shows: ['::part(end)', '::part(reference)', 'slot="thanks"', ':state(sent)'],
    render: () => form({}, html`<p slot="thanks">We go through the post at nine and at four.</p>`),
    play: (stage) => sends(stage, 'end'),
  },
  {
    name: 'A message kept',
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

export const Anatomy = anatomy('harreman-contact-form', scenes);
