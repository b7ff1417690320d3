import { expect } from 'storybook/test';
import { contacts } from '../support/form-args.js';
import { Visitor } from '../support/visitor.js';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** Ready-made looks: one style sheet each, of nothing but custom properties. */
export default {
  ...meta,
  title: 'Contact form/Themes',
  args: {
    'answer': 'sent',
    'reply-within': '2',
    'accept': 'image/*',
    'privacy-url': 'https://example.com/privacy',
  },
  render: (args) => contactForm(args, contacts),
  // A colour that a browser can't read leaves the button without any, and no rule of accessibility minds.
  play: async ({ canvasElement }) => {
    const button = await (await Visitor.at(canvasElement)).sees('submit-button');
    await expect(getComputedStyle(button).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  },
} satisfies ContactFormMeta;

export const Default: ContactFormStory = { globals: { theme: 'default' } };

export const Calm: ContactFormStory = { globals: { theme: 'calm' } };

export const Contrast: ContactFormStory = { globals: { theme: 'contrast' } };

export const Rounded: ContactFormStory = { globals: { theme: 'rounded' } };

export const Neutral: ContactFormStory = { globals: { theme: 'neutral' } };

export const Warm: ContactFormStory = { globals: { theme: 'warm' } };

export const Dark: ContactFormStory = { globals: { theme: 'dark' } };

export const Brand: ContactFormStory = { globals: { theme: 'brand' } };
