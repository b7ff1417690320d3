import { html } from 'lit';
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

/** The parts, each with its name, as a style sheet of the page can reach them: `harreman-contact-form::part(label)`. */
export const Anatomy: ContactFormStory = {
  args: {
    'topic': 'suggestion',
    'reply-within': '2',
    'accept': 'image/*',
    'privacy-url': 'https://example.com/privacy',
  },
  render: (args) => html`
    <style>
      .anatomy harreman-contact-form {
        --harreman-space: 1.75em;
      }
      .anatomy harreman-contact-form::part(heading),
      .anatomy harreman-contact-form::part(field),
      .anatomy harreman-contact-form::part(label),
      .anatomy harreman-contact-form::part(control),
      .anatomy harreman-contact-form::part(hint),
      .anatomy harreman-contact-form::part(file-button),
      .anatomy harreman-contact-form::part(submit-button) {
        outline: 1px dashed color-mix(in srgb, currentColor 45%, transparent);
        outline-offset: 3px;
      }
      .anatomy harreman-contact-form::part(heading)::after,
      .anatomy harreman-contact-form::part(field)::after,
      .anatomy harreman-contact-form::part(label)::after,
      .anatomy harreman-contact-form::part(hint)::after {
        padding-inline-start: 0.75em;
        font:
          500 12px ui-monospace,
          monospace;
      }
      .anatomy harreman-contact-form::part(heading)::after {
        content: '::part(heading)';
      }
      .anatomy harreman-contact-form::part(field)::after {
        content: '::part(field), with its ::part(control)';
        padding-inline-start: 0;
      }
      .anatomy harreman-contact-form::part(label)::after {
        content: '::part(label)';
      }
      .anatomy harreman-contact-form::part(hint)::after {
        content: '::part(hint)';
      }
    </style>
    <div class="anatomy">${contactForm(args)}</div>
  `,
};
