import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/contact-form.js';
import '../../src/define/faq-chat.js';
import { endpoints } from '../support/endpoints.js';
import {
  callbackButton,
  links,
  meta,
  opens,
  representative,
  sees,
  writes,
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';

/** Each story gets there as a visitor would. */
export default {
  ...meta,
  title: 'Callback button/Overview',
} satisfies CallbackMeta;

/** Every attribute as a control, every event in the Actions panel. */
export const Playground: CallbackStory = {};

/** At the corner of the window, in the top layer. */
export const Floating: CallbackStory = { args: { floating: true } };

/** The owner's links in the order in which they help now, the hours, and the form. */
export const Open: CallbackStory = {
  args: { floating: true },
  play: ({ canvasElement }) => opens(canvasElement),
};

/** Nobody is there: it is said when somebody is, and a call comes last. */
export const Closed: CallbackStory = {
  args: { hours: 'Mo-Su 00:00-00:01', timezone: 'Asia/Tbilisi' },
  play: async ({ canvasElement }) => {
    await opens(canvasElement);
    await sees(canvasElement, '#panel [part~=presence]:not(:empty)');
    const last = (await sees(canvasElement, '[part~=channels] > li:last-child a')) as HTMLAnchorElement;
    await waitFor(() => expect(last.getAttribute('href')).toMatch(/^tel:/));
  },
};

/** The person whom one will talk to, to be kept as a contact. */
export const Representative: CallbackStory = {
  render: (args) => callbackButton(args, html`${links}${representative}`),
  play: async ({ canvasElement }) => {
    await opens(canvasElement);
    await sees(canvasElement, '[part~=contact-card]');
  },
};

/** One button for everything: other widgets in `slot="panel"`. */
export const Everything: CallbackStory = {
  args: { floating: true },
  render: (args) =>
    callbackButton(
      args,
      html`${links}
        <harreman-faq-chat slot="panel" data-title="Ask a question" heading="" persist="off">
          <details>
            <summary>When are you open?</summary>
            From nine to six.
          </details>
        </harreman-faq-chat>
        <harreman-contact-form
          slot="panel"
          data-title="Write a message"
          heading=""
          persist="off"
          .transport=${endpoints.sent}
        ></harreman-contact-form>`,
    ),
  play: ({ canvasElement }) => opens(canvasElement),
};

/** What the number was taken for is said back before it is sent. */
export const NumberUnderstood: CallbackStory = {
  play: async ({ canvasElement }) => {
    await writes(canvasElement, '943 000 000');
    await waitFor(async () =>
      expect((await sees(canvasElement, '[part~=reading]')).textContent).toContain('+34 943 00 00 00'),
    );
  },
};

/** A number that no plan has is asked about, not refused. */
export const NumberDoubted: CallbackStory = {
  play: async ({ canvasElement }) => {
    await writes(canvasElement, '123 45 67');
    await sees(canvasElement, '#country');
    await userEvent.click(await sees(canvasElement, '[part~=submit-button]'));
    await sees(canvasElement, '[part~=error-summary]');
  },
};

/** Number and window are told from what was sent; and it can be taken back. */
export const Sent: CallbackStory = {
  play: async ({ canvasElement }) => {
    await writes(canvasElement, '943 000 000');
    await userEvent.click(await sees(canvasElement, '[part~=submit-button]'));
    await sees(canvasElement, '[part~=cancel-button]');
  },
};

/** The truth about a request that could not be sent, and the owner's phone beside it. */
export const NotSent: CallbackStory = {
  args: { answer: 'offline' },
  play: async ({ canvasElement }) => {
    await writes(canvasElement, '943 000 000');
    await userEvent.click(await sees(canvasElement, '[part~=submit-button]'));
    await sees(canvasElement, '[part~=failure]');
  },
};
