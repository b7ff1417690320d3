import { html } from 'hono/html';
import { page, type Html } from './layout.js';

export const notFoundPage = (): Html =>
  page({
    title: 'Not found',
    content: html`<h1>There is nothing here</h1>
      <p>The address may be mistyped, or what was here is gone.</p>`,
  });

export const errorPage = (heading: string, text: string): Html =>
  page({
    title: heading,
    content: html`<h1>${heading}</h1>
      <p>${text}</p>
      <p><a href="/inbox">Back to the inbox</a></p>`,
  });
