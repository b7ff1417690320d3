/** What the snippet builder says of choices that would not work, or not as they are meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../demo/builder/page.js';
import { mistakesIn, type Mistake } from '../../demo/site/builder/mistakes.js';
import { htmlSnippet, reactSnippet, type Choices } from '../../demo/site/builder/snippets.js';
import { parseDayList } from '../../src/schedule/day-list.js';
import { parseHours } from '../../src/schedule/parse-hours.js';

const good: Choices = {
  widgets: [
    'contact-form',
    'appointment-request',
    'faq-chat',
    'satisfaction-survey',
    'callback-button',
  ],
  ...{ files: '/harreman/', endpoint: '/submissions', profile: 'harreman', key: '', locale: '', theme: '' },
  ...{ brand: '', accent: '', privacy: '/privacy.html', phone: '+34 943 00 00 00', email: 'kaixo@example.com' },
  ...{ replyWithin: '2', hours: 'Mo-Fr 09:00-18:00; PH off', closed: '2026-12-25', timezone: 'Europe/Madrid' },
  ...{ ask: 'csat', attachments: false, floating: false },
  faq: [['When are you open?', 'From nine to six.']],
  faqLeftOut: [],
}; // prettier-ignore

const told = (changed: Partial<Choices>): Mistake[] =>
  mistakesIn({ ...good, ...changed }, { parseHours, parseDayList });

test('what is right is not found fault with', () => {
  assert.deepEqual(told({}), []);
  for (const endpoint of [
    'https://formspree.io/f/abc',
    '/messages.php',
    'messages.php',
    'forms/mail.v2.php',
    '/',
    '//n8n.example.com/webhook/1',
    'http://localhost:8080/',
  ])
    assert.deepEqual(told({ endpoint, profile: '' }), [], endpoint);
  assert.deepEqual(
    told({
      ...{ privacy: '', phone: '', email: '', replyWithin: '', timezone: '', faq: [] },
      ...{ hours: '', closed: '' },
    }),
    [],
  );
  assert.deepEqual(told({ closed: '2026-12-25, 2026-12-28/2027-01-06' }), []);
});

for (const [changed, control, what, shown] of [
  [{ endpoint: '' }, 'endpoint', 'noEndpoint'],
  [{ endpoint: 'ane@example.com' }, 'endpoint', 'mailIsNoEndpoint'],
  [{ endpoint: 'mailto:ane@example.com' }, 'endpoint', 'mailIsNoEndpoint'],
  [
    ...[{ endpoint: 'formspree.io/f/abc', profile: '' }, 'endpoint', 'withoutScheme'],
    'https://formspree.io/f/abc',
  ],
  [{ endpoint: 'www.example.com', profile: '' }, 'endpoint', 'withoutScheme', 'https://www.example.com'],
  [{ endpoint: 'ftp://example.com/', profile: '' }, 'endpoint', 'noWebAddress'],
  [{ endpoint: 'https://formspree.io/f/abc' }, 'profile', 'otherKind'],
  [{ endpoint: 'https://api.web3forms.com/submit', profile: 'json' }, 'profile', 'otherKind'],
  [{ privacy: 'example.com/privacy' }, 'privacy', 'withoutScheme', 'https://example.com/privacy'],
  [{ privacy: 'javascript:alert(1)' }, 'privacy', 'noWebAddress'],
  [{ phone: 'call us' }, 'phone', 'noNumber'],
  [{ email: 'kaixo' }, 'email', 'noMailAddress'],
  [{ replyWithin: '400' }, 'replyWithin', 'noWorkingDays'],
  [{ replyWithin: '2.5' }, 'replyWithin', 'noWorkingDays'],
  [{ hours: 'Mon-Fri 9-18' }, 'hours', 'unreadableHours', 'Mon-Fri'],
  [{ hours: 'Mo-Fr' + ' 09:00-' }, 'hours', 'unreadableHours', 'Mo-Fr 09:00-'],
  [{ closed: 'Christmas' }, 'closed', 'unreadableDays', 'Christmas'],
  [{ closed: '' }, 'closed', 'holidaysMissing'],
  [{ timezone: 'Madrid' }, 'timezone', 'unknownTimezone'],
  [{ faqLeftOut: ['Only a question'] }, 'faq', 'lineLeftOut', 'Only a question'],
] as [Partial<Choices>, string, string, string?][])
  test(`${JSON.stringify(changed)} is told at "${control}": ${what}`, () => {
    assert.deepEqual(told(changed), [{ control, what, ...(shown !== undefined && { shown }) }]);
    assert.ok(what in languages.en.script, 'has words');
  });

test('a choice that no chosen widget has is not found fault with', () => {
  const wrong = { hours: 'always', closed: 'never', timezone: 'Mars', faqLeftOut: ['x'] };
  assert.deepEqual(told({ ...wrong, widgets: ['satisfaction-survey'] }), []);
});

test('closed days are holidays where the hours speak of holidays, and no link is made of no number', () => {
  const widgets = ['callback-button', 'appointment-request', 'faq-chat'];
  const text = (changed: Partial<Choices>): string => htmlSnippet({ ...good, widgets, ...changed });
  assert.equal(text({}).split(' holidays="2026-12-25"').length, 4);
  assert.equal(text({ hours: 'Mo-Fr 09:00-18:00' }).split(' closed="2026-12-25"').length, 4);
  assert.doesNotMatch(text({ closed: '' }), /closed=|holidays=/);
  assert.doesNotMatch(text({ phone: 'call us' }), /tel:|data-phone/);
});

test('the snippet for React says what TypeScript needs, and no text of an owner ends its comment', () => {
  const react = reactSnippet({ ...good, endpoint: '/', profile: 'netlify', key: '*/ alert(1) /*' });
  assert.match(react, /import type \{\} from 'harreman\/react'/);
  const [head] = react.split('configure({');
  assert.equal(head!.split('*/').length, 2);
});
