import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  callbackButton,
  meta,
  opens,
  sees,
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';

/** For everybody: the keyboard, narrow screens, large text, other directions. */
export default {
  ...meta,
  title: 'Callback button/Accessibility',
  play: ({ canvasElement }) => opens(canvasElement),
} satisfies CallbackMeta;

/** Escape closes the panel, and the focus goes back to the button. */
export const EscapeCloses: CallbackStory = {
  args: { floating: true },
  play: async ({ canvasElement }) => {
    const launcher = await sees(canvasElement, '[part~=launcher]');
    launcher.focus();
    await userEvent.keyboard('{Enter}');
    await sees(canvasElement, '#panel:not(.closed)');
    await userEvent.keyboard('{Escape}');
    await sees(canvasElement, '#panel.closed');
    const { shadowRoot } = canvasElement.querySelector('harreman-callback-button')!;
    await waitFor(() => expect(shadowRoot!.activeElement).toBe(launcher));
  },
};

/** 320 CSS pixels: a small phone, or 400 % zoom. */
export const Narrow: CallbackStory = {
  render: (args) => html`<div style="max-inline-size: 304px">${callbackButton(args)}</div>`,
};

/** Text twice as large, as a visitor's own setting would make it. */
export const LargeText: CallbackStory = {
  render: (args) => html`<div style="--harreman-font-size: 200%">${callbackButton(args)}</div>`,
};

/** The page reads from right to left; numbers and addresses do not. */
export const RightToLeft: CallbackStory = { globals: { direction: 'rtl' } };
