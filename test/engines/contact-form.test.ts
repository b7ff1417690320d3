import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { startReceiver, type Receiver } from '../e2e/support/receiver.js';
import { startFirefox, startWebKit, type Engine } from './browsers.js';

const PAGES: Record<string, { html: (endpoint: string) => string; headers?: Record<string, string> }> = {
  '/en': {
    html: (endpoint) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><script src="/cdn/harreman.js" data-endpoint="${endpoint}" data-profile="harreman"></script><harreman-contact-form></harreman-contact-form></html>`,
  },
  '/eu': {
    html: (endpoint) =>
      `<!doctype html><html lang="eu"><meta charset="utf-8"><script src="/cdn/harreman.js" defer></script><harreman-contact-form endpoint="${endpoint}" topic="complaint" review></harreman-contact-form></html>`,
  },
  '/ka': {
    html: (endpoint) =>
      `<!doctype html><html lang="ka" dir="rtl"><meta charset="utf-8"><script type="module" src="/cdn/harreman.js"></script><harreman-contact-form endpoint="${endpoint}"></harreman-contact-form></html>`,
  },
  '/strict': {
    html: (endpoint) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><script src="/cdn/harreman.js"></script><harreman-contact-form endpoint="${endpoint}"></harreman-contact-form></html>`,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types harreman",
    },
  },
};

/** The shadow root of the page's form. */
const ROOT = `document.querySelector('harreman-contact-form').shadowRoot`;

let receiver: Receiver;
let site: Server;
let origin: string;

before(async () => {
  receiver = await startReceiver();
  site = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const page = PAGES[path];
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      response.end(page.html(receiver.endpoint));
      return;
    }
    readFile(`dist${path}`).then(
      (file) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(file);
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

after(async () => {
  site.close();
  site.closeAllConnections();
  await receiver.close();
});

for (const [name, start] of [
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
] as const) {
  describe(`the contact form in ${name}`, { timeout: 180_000 }, () => {
    let engine: Engine;
    before(async () => {
      engine = await start();
    });
    after(() => engine.close());

    /** Waits until an expression in the page is true; its value. */
    const until = async <T>(expression: string): Promise<T> => {
      for (const started = Date.now(); ;) {
        const value = await engine.run<T>(`try { return ${expression} } catch { return undefined }`);
        if (value) return value;
        if (Date.now() - started > 20_000) throw new Error(`${name} waited in vain for ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const open = async (path: string): Promise<void> => {
      await engine.open(origin + path);
      await until(`${ROOT}.querySelector('[part~=submit-button]') !== null`);
    };
    const write = async (field: string, text: string): Promise<void> => {
      await engine.run(`${ROOT}.querySelector('[name=${field}]').focus()`);
      await engine.type(text);
    };

    test('sends what was typed, once, though Enter is pressed twice', async () => {
      const earlier = (await receiver.rows()).length;
      await open('/en');
      await engine.run(`${ROOT}.querySelector('[name=topic]').focus()`);
      await engine.press('Space');
      await write('email', 'ane@example.com');
      await write('message', 'Does it work here?');
      await write('name', 'Ane');
      await engine.press('Enter');
      await engine.press('Enter');
      const reference = await until<string>(`${ROOT}.querySelector('[part~=reference]').textContent`);
      const rows = await receiver.rows();
      assert.equal(rows.length, earlier + 1);
      assert.equal(rows[0]?.reference, reference.trim());
      assert.equal(await engine.run(`return ${ROOT}.activeElement.id`), 'end');
    });

    test('leads to what is missing', async () => {
      await open('/en');
      await engine.run(`${ROOT}.querySelector('[name=name]').focus()`);
      await engine.press('Enter');
      await until(`${ROOT}.activeElement.id === 'summary'`);
      assert.equal(await engine.run(`return ${ROOT}.querySelectorAll('[part~=error-summary] a').length`), 4);
      await engine.run(`${ROOT}.querySelectorAll('[part~=error-summary] a')[1].click()`);
      await until(`${ROOT}.activeElement.name === 'name'`);
    });

    test('speaks Basque, and writes its dates', async () => {
      await open('/eu');
      await write('name', 'Ane');
      await write('email', 'ane@example.com');
      await write('message', 'Apurtu egin da.');
      await engine.run(`const field = ${ROOT}.querySelector('[name=purchase_date]'); field.value = '2026-01-11';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))`);
      await engine.run(`${ROOT}.querySelector('[part~=submit-button]').click()`);
      const review = await until<string>(
        `/2026ko/.test(${ROOT}.textContent) && ${ROOT}.querySelector('[part~=review]').textContent`,
      );
      assert.match(review, /2026ko urtarrilaren 11(?!\p{L})/u);
    });

    test('speaks Georgian, from right to left where the page does', async () => {
      await open('/ka');
      assert.equal(await engine.run(`return ${ROOT}.querySelector('.root').dir`), 'rtl');
      assert.match(await engine.run<string>(`return ${ROOT}.textContent`), /გაგზავნა/);
    });

    test('works under a strict policy with Trusted Types', async () => {
      await open('/strict');
      await engine.run(
        `window.broken = []; document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective))`,
      );
      await write('name', 'Nino');
      await until(`${ROOT}.querySelector('[name=name]').value === 'Nino'`);
      assert.deepEqual(await engine.run(`return window.broken`), []);
    });
  });
}
