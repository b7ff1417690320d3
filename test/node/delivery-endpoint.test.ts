import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEndpoint } from '../../src/delivery/endpoint.js';
import { checkProfileName, profileFor } from '../../src/delivery/profiles/index.js';
import { parseRetryAfter } from '../../src/delivery/retry-after.js';

const PAGE = 'https://shop.example/eu/contact?x=1#here';

const diagnosis = (value: string | null | undefined, page = PAGE): string => {
  const checked = checkEndpoint(value, page);
  assert.equal(typeof checked, 'string', `${value} was taken`);
  return checked as string;
};
const address = (value: string, page = PAGE): string => String(checkEndpoint(value, page));

test('an address is taken as it is, or relative to the page', () => {
  assert.equal(address(' https://a.example/f?x=1 '), 'https://a.example/f?x=1');
  assert.equal(address('/submissions'), 'https://shop.example/submissions');
  assert.equal(address('mail.php'), 'https://shop.example/eu/mail.php');
  assert.equal(address('//a.example/x'), 'https://a.example/x');
  assert.equal(address('https://a.example/f#top'), 'https://a.example/f');
});

test('what can never work is refused with the attribute and its value', () => {
  const scripts = [
    'javascript:alert(1)',
    'JaVa\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'mailto:a@b.example',
    'file:///etc',
  ];
  for (const value of scripts) {
    assert.match(diagnosis(value), /http or https/);
    assert.ok(diagnosis(value).startsWith(`endpoint="${value}"`));
  }
  for (const value of [undefined, null, '', '  ']) assert.match(diagnosis(value), /^endpoint is missing/);
  for (const value of ['https://', 'http://a b/', 'https://a.example:99999/'])
    assert.match(diagnosis(value), /no address/);
  assert.match(diagnosis('/submissions', 'about:srcdoc'), /write it whole/);
  assert.ok(diagnosis(`data:,${'x'.repeat(9999)}`).length < 300);
});

test('an address that lacks its https:// is refused, and not taken for a page of the site', () => {
  for (const value of [
    'formspree.io/f/abc',
    'Hook.eu1.make.com/x',
    'my-shop.app.n8n.cloud/webhook/1',
    'www.shop.eus/in',
  ])
    assert.match(diagnosis(value), /^endpoint=".+" is no address here: write it whole, with https:\/\//);
  for (const value of [
    'mail.php',
    'index.php/contact',
    'Forms.asmx/Send',
    'contact.aspx/Send',
    'mail.svc/send',
    'form.jsp/in',
    'contact.html/x',
    'v1.2/in',
    './formspree.io/f',
    'forms/a.com',
    'com/in',
  ])
    assert.ok(address(value).startsWith('https://shop.example/eu/'), value);
});

test('a password in the address is refused, and not repeated', () => {
  for (const value of ['https://ane:hunter2@a.example/', 'https://hunter2@a.example/']) {
    assert.match(diagnosis(value), /endpoint on a\.example.*user or password/);
    assert.doesNotMatch(diagnosis(value), /hunter2/);
  }
});

test('http on an https page is refused but for this machine; on an http page it is fine', () => {
  assert.match(diagnosis('http://a.example/f'), /endpoint="http:\/\/a\.example\/f".*mixed content/);
  assert.match(diagnosis('http://localhost.example/'), /mixed content/);
  assert.match(diagnosis('http://127.evil.example/'), /mixed content/);
  for (const local of [
    'http://localhost:8080/',
    'http://x.localhost/',
    'http://127.0.0.1:1/',
    'http://[::1]:8080/',
  ]) {
    assert.equal(address(local), local);
  }
  assert.equal(address('http://a.example/f', 'http://shop.example/'), 'http://a.example/f');
});

const profileName = (name: string | undefined, endpoint: string, page = PAGE) =>
  profileFor(name, endpoint, page).name;

test('a profile is chosen by name, in any case of letters, then by address, then json', () => {
  assert.equal(profileName('text', 'https://formspree.io/f/x'), 'text');
  assert.equal(profileName(' Apps-Script ', '/x'), 'apps-script');
  assert.equal(profileName(undefined, 'https://formspree.io/f/x'), 'formspree');
  assert.equal(profileName('', 'https://api.web3forms.com/submit'), 'web3forms');
  assert.equal(profileName(undefined, 'https://script.google.com/macros/s/AK/exec'), 'apps-script');
  const others = [
    'https://a.example/submissions',
    'https://formspree.io.evil.example/f/x',
    'https://xformspree.io/f/x',
    'https://web3forms.com/submit',
    'https://script.google.com/home',
    'javascript:x',
  ];
  for (const other of others) assert.equal(profileName(undefined, other), 'json', other);
});

test('netlify is chosen only for a page of the site, never for its functions', () => {
  const page = 'https://txoko.netlify.app/eu/kontaktua';
  assert.equal(profileName(undefined, '/', page), 'netlify');
  assert.equal(profileName(undefined, '/eu/kontaktua', page), 'netlify');
  assert.equal(profileName(undefined, '/.netlify/functions/mail', page), 'json');
  assert.equal(profileName(undefined, 'https://other.netlify.app/', page), 'json');
  assert.equal(profileName(undefined, '/', 'https://shop.example/'), 'json');
});

test('a profile that there is not is named, with those that there are', () => {
  assert.equal(checkProfileName(undefined), undefined);
  assert.equal(checkProfileName('harreman'), undefined);
  assert.match(checkProfileName('formspre')!, /^profile="formspre" is not one of: json, form, .*harreman$/);
  for (const name of ['__proto__', 'constructor']) assert.match(checkProfileName(name)!, /is not one of/);
});

const NOW = Date.parse('Sun, 06 Nov 1994 08:49:37 GMT');

test('Retry-After is read as seconds or as a date', () => {
  assert.equal(parseRetryAfter('120', NOW), 120_000);
  assert.equal(parseRetryAfter(' 0 ', NOW), 0);
  assert.equal(parseRetryAfter('Sun, 06 Nov 1994 08:50:07 GMT', NOW), 30_000);
  assert.equal(parseRetryAfter('Sun, 06 Nov 1994 08:00:00 GMT', NOW), 0);
  assert.equal(parseRetryAfter('315360000', NOW), 315_360_000_000); // Ten years are for the caller to judge.
});

test('a Retry-After that is neither is as if there were none', () => {
  for (const value of [
    null,
    '',
    'soon',
    '-5',
    '1.5',
    '1e3',
    '5 minutes',
    'try later 5',
    '99999999999999999999',
    'Xxx, 99 Yyy 1994 08:49:37 GMT',
  ]) {
    assert.equal(parseRetryAfter(value, NOW), undefined, String(value));
  }
});
