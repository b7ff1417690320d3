import assert from 'node:assert/strict';
import { it } from 'node:test';
import { InboxDates } from '../../demo/receiver/inbox/words/dates.js';
import { keepTimeOf, readSettings } from '../../demo/receiver/settings.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const defaults = { port: 4173, dataDir: '/data', allowedOrigins: new Set<string>() };

it('has sensible settings where nothing is set', () => {
  for (const environment of [{}, { PORT: '', ALLOWED_ORIGINS: ' ', INBOX_PASSWORD: '' }]) {
    const { appointments, ...settings } = readSettings(environment, defaults);
    assert.deepEqual(
      [appointments.slots, appointments.slotMinutes, appointments.atOnce, appointments.timeZone.name],
      [undefined, 30, 1, new Intl.DateTimeFormat().resolvedOptions().timeZone],
    );
    assert.deepEqual(settings, {
      ...defaults,
      host: '127.0.0.1',
      databaseUrl: undefined,
      trustedProxies: 0,
      ratePerMinute: 60,
      spamThreshold: 80,
      inboxPassword: undefined,
      inboxLanguage: undefined,
      mail: undefined,
      webhook: undefined,
      publicUrl: undefined,
      callbacks: {
        country: undefined,
        limits: { openPerNumber: 3, perNumberDay: 5, perAddressHour: 10, perHour: 60 },
      },
      messagesKeptDays: undefined,
      surveys: { secret: undefined, apiKey: undefined, perMinute: 30, keptDays: undefined },
    });
  }
});

it('reads every setting', () => {
  const { appointments, ...settings } = readSettings(
    {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/srv/harreman',
      DATABASE_URL: 'postgres://u:p@db/h',
      ALLOWED_ORIGINS: 'https://shop.example, http://localhost:8080',
      TRUST_PROXY: '1',
      RATE_LIMIT_PER_MINUTE: '600',
      SPAM_THRESHOLD: '50',
      INBOX_LANGUAGE: 'ka',
      INBOX_PASSWORD: 'twelve letters',
      SMTP_URL: 'smtp://user:p%40ss@mail.example:587',
      MAIL_TO: 'ane@example.eus, nino@საქართველო.გე',
      MAIL_FROM: 'web@example.eus',
      WEBHOOK_URL: 'https://hooks.example/a?b',
      WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'https://receiver.example/',
      COMPANY_NAME: 'Ur Garbia',
      HOURS: 'Mo-Fr 09:00-11:00; PH off',
      CLOSED: '2026-12-24/2027-01-06',
      HOLIDAYS: '2026-12-08',
      TIMEZONE: 'Asia/Tbilisi',
      SLOT_MINUTES: '20',
      BUFFER_MINUTES: '10',
      NOTICE_HOURS: '0',
      HORIZON_DAYS: '14',
      AT_ONCE: '3',
      PHONE_COUNTRY: 'ge',
      CALLBACKS_OPEN_PER_NUMBER: '1',
      CALLBACKS_PER_NUMBER_DAY: '2',
      CALLBACKS_PER_ADDRESS_HOUR: '3',
      CALLBACKS_PER_HOUR: '4',
      SURVEY_SECRET: 's'.repeat(32),
      SURVEY_API_KEY: 'k'.repeat(32),
      INVITATIONS_KEPT_DAYS: '365',
      MESSAGES_KEPT_DAYS: '730',
      INVITATIONS_PER_MINUTE: '120',
    },
    defaults,
  );
  const { slots, timeZone, slotMinutes, atOnce, companyName } = appointments;
  assert.deepEqual([timeZone.name, slotMinutes, atOnce, companyName], ['Asia/Tbilisi', 20, 3, 'Ur Garbia']);
  const now = Date.parse('2026-12-07T09:30:00+04:00');
  assert.deepEqual(slots?.range(now), { first: '2026-12-07', last: '2026-12-21' });
  assert.deepEqual(
    slots.on('2026-12-07', now).slots.map(({ minutes }) => minutes / 60),
    [9.5, 10, 10.5],
  );
  assert.equal(slots.on('2026-12-08', now).reason, 'holiday');
  assert.equal(slots.on('2026-12-24', Date.parse('2026-12-20T12:00:00Z')).reason, 'closed');
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
    inboxLanguage: 'ka',
    mail: {
      smtpUrl: 'smtp://user:p%40ss@mail.example:587',
      to: ['ane@example.eus', 'nino@საქართველო.გე'],
      from: 'web@example.eus',
    },
    webhook: { url: 'https://hooks.example/a?b', secret: SECRET },
    publicUrl: 'https://receiver.example',
    callbacks: {
      country: 'GE',
      limits: { openPerNumber: 1, perNumberDay: 2, perAddressHour: 3, perHour: 4 },
    },
    messagesKeptDays: 730,
    surveys: { secret: 's'.repeat(32), apiKey: 'k'.repeat(32), perMinute: 120, keptDays: 365 },
  });
  assert.equal(readSettings({ ALLOWED_ORIGINS: '*' }, defaults).allowedOrigins, '*');
});

