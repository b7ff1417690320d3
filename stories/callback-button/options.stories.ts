import { html } from 'lit';
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
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';

/** What an owner decides, by attributes and by ordinary HTML inside the tag. */
export default {
  ...meta,
  title: 'Callback button/Options',
  play: ({ canvasElement }) => opens(canvasElement),
} satisfies CallbackMeta;

/** At the corner of the window, in the top layer. */
export const Floating: CallbackStory = { args: { floating: true }, play: async () => {} };

/** Opening hours in the company's time zone, and within them windows of so many minutes. */
export const Hours: CallbackStory = {
  args: { 'hours': 'Mo-Fr 09:00-13:00,15:00-18:00', 'timezone': 'Asia/Tbilisi', 'window-minutes': '120' },
};

/** Labelled controls are asked for with the call. */
export const OwnHtml: CallbackStory = {
  name: 'Owner’s HTML',
  render: (args) =>
    callbackButton(
      args,
      html`${links}<label
          >What is it about?
          <select name="topic">
            <option value="visit">A visit</option>
            <option value="bill">A bill</option>
          </select></label
        >`,
    ),
};

/** The address of the privacy policy brings the consent box. */
export const Consent: CallbackStory = { args: { 'privacy-url': 'https://example.com/privacy' } };

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
};

/** The owner's own words, by the keys of the catalogue. */
export const OwnWords: CallbackStory = { args: { messages: { launcher: 'Maialen calls you' } } };
