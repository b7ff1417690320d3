import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { InboxDates } from '../../demo/receiver/inbox/words/dates.js';
import { catalogues } from '../../demo/receiver/inbox/words/words.js';
import { readInvitationList } from '../../demo/receiver/surveys/invitation-list.js';
import { locales } from '../../src/localization/locale.js';
import { parseDay } from '../../src/schedule/day.js';
import { inboxClient } from './inbox-client.js';
import { foreignTexts } from './inbox-texts.js';
import { previewOf, startInviting, type InvitingReceiver } from './inviting.js';
import { contact, surveyAnswer } from './receiver.js';

/** What is the same in every language: names of measures, settings and formats, addresses, tags; and a reference. */
const NAMES =
  /\b(?:CSAT|NPS|CES|CSV|SMTP_URL|MAIL_TO|PUBLIC_URL|[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d])\b|https:\S+|survey="after-visit"|\b(?:eu|ka|lv|en|es|fr|de)\b|\S+@\S+/g;

/** Every page about surveys in Georgian, with something in each of its parts. */
const georgianPages = async ({ receiver, inbox }: InvitingReceiver): Promise<ReadonlyMap<string, string>> => {
  const client = inboxClient(receiver.url, `${inbox.cookie}; harreman_language=ka`);
  const pages = new Map<string, string>();
  for (const path of PATHS) pages.set(path, await client.page(`/inbox/surveys${path}`));
  for (const invited of [0, 1, 2])
    pages.set(`invited=${invited}`, await client.page(`/inbox/surveys/visit/invitations?invited=${invited}`));
  for (const list of LISTS) pages.set(list, await previewOf(receiver, client, list));
  const refused = {
    ...{ id: '!', pageUrl: '!', privacyUrl: '!', preset: '!', locale: '!', question: '0'.repeat(501) },
    ...{ delayHours: '!', validDays: '!', quietDays: '!' },
  };
  pages.set('refused', await (await client.submit('/inbox/surveys', refused)).text());
  const taken = { id: 'visit', pageUrl: 'https://0.example', preset: 'csat', locale: 'eu' };
  pages.set('taken', await (await client.submit('/inbox/surveys', taken)).text());
  return pages;
};

const PATHS = [
  ...['', '/visit', '/visit?per=month', '/visit?page=2', '/visit?q=0', '/visit/invitations'],
  ...['/unanswered', '/unanswered/settings', '/unanswered/invitations'],
];

const LISTS = [
  'email,lang\nane@example.eus,eu\nnon@example.eus,\n0,\n,\nnon@example.eus,\nlau@example.eus,sv\n',
  `email,name\nbost@example.eus,${'0'.repeat(301)}\n`,
  'email\n"',
  '0,0',
  ' ',
];

const filled = async (t: TestContext): Promise<InvitingReceiver> => {
  const inviting = await startInviting(t);
  const { receiver, inbox, invite, mailsTo } = inviting;
  const post = async (over: Readonly<Record<string, unknown>>) =>
    receiver.kept(await receiver.post(surveyAnswer(over)));
  for (const [score, day] of [[5, 2], [4, 9], [2, 30]] as const) await post({ score, created_at: `2026-10-${`${day}`.padStart(2, '0')}T12:00:00Z` }); // prettier-ignore
  const low = await post({ score: 1, created_at: '2026-10-03T12:00:00Z' });
  await receiver.kept(await receiver.post(contact({ topic: 'complaint', regarding: low.id })));
  await inbox.submit(`/inbox/${low.id}/state`, { state: 'answered' });
  await post({ score: 3, regarding: low.id });
  for (const [metric, score, score_min, score_max] of [['nps', 9, 0, 10], ['nps', 2, 0, 10], ['ces', 5, 1, 7], ['expectation', 4, 1, 5]] as const) await post({ metric, score, score_min, score_max }); // prettier-ignore
  await post({ score: undefined, comment: '0' });
  await post({ respondent: '0' });
  await post({ spam_score: 100 });
  await invite('email,name\nane@example.eus,ანე\n');
  await mailsTo('ane@example.eus');
  await receiver.store.surveys.saveSetup({
    ...(await receiver.store.surveys.setup('visit'))!,
    id: 'unanswered',
  });
  return inviting;
};

it('has no foreign word on any page about surveys in Georgian', async (t) => {
  for (const [path, page] of await georgianPages(await filled(t)))
    assert.deepEqual(foreignTexts(page, NAMES), [], path);
});

it('takes a list whose columns are called as the page says', () => {
  for (const locale of locales) {
    const { email, name, lang, reference } = catalogues[locale].surveys.invitations.columns;
    const list = readInvitationList(`${email};${name};${lang};${reference}\nane@example.eus;Ane;eu;B-1\n`);
    assert.deepEqual(
      list.invitees,
      [{ line: 2, email: 'ane@example.eus', name: 'Ane', locale: 'eu', reference: 'B-1' }],
      locale,
    );
  }
});

it('writes weeks and months as each language does', () => {
  const day = parseDay('2026-11-01')!;
  assert.deepEqual(
    locales.map((locale) => {
      const dates = new InboxDates(locale);
      return [locale, dates.calendarDay(day), dates.dayOfMonth(day), dates.month(day)].join(' | ');
    }),
    [
      'eu | 2026/11/1 | aza. 1a | 2026ko azaroa',
      'ka | 1.11.2026 | 1 ნოე | ნოემბერი, 2026',
      'lv | 1.11.2026. | 1. nov. | 2026. g. novembris',
      'en | 2026-11-01 | 1 Nov | 2026-11',
      'es | 1/11/2026 | 1 nov | noviembre de 2026',
      'fr | 01/11/2026 | 1 nov. | novembre 2026',
      'de | 1.11.2026 | 1. Nov. | November 2026',
    ],
  );
});
