import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageContext } from '../../src/submission/context.js';
import { rememberSource } from '../../src/submission/source.js';

const read = (href: string, { title = '', referrer = '' } = {}) => pageContext({ href, title, referrer });
const urlOf = (href: string) => read(href).page_url;

test('the context has the page, its title, referrer, campaign and clicks, and nothing that is empty', () => {
  const query =
    'utm_source=news&utm_medium=mail&utm_campaign=udazkena+2026&utm_term=a&utm_content=b&gclid=Cj0&fbclid=I&other=1';
  assert.deepEqual(
    read(`https://shop.example/eu/?${query}`, { title: 'Denda', referrer: 'https://a.example/x?q=1' }),
    {
      page_url: `https://shop.example/eu/?${query}`,
      page_title: 'Denda',
      referrer: 'https://a.example/x?q=1',
      utm_source: 'news',
      utm_medium: 'mail',
      utm_campaign: 'udazkena 2026',
      utm_term: 'a',
      utm_content: 'b',
      gclid: 'Cj0',
      fbclid: 'I',
    },
  );
  assert.deepEqual(read('https://shop.example/'), { page_url: 'https://shop.example/' });
});

test('fragment, user and password never leave', () => {
  assert.equal(urlOf('https://ane:secret@shop.example:8443/a#token=1'), 'https://shop.example:8443/a');
});

test('parameters that are personal by name are left out, the others stay as written', () => {
  const kept = 'p=17&hotel=3&lang=eu&color=dark%20red&empty=&flag&q=caf%C3%A9';
  assert.equal(urlOf(`https://a.example/?${kept}`), `https://a.example/?${kept}`);
  const personal = [
    'name=Ane',
    'firstName=Ane',
    'user_email=x',
    'e-mail=x',
    'Phone=1',
    'tel=1',
    'mobile=1',
    'token=x',
    'access_token=x',
    'key=x',
    'session_id=x',
    'password=x',
    'harreman-respondent=abc',
    'n%61me=Ane',
  ];
  for (const pair of personal)
    assert.equal(urlOf(`https://a.example/?p=17&${pair}`), 'https://a.example/?p=17', pair);
});

test('values that look like an address or a phone number are left out, dates and short numbers are not', () => {
  for (const value of [
    'ane%40mail.example',
    'ane@mail.example',
    'ane%2540mail.example',
    '%2B34943000000',
    '+371 29 123 456',
    '943-00-00-00',
    '(995) 322 000 000',
  ]) {
    assert.equal(urlOf(`https://a.example/?v=${value}`), 'https://a.example/', value);
  }
  for (const value of ['2026-11-22', '1234567', '3.5', 'a@', '@here']) {
    assert.equal(urlOf(`https://a.example/?v=${value}`), `https://a.example/?v=${value}`, value);
  }
});

test('campaign numbers may be as long as phone numbers, but no campaign may be an address', () => {
  assert.equal(read('https://a.example/?utm_campaign=12345678901').utm_campaign, '12345678901');
  assert.match(urlOf('https://a.example/?utm_campaign=12345678901'), /12345678901/);
  const leaked = read('https://a.example/?utm_content=ane@mail.example');
  assert.equal(leaked.utm_content, undefined);
  assert.equal(leaked.page_url, 'https://a.example/');
});

test('an address within the path is removed, a profile name is not', () => {
  assert.equal(urlOf('https://a.example/leave/ane@mail.example/ok'), 'https://a.example/leave/removed/ok');
  assert.equal(urlOf('https://a.example/leave/ane%40mail.example'), 'https://a.example/leave/removed');
  assert.equal(urlOf('https://a.example/@ane'), 'https://a.example/@ane');
});

test('of a page that is not on the web only the scheme is told', () => {
  assert.equal(urlOf('file:///home/ane/secret.html?x=1'), 'file:');
  assert.equal(urlOf('about:srcdoc'), 'about:');
  assert.equal(urlOf(`data:text/html,${'x'.repeat(9999)}`), 'data:');
  assert.equal(
    read('https://a.example/', { referrer: 'android-app://com.google.android.gm/' }).referrer,
    'android-app://com.google.android.gm',
  );
  assert.equal(urlOf('nonsense'), '');
});

test('everything is bounded and on one line', () => {
  const long = read(
    `https://a.example/${'a'.repeat(3000)}?utm_source=${'s'.repeat(400)}&x=${'y'.repeat(3000)}`,
    {
      title: `A\r\nB${'t'.repeat(900)}`,
    },
  );
  assert.equal(long.page_url.length, 2048);
  assert.equal(long.page_title?.length, 499);
  assert.match(long.page_title, /^A B/);
  assert.equal(long.utm_source?.length, 300);
});

test('a long address without an end is read in linear time', () => {
  const started = performance.now();
  urlOf(`https://a.example/${'a'.repeat(200_000)}?v=${'1 '.repeat(100_000)}&w=${'-'.repeat(200_000)}`);
  assert.ok(performance.now() - started < 500);
});

/** A tab's storage. */
const storage = (entries = new Map<string, string>()) =>
  ({
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }) as Storage;

test('the source of a visit is that of its first page', () => {
  const tab = storage();
  const first = read('https://a.example/land?utm_source=news&gclid=g', { referrer: 'https://b.example/' });
  assert.deepEqual(
    rememberSource(() => tab, first),
    { ...first, landing_page: first.page_url },
  );
  const later = read('https://a.example/contact', { title: 'Contact', referrer: 'https://a.example/land' });
  assert.deepEqual(
    rememberSource(() => tab, later),
    {
      page_url: 'https://a.example/contact',
      page_title: 'Contact',
      landing_page: 'https://a.example/land?utm_source=news&gclid=g',
      referrer: 'https://b.example/',
      utm_source: 'news',
      gclid: 'g',
    },
  );
});

test('a page that brings a campaign begins a new visit', () => {
  const tab = storage();
  rememberSource(() => tab, read('https://a.example/', { referrer: 'https://b.example/' }));
  rememberSource(() => tab, read('https://a.example/sale?utm_source=ads'));
  const later = rememberSource(
    () => tab,
    read('https://a.example/contact', { referrer: 'https://a.example/sale' }),
  );
  assert.equal(later.landing_page, 'https://a.example/sale?utm_source=ads');
  assert.equal(later.utm_source, 'ads');
  assert.equal(later.referrer, undefined);
});

test('storage that is blocked, full, or holds something else costs nothing but the memory', () => {
  const page = read('https://a.example/');
  const here = { ...page, landing_page: 'https://a.example/' };
  const blocked = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  assert.deepEqual(rememberSource(blocked, page), here);
  for (const found of [
    '',
    'null',
    '[]',
    '{}',
    '{"landing_page":7}',
    '{"landing_page":',
    '{"__proto__":{"landing_page":"x"}}',
  ]) {
    const tab = storage(new Map([['harreman:source', found]]));
    assert.deepEqual(
      rememberSource(() => tab, page),
      here,
      found,
    );
  }
  const stored = JSON.stringify({
    landing_page: 'https://a.example/x',
    utm_source: 5,
    isAdmin: 'yes',
    page_url: 'no',
  });
  const tab = storage(new Map([['harreman:source', stored]]));
  assert.deepEqual(
    rememberSource(() => tab, page),
    { ...page, landing_page: 'https://a.example/x' },
  );
});
