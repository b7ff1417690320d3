import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  asksForCall,
  callbackButton,
  meta,
  opens,
  sees,
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';

/** How the button answers to what a visitor does. */
export default {
  ...meta,
  title: 'Callback button/Behaviours',
} satisfies CallbackMeta;

/** Any link to `#harreman-callback` opens it. */
export const OpenedByALink: CallbackStory = {
  args: { floating: true },
  render: (args) =>
    html`<p><a href="#harreman-callback" target="_self">Shall we call you?</a></p>
      ${callbackButton(args)}`,
  play: async ({ canvasElement }) => {
    await sees(canvasElement, '[part~=launcher]');
    await userEvent.click(canvasElement.querySelector('p a')!);
    await sees(canvasElement, '#panel:not(.closed)');
  },
};

/** For those who read this on another screen than that of their phone. */
export const Code: CallbackStory = {
  play: async ({ canvasElement }) => {
    await opens(canvasElement);
    await userEvent.click(await sees(canvasElement, '[part~=qr-button]'));
    await sees(canvasElement, '[part~=qr]');
  },
};

/** A request is taken back, and the owner told so. */
export const TakenBack: CallbackStory = {
  play: async ({ canvasElement }) => {
    await asksForCall(canvasElement, '[part~=cancel-button]');
    await userEvent.click(await sees(canvasElement, '[part~=cancel-button]'));
    const { shadowRoot } = canvasElement.querySelector('harreman-callback-button')!;
    await waitFor(() => expect(shadowRoot!.querySelector('[part~=cancel-button]')).toBeNull());
  },
};
