import { html } from 'hono/html';
import { page, type Html, type PlainFrame } from './layout.js';

export const notFoundPage = ({ words, here }: PlainFrame): Html => {
  const { title, heading, text } = words.text.frame.errors.notFound;
  return page({
    frame: { words, here },
    title,
    content: html`<h1>${heading}</h1>
      <p>${text}</p>`,
  });
};

/** A refusal in words for its page. */
export interface ErrorText {
  readonly heading: string;
  readonly text: string;
}

export const errorPage = ({ words }: PlainFrame, { heading, text }: ErrorText): Html =>
  page({
    frame: { words },
    title: heading,
    content: html`<h1>${heading}</h1>
      <p>${text}</p>
      <p><a href="/inbox">${words.text.frame.backToInbox}</a></p>`,
  });
