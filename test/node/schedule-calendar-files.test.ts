import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { googleCalendarLink, outlookCalendarLink } from '../../src/schedule/calendar-links.js';
import { calendarFile, type CalendarFileEvent } from '../../src/schedule/icalendar.js';

const event: CalendarFileEvent = {
  id: '7f9c24e8-3b12-4fef-91e0-5c5f0a6b7d11',
  writtenAt: Date.UTC(2026, 10, 2, 12, 0, 5, 123),
  start: Date.UTC(2026, 10, 3, 9, 30),
  end: Date.UTC(2026, 10, 3, 10, 15),
  summary: 'Visit, with lunch; bring the plans',
  description: 'Reference: 7K3M-9QPA-2\nNotes: C:\\new',
  location: 'Kale Nagusia 1; Bilbo, Bizkaia',
};

/** As a calendar reads it. */
const readBack = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const [component, ...others] = calendar.getAllSubcomponents();
  assert.deepEqual(others, []);
  return { calendar, component: component!, event: new ICAL.Event(component) };
};

test('a file is read back as what it was made of', () => {
  const { calendar, component, event: read } = readBack(calendarFile(event));
  assert.equal(component.name, 'vevent');
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.equal(calendar.getFirstPropertyValue('method'), null);
  assert.match(String(calendar.getFirstPropertyValue('prodid')), /Harreman/);
  assert.equal(read.uid, event.id);
  assert.equal(read.summary, event.summary);
  assert.equal(read.description, event.description);
  assert.equal(read.location, event.location);
  assert.equal(read.startDate.toJSDate().getTime(), event.start);
  assert.equal(read.endDate.toJSDate().getTime(), event.end);
  assert.equal(read.startDate.zone, ICAL.Timezone.utcTimezone);
  assert.equal(String(component.getFirstPropertyValue('dtstamp')), '2026-11-02T12:00:05Z');
  assert.equal(component.getFirstPropertyValue('status'), 'TENTATIVE');
  assert.equal(component.getFirstPropertyValue('sequence'), 0);
  assert.equal(component.getFirstProperty('organizer'), null);
  // Said in full, because this parser also takes a comma without its escape.
  assert.ok(calendarFile(event).includes('SUMMARY:Visit\\, with lunch\\; bring the plans\r\n'));
});

test('a later file about the same appointment confirms or cancels it', () => {
  for (const status of ['confirmed', 'cancelled'] as const) {
    const { component } = readBack(calendarFile({ ...event, status, sequence: 2 }));
    assert.equal(component.getFirstPropertyValue('status'), status.toUpperCase());
    assert.equal(component.getFirstPropertyValue('sequence'), 2);
    assert.equal(component.getFirstPropertyValue('uid'), event.id);
  }
});

test('a message asks calendars to enter, to change and to delete (RFC 5546)', () => {
  const organizer = { name: 'Ur; Garbia "1"', email: 'ane@shop.example' };
  const email = "o'brien+x@საქართველო.გე";
  const messages = [
    { method: 'REQUEST', status: 'tentative', hasAccepted: false, partstat: 'NEEDS-ACTION' },
    { method: 'REQUEST', status: 'confirmed', hasAccepted: true, partstat: 'ACCEPTED' },
    { method: 'CANCEL', status: 'cancelled', hasAccepted: true, partstat: undefined },
  ] as const;
  messages.forEach(({ method, status, hasAccepted, partstat }, sequence) => {
    const message = { method, attendee: { email, hasAccepted } };
    const { calendar, component } = readBack(
      calendarFile({ ...event, organizer, message, status, sequence }),
    );
    assert.equal(calendar.getFirstPropertyValue('method'), method);
    const [attendee, ...others] = component.getAllProperties('attendee');
    assert.deepEqual(others, []);
    assert.equal(decodeURIComponent(String(attendee?.getFirstValue())), `mailto:${email}`);
    assert.equal(attendee?.getFirstParameter('partstat'), partstat);
    assert.equal(component.getFirstPropertyValue('organizer'), 'mailto:ane@shop.example');
    // What RFC 5546 asks for in each.
    for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'sequence', 'status', 'organizer'])
      assert.ok(component.hasProperty(name), name);
  });
});

test('what is empty is left out', () => {
  const { description: _, location: __, ...bare } = event;
  for (const each of [bare, { ...bare, description: '', location: '' }])
    assert.ok(!/^(DESCRIPTION|LOCATION|ORGANIZER)/m.test(calendarFile(each)));
});

