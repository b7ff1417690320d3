import { expect, waitFor } from 'storybook/test';
import type { EntryState } from '../../src/delivery/outbox/entry.js';
import { contacts } from '../support/form-args.js';
import { keepMessages } from '../support/kept.js';
import { Visitor } from '../support/visitor.js';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/**
 * What has become of messages that were kept on the visitor's device. The form on the next page tells it: the one the
 * message was written in, else another of the page.
 */
export default {
  ...meta,
  title: 'Contact form/Kept messages',
  render: (args) => contactForm(args, contacts),
} satisfies ContactFormMeta;

const kept = (...states: readonly EntryState[]): ContactFormStory => ({
  beforeEach: () => keepMessages(...states),
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    const notices = (): number => visitor.form.shadowRoot!.querySelectorAll('[part=notice]').length;
    await waitFor(() => expect(notices()).toBe(states.length));
  },
});

/** It waits for the network or the endpoint. The visitor can take it back. */
export const Waiting = kept('saved');

/** It has gone out since. */
export const SentLater = kept('sent');

/** It may have arrived, and the endpoint could not tell a second from the first: the visitor decides. */
export const Unconfirmed = kept('unconfirmed');

/** The endpoint found something wrong: it goes back into the form. */
export const Rejected = kept('rejected');

/** The endpoint is not what it was: only the owner can mend that. */
export const Parked = kept('parked');

/** Three days have passed: it isn't sent without asking. */
export const Expired = kept('expired');

/** Several at once. */
export const Several = kept('sent', 'saved', 'unconfirmed', 'rejected');