it('names every setting that makes no sense, with its value but for secrets', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://user:hush@host/db',
    ALLOWED_ORIGINS: 'https://shop.example/',
    TRUST_PROXY: 'yes',
    RATE_LIMIT_PER_MINUTE: '0',
    SPAM_THRESHOLD: '-1',
    INBOX_PASSWORD: 'hush',
    SMTP_URL: 'https://user:hush@mail.example',
    MAIL_TO: 'a@example.com; b@example.com',
    MAIL_FROM: 'Ane <ane@example.eus>',
    WEBHOOK_URL: 'https://user:hush@hooks.example',
    WEBHOOK_SECRET: 'whsec_hush',
    PUBLIC_URL: 'https://receiver.example/inbox',
    COMPANY_NAME: 'Ur\r\nBcc: all@example.com',
    HOURS: 'Mo-Fr 09:00-25:61',
    CLOSED: '2026-02-31',
    HOLIDAYS: '2026-12-08/2026-12-01',
    TIMEZONE: '+01:00',
    SLOT_MINUTES: '0',
    BUFFER_MINUTES: '-5',
    NOTICE_HOURS: '8785',
    HORIZON_DAYS: '1.5',
    AT_ONCE: '0',
    PHONE_COUNTRY: 'Spain',
    CALLBACKS_OPEN_PER_NUMBER: '0',
    CALLBACKS_PER_NUMBER_DAY: '-1',
    CALLBACKS_PER_ADDRESS_HOUR: 'x',
    CALLBACKS_PER_HOUR: '1.5',
    SURVEY_SECRET: 'hush',
    SURVEY_API_KEY: 'hush',
    INVITATIONS_PER_MINUTE: '0',
  };
  assert.throws(
    () => readSettings(wrong, defaults),
    (error: Error) => {
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`^${name}`, 'm'));
      assert.match(
        error.message,
        /^HOURS: expected .* found "25:61" at character 13 of "Mo-Fr 09:00-25:61"$/m,
      );
      assert.match(
        error.message,
        /^CLOSED: expected a date that exists, .* at character 1 of "2026-02-31"$/m,
      );
      assert.match(error.message, /^SLOT_MINUTES="0": a whole number from 1 to 1440$/m);
      assert.match(error.message, /ALLOWED_ORIGINS="https:\/\/shop\.example\/"/);
      assert.doesNotMatch(error.message, /hush/);
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

it('wants the settings of mail and web-hook together', () => {
  const set = { SMTP_URL: 'smtp://mail.example', MAIL_TO: 'a@example.com', WEBHOOK_URL: 'https://h.example' };
  const problems = (environment: Record<string, string>) => {
    try {
      readSettings(environment, defaults);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.equal(problems({ SMTP_URL: set.SMTP_URL }), 'MAIL_TO: set it too, or leave SMTP_URL out');
  assert.equal(problems({ MAIL_TO: set.MAIL_TO }), 'SMTP_URL: set it too, or leave MAIL_TO out');
  assert.equal(
    problems({ WEBHOOK_URL: set.WEBHOOK_URL }),
    'WEBHOOK_SECRET: set it too, or leave WEBHOOK_URL out',
  );
  assert.equal(problems({ WEBHOOK_SECRET: SECRET }), 'WEBHOOK_URL: set it too, or leave WEBHOOK_SECRET out');
  const { mail } = readSettings({ SMTP_URL: set.SMTP_URL, MAIL_TO: set.MAIL_TO }, defaults);
  assert.equal(mail?.from, 'a@example.com', 'the sender is the owner, where nothing else is said');
});

it('wants hours where something about them is set', () => {
  for (const name of ['CLOSED', 'HOLIDAYS', 'AT_ONCE'])
    assert.throws(
      () => readSettings({ [name]: '2026', TIMEZONE: 'Europe/Riga' }, defaults),
      new RegExp(`^SettingsError: HOURS: set it too, or leave ${name} out`),
    );
  const { timeZone } = readSettings({ TIMEZONE: 'Europe/Riga' }, defaults).appointments;
  assert.equal(timeZone.name, 'Europe/Riga', 'the zone also says how the inbox writes times');
});

it('takes a secret for web-hooks only where it is as long as Standard Webhooks asks', () => {
  for (const [bytes, fits] of [
    [23, false],
    [24, true],
    [64, true],
    [65, false],
  ] as const) {
    const environment = {
      WEBHOOK_URL: 'https://h.example',
      WEBHOOK_SECRET: `whsec_${Buffer.alloc(bytes, 1).toString('base64')}`,
    };
    if (fits) readSettings(environment, defaults);
    else
      assert.throws(() => readSettings(environment, defaults), /^SettingsError: WEBHOOK_SECRET/, `${bytes}`);
  }
});

it('writes when a message came by the clocks by which appointments are written, unless other clocks are asked for', (t) => {
  const before = process.env['TZ'];
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  const came = (TZ: string) => {
    process.env['TZ'] = TZ;
    keepTimeOf(readSettings({ TIMEZONE: 'Europe/Riga' }, defaults), process.env);
    return new InboxDates('lv').short('2026-03-29T22:30:00.000Z');
  };
  assert.equal(came(''), '30.03.2026. 01:30');
  assert.equal(came('Asia/Tbilisi'), '30.03.2026. 02:30');
});
