import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSettings } from '../../demo/receiver/settings.js';

const defaults = { port: 4173, dataDir: '/data', allowedOrigins: new Set<string>() };

it('has sensible settings where nothing is set', () => {
  for (const environment of [{}, { PORT: '', ALLOWED_ORIGINS: ' ', INBOX_PASSWORD: '' }]) {
    assert.deepEqual(readSettings(environment, defaults), {
      ...defaults,
      host: '127.0.0.1',
      databaseUrl: undefined,
      trustedProxies: 0,
      ratePerMinute: 60,
      spamThreshold: 80,
      inboxPassword: undefined,
    });
  }
});

it('reads every setting', () => {
  const settings = readSettings(
    {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/srv/harreman',
      DATABASE_URL: 'postgres://u:p@db/h',
      ALLOWED_ORIGINS: 'https://shop.example, http://localhost:8080',
      TRUST_PROXY: '1',
      RATE_LIMIT_PER_MINUTE: '600',
      SPAM_THRESHOLD: '50',
      INBOX_PASSWORD: 'twelve letters',
    },
    defaults,
  );
  assert.deepEqual(settings, {
    host: '0.0.0.0',
    port: 8080,
    dataDir: '/srv/harreman',
    databaseUrl: 'postgres://u:p@db/h',
    allowedOrigins: new Set(['https://shop.example', 'http://localhost:8080']),
    trustedProxies: 1,
    ratePerMinute: 600,
    spamThreshold: 50,
    inboxPassword: 'twelve letters',
  });
  assert.equal(readSettings({ ALLOWED_ORIGINS: '*' }, defaults).allowedOrigins, '*');
});

it('names every setting that makes no sense, with its value but for secrets', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://user:SECRET@host/db',
    ALLOWED_ORIGINS: 'https://shop.example/',
    TRUST_PROXY: 'yes',
    RATE_LIMIT_PER_MINUTE: '0',
    SPAM_THRESHOLD: '-1',
    INBOX_PASSWORD: 'SECRET',
  };
  assert.throws(
    () => readSettings(wrong, defaults),
    (error: Error) => {
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`^${name}`, 'm'));
      assert.match(error.message, /ALLOWED_ORIGINS="https:\/\/shop\.example\/"/);
      assert.doesNotMatch(error.message, /SECRET/);
      return true;
    },
  );
});

it('takes only origins as browsers send them', () => {
  for (const origins of [
    'shop.example',
    'https://shop.example/path',
    'https://SHOP.example',
    'https://shop.example:443',
    'https://*.shop.example',
    'null',
    'ftp://shop.example',
    'https://shop.example, *',
    ',',
  ]) {
    assert.throws(() => readSettings({ ALLOWED_ORIGINS: origins }, defaults), /ALLOWED_ORIGINS/, origins);
  }
});
