import { userEvent, waitFor, expect } from 'storybook/test';
import {
  asksForCall,
  meta,
  opens,
  sees,
  writes,
  type CallbackMeta,
  type CallbackStory,
} from './callback-button.js';

/** Where a request can stand. Each story gets there as a visitor would. */
export default {
  ...meta,
  title: 'Callback button/States',
} satisfies CallbackMeta;

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

/** The answer takes its time. */
export const Sending: CallbackStory = {
  args: { answer: 'silent' },
  play: ({ canvasElement }) => asksForCall(canvasElement, '[part~=status]:not(:empty)'),
};

/** Number and window are told from what was sent; and it can be taken back. */
export const Sent: CallbackStory = {
  play: ({ canvasElement }) => asksForCall(canvasElement, '[part~=cancel-button]'),
};

/** Kept on this device, to be sent later. */
export const Saved: CallbackStory = {
  args: { answer: 'saved' },
  play: ({ canvasElement }) => asksForCall(canvasElement, '[part~=end]'),
};

/** The truth about a request that could not be sent, and the owner's phone beside it. */
export const NotSent: CallbackStory = {
  args: { answer: 'offline' },
  play: ({ canvasElement }) => asksForCall(canvasElement, '[part~=failure]'),
};