test('an organizer has a name with any signs and an address in any script, with the plus that calendars compare as it is', () => {
  for (const [name, email, address] of [
    ['Harreman SL', 'info@example.eus', 'mailto:info@example.eus'],
    ['"Ane": the ^best^, really;', 'ane+web@example.eus', 'mailto:ane+web@example.eus'],
    [
      'ვიზიტი',
      'სახელი@მაგალითი.გე',
      `mailto:${encodeURIComponent('სახელი')}@${encodeURIComponent('მაგალითი.გე')}`,
    ],
  ] as const) {
    const { component } = readBack(calendarFile({ ...event, organizer: { name, email } }));
    const organizer = component.getFirstProperty('organizer')!;
    assert.equal(organizer.getFirstParameter('cn'), name);
    assert.equal(organizer.getFirstValue(), address);
  }
});

test('text of others can’t add a line', () => {
  const evil = 'x\r\nATTENDEE:mailto:a@example.com\rBEGIN:VALARM\u2028END:VEVENT\u0000\u0085\u001b[31m';
  const file = calendarFile({
    ...event,
    id: evil,
    summary: evil,
    description: evil,
    location: evil,
    organizer: { name: evil, email: `a@example.com\r\nX:1` },
  });
  const names = [...readBack(file).component.getAllProperties()].map((property) => property.name);
  assert.deepEqual(names, [
    ...['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'description', 'location'],
    ...['organizer', 'status', 'sequence'],
  ]);
  for (const character of ['\0', '\u001b', '\u0085', '\u2028']) assert.ok(!file.includes(character));
});

const octets = (text: string) => Buffer.byteLength(text);

test('lines end with CR LF and have 75 octets at most, in Georgian too, and no character is cut', () => {
  const georgian = 'ვიზიტის მოთხოვნა, რომელიც ჯერ არ არის დადასტურებული; '.repeat(20);
  const file = calendarFile({
    ...event,
    summary: georgian,
    description: `${'👩‍👩‍👧'.repeat(40)}\n${'ñ'.repeat(200)}`,
  });
  assert.ok(file.endsWith('END:VCALENDAR\r\n'));
  assert.ok(!/[^\r]\n|\r[^\n]/.test(file));
  const lines = file.split('\r\n');
  assert.ok(lines.length > 50);
  for (const line of lines) assert.ok(octets(line) <= 75 && Buffer.from(line).toString() === line, line);
  assert.equal(readBack(file).event.summary, georgian);
  // Full where it can be: folding by characters would make lines of 25.
  assert.ok(lines.some((line) => line.startsWith(' ') && octets(line) >= 73));
});

test('any text is folded and read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const file = calendarFile({ ...event, summary: `a${text}`, description: `a${text}` });
      for (const line of file.split('\r\n')) assert.ok(octets(line) <= 75);
      const kept = `a${text}`.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/(?![\t\n])\p{Control}/gu, '');
      assert.equal(readBack(file).event.summary, kept);
      assert.equal(readBack(file).event.description, kept);
    }),
    { numRuns: 500 },
  );
  assert.equal(readBack(calendarFile({ ...event, summary: 'a\uD800b' })).event.summary, 'a\uFFFDb');
});

test('a link to Google Calendar says all of it', () => {
  const link = new URL(googleCalendarLink(event));
  assert.equal(link.origin + link.pathname, 'https://calendar.google.com/calendar/render');
  assert.deepEqual(Object.fromEntries(link.searchParams), {
    action: 'TEMPLATE',
    text: event.summary,
    dates: '20261103T093000Z/20261103T101500Z',
    details: event.description,
    location: event.location,
  });
});

test('a link to Outlook.com says all of it', () => {
  const link = new URL(outlookCalendarLink(event));
  assert.equal(link.origin + link.pathname, 'https://outlook.live.com/calendar/0/deeplink/compose');
  assert.deepEqual(Object.fromEntries(link.searchParams), {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.summary,
    startdt: '2026-11-03T09:30:00.000Z',
    enddt: '2026-11-03T10:15:00.000Z',
    body: event.description,
    location: event.location,
  });
});

test('links carry any text, have no plus sign for a space, and stay short', () => {
  for (const link of [googleCalendarLink, outlookCalendarLink]) {
    const summary = '1 + 1 & "ვიზიტი" #?=%00 <b>\uD800';
    const description = 'ქართული 👩'.repeat(2000);
    const url = link({ start: event.start, end: event.end, summary, description });
    assert.ok(!url.includes('+'));
    assert.ok(url.length < 8000, `${url.length}`);
    const values = [...new URL(url).searchParams.values()];
    assert.ok(values.includes(summary.replace('\uD800', '\uFFFD')));
    const shown = values.find((value) => value.startsWith('ქართული'))!;
    assert.ok(shown.endsWith('…') && description.startsWith(shown.slice(0, -1)));
    assert.ok(!new URL(url).searchParams.has('location'));
  }
});
