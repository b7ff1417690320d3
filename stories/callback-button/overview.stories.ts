import {
  callbackButton,
  links,
  meta,
  representative,
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';
import { html } from 'lit';

export default {
  ...meta,
  title: 'Callback button/Overview',
} satisfies CallbackMeta;

/** Every attribute as a control, every event in the Actions panel; `answer` decides how sending ends. */
export const Playground: CallbackStory = {
  args: {
    'floating': false,
    'hours': 'Mo-Fr 09:00-18:00; PH off',
    'closed': '2026-12-24/2027-01-06',
    'holidays': '2026-12-08, 2026-12-25',
    'window-minutes': '120',
    'whatsapp-text': 'Kaixo!',
    'privacy-url': 'https://example.com/privacy',
    'heading': 'Talk to us',
    'heading-level': '2',
    'persist': 'off',
  },
  render: (args) => callbackButton(args, html`${links}${representative}`),
};

/** Nothing but the owner's links: one button to each way to a person, and a call back. */
export const Overview: CallbackStory = {};
