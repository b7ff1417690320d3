/** What the page's own service worker answers is not what the endpoint does. */
import { contactForm, endPanel, failurePanel, fillIn, QUESTION, send } from './support/contact-form.js';
import { html, script } from './support/pages.js';
import { test } from './support/test.js';
import { expect } from '@playwright/test';

/** A common recipe: whatever can't be fetched is the page that says so, with status 200. */
const OFFLINE_PAGE = `
  addEventListener('install', (event) => event.waitUntil(caches.open('v1').then((cache) => cache.add('/offline'))));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    if (new URL(event.request.url).origin === location.origin)
      event.respondWith(fetch(event.request).catch(() => caches.match('/offline')));
  });`;

test('the page of a service worker for times without a network is no thanks', async ({ page, startSite }) => {
  let isDown = true;
  const posts: string[] = [];
  const site = await startSite({
    onRequest: (request, response) => {
      if (isDown && request.method === 'POST') request.socket.destroy();
      else if (request.method === 'POST') {
        posts.push(String(request.url));
        // The page of thanks of a mail script.
        request.resume().once('end', () => response.writeHead(303, { location: '/thanks' }).end());
      } else response.writeHead(204).end();
    },
  });
  site.put('/worker.js', { body: OFFLINE_PAGE, headers: { 'content-type': 'text/javascript' } });
  site.put('/offline', '<!doctype html><h1>There is no network</h1>');
  site.put('/thanks', '<!doctype html><h1>Thank you</h1>');
  const head = script(site, '/contact.php', 'data-profile="form"');
  const body = '<harreman-contact-form></harreman-contact-form>';
  await page.goto(site.put('/', html({ head, body })));
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js');
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => (navigator.serviceWorker.oncontrollerchange = resolve));
  });
  const form = contactForm(page);
  await fillIn(form, QUESTION);
  await send(form);
  await expect(failurePanel(form)).toContainText('We could not confirm that your message arrived');
  isDown = false;
  await form.getByRole('button', { name: /again/ }).click();
  await expect(endPanel(form)).toContainText('has been sent');
  expect(posts).toEqual(['/contact.php']);
});
