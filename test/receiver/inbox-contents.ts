import { openStore } from '../../demo/receiver/store/open.js';
import type { InboxClient } from './inbox-client.js';
import { appointment, callback, contact, contactTexts, surveyAnswer, type TestReceiver } from './receiver.js';
import { submission } from './store-contract.js';

/** Everything that a page of the inbox can show, but for surveys, FAQ and questions, which have tests of their own. */
export const fillInbox = async (receiver: TestReceiver, inbox: InboxClient) => {
  const keep = async (fields: Record<string, unknown>) =>
    (await receiver.kept(await receiver.post(fields))).id;
  const form = new FormData();
  const complaint = {
    'name': 'ნინო',
    'email': 'nino@example.ge',
    'phone': '+995322000000',
    'locale': 'ka',
    'topic': 'complaint',
    'order_number': '17',
    'purchase_date': '2026-11-01',
    'remedy': 'repair',
    'possible_duplicate': 'true',
    'consent_text': 'ვეთანხმები',
    'consent_at': '2026-11-22T10:00:00Z',
    'consent_url': 'https://shop.example/privacy',
    'page_title': 'ჩვენი',
    'referrer': 'https://0.example/',
    'landing_page': 'https://1.example/',
    'spam_score': '12',
    ...Object.fromEntries(
      ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid'].map((name) => [name, '7']), // prettier-ignore
    ),
    '12': '34',
  };
  for (const [name, value] of Object.entries(contactTexts(complaint))) form.append(name, value);
  form.append('attachment', new File(['<!doctype html><p>ა'], 'ა.html', { type: 'text/html' }));
  form.append('attachment', new File(['\u0000'], 'ბ.0', { type: 'text/html' }));
  const { id: first } = await receiver.kept(
    await fetch(`${receiver.url}/submissions`, { method: 'POST', body: form }),
  );
  await keep(contact({ regarding: first, locale: 'ka', message: '\u200b', topic: undefined }));
  const spam = await keep(contact({ spam_score: 100 }));
  const question = await keep({
    ...contact({ widget: 'question', question: 'როდის?', outcome: 'handover', locale: 'ka' }),
    message: undefined,
    helpful: false,
    entry: 'სამუშაო საათები',
    transcript: 'ა',
  });
  const score = await keep(surveyAnswer({ locale: 'ka', survey: '7', comment: 'ცივი იყო' }));
  const scoreAgain = await keep(
    surveyAnswer({ survey: '7', metric: 'nps', score: 3, score_min: 0, score_max: 10 }),
  );
  const times = { start: '2030-12-03T09:00:00+01:00', end: '2030-12-03T09:30:00+01:00' };
  const other = { start: '2030-12-04T09:00:00+01:00', end: '2030-12-04T09:30:00+01:00' };
  const visitor = {
    name: 'ნინო',
    locale: 'ka',
    visitor_timezone: 'Asia/Tbilisi',
    service: 'ტუმბო',
    people: 2,
  };
  const asked = await keep(
    appointment({ ...visitor, ...times, alternatives: [`${other.start}/${other.end}`], mode: 'visit' }),
  );
  const soon = await keep(appointment({ ...visitor, mode: 'video' }));
  const days = await keep(
    appointment({
      ...visitor,
      part_of_day: 'morning',
      alternatives: ['2030-12-05T09:00:00+01:00/2030-12-05T11:00:00+01:00'],
    }),
  );
  const call = await keep(
    callback({ ...visitor, topic: 'question', window_start: times.start, window_end: times.end }),
  );
  const soonCall = await keep(callback({ locale: 'ka', phone: '+34943000001' }));
  const doneCall = await keep(callback({ locale: 'ka', phone: '+34943000002' }));
  const withdrawal = await keep({ ...callback({ outcome: 'cancelled', regarding: soonCall }) });
  const erased = await keep(contact({ locale: 'ka' }));
  await inbox.submit(`/inbox/${erased}/erase`, {});
  const store = await openStore({ dataDir: receiver.dataDir }, ['mail', 'webhook']);
  await store.insert(submission({ fields: { message: 'ა' } }));
  const lease = { limit: 1, now: new Date(), leaseMs: 1_000, maxDelayMs: 1_000 };
  for (const message of await store.outgoing.lease({ channel: 'mail', ...lease }))
    await store.outgoing.settle(message, { state: 'dead', error: '550 No' });
  for (const message of await store.outgoing.lease({ channel: 'webhook', ...lease }))
    await store.outgoing.settle(message, { state: 'waiting', error: '450 Later', dueAt: new Date(4e12) });
  await store.surveys.erase('ane@example.eus', new Date());
  await store.close();
  return {
    first,
    spam,
    question,
    score,
    scoreAgain,
    asked,
    soon,
    days,
    call,
    soonCall,
    doneCall,
    withdrawal,
    erased,
  };
};
