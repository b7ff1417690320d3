import { contacts } from '../support/form-args.js';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

export default {
  ...meta,
  title: 'Contact form/Overview',
} satisfies ContactFormMeta;

/** Every attribute as a control, every event in the Actions panel; `answer` decides how sending ends. */
export const Playground: ContactFormStory = {
  args: {
    'reply-within': '2',
    'reply-by': 'email',
    'heading': 'Write to us',
    'heading-level': '2',
    'privacy-url': 'https://example.com/privacy',
    'accept': 'image/*,.pdf',
    'max-files': '3',
    'max-file-size': '5MB',
    'persist': 'on',
    'review': false,
    'remember-source': false,
  },
  render: (args) => contactForm(args, contacts),
};

/** Nothing but the tag: a topic, a name, an e-mail address, and the message. */
export const Overview: ContactFormStory = {};
