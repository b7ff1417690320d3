import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it, type TestContext } from 'node:test';
import type { FaqContent } from '../../demo/receiver/store/faq.js';
import { openStore } from '../../demo/receiver/store/open.js';
import { inboxClient, signedIn, type InboxClient } from './inbox-client.js';
import { formOf, pressed, send } from './inbox-forms.js';
import { contact, startTestReceiver } from './receiver.js';

const FAQ: readonly (Pick<FaqContent, 'question' | 'answer'> & { id: string })[] = [
  { id: 'delivery', question: 'When do you deliver?', answer: 'From Monday to Friday.' },
  { id: 'returns', question: 'How do I return something?', answer: 'By post, within 14 days.' },
  { id: 'hours', question: 'When are you open?', answer: 'From 9 to 18.' },
  { id: 'card', question: 'Can I pay by card?', answer: 'Yes.' },
];

/** An inbox over an FAQ in English, and visitors who ask. */
const withFaq = async (t: TestContext) => {
  const receiver = await startTestReceiver(t);
  const keys = Object.fromEntries(FAQ.map(({ id }) => [id, randomUUID()]));
  const add = FAQ.map(({ id, ...content }) => ({
    ...{ key: keys[id]!, lang: 'en', id },
    content: { ...content, alternatives: [], category: '', suggested: false },
  }));
  await receiver.store.faq.change({ add, at: new Date() });
  const ask = async (question: string, over: object = {}) => {
    const { message: _, ...base } = contact({ locale: 'en' });
    const asked = { ...base, widget: 'question', question, outcome: 'unanswered', ...over };
    return (await receiver.kept(await receiver.post(asked))).id;
  };
  const inbox = await signedIn(receiver);
  return { receiver, ask, inbox, keys, ...receiver.store };
};

const headings = (page: string) =>
  [...page.matchAll(/<h2[^>]*>\s*<a[^>]*><bdi[^>]*>([^<]*)/g)].map((match) => match[1]);
const open = async (inbox: InboxClient) => headings(await inbox.page('/inbox/questions?lang=en'));

it('shows what was asked in groups, with what the chat makes of it and what did not help', async (t) => {
  const { ask, inbox } = await withFaq(t);
  for (const question of ['Is there parking at your shop?', 'is there parking at your shop', 'Parking at the shop?'])
    await ask(question);
  await ask('What does delivery cost?', { outcome: 'answered', helpful: false, entry: 'delivery' });
  await ask('Thanks', { outcome: 'answered', helpful: true, entry: 'delivery' });
  await ask('<img src=x onerror=alert(1)>');
  await ask('Noiz ixten duzue?', { locale: 'eu' });
  const page = await inbox.page('/inbox/questions');
  assert.match(page, /Questions \(6\)/);
  assert.match(page, /English \(en\): 5<[^]*Basque \(eu\): 1</);
  assert.equal(headings(page)[0], 'Is there parking at your shop?');
  assert.match(page, /Asked 3 times/);
  assert.match(page, /Also:\s*<bdi lang="en">Parking at the shop\?/);
  assert.match(page, /Not helpful once:<\/strong>\s+<a href="\/inbox\/faq\/[^"]+"><bdi lang="en">When do you deliver\?/);
  assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.doesNotMatch(page, /<img|Thanks/);
  assert.deepEqual(headings(await inbox.page('/inbox/questions?lang=eu')), ['Noiz ixten duzue?']);
}); // prettier-ignore

it('a wording that is attached is answered by its entry, and its questions are dealt with', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  const id = await ask('Do you bring parcels to Zarautz?');
  await ask('do you bring parcels to zarautz');
  const other = await ask('Would you bring a parcel to Zarautz?');
  const page = await inbox.page(`/inbox/questions/${id}`);
  const form = pressed(formOf(page), 'attach', { entry: keys['delivery']! });
  const later = await ask('Do you bring parcels to Zarautz?');
  const answer = await send(receiver, inbox, `/inbox/questions/${id}`, form);
  assert.equal(answer.status, 303);
  const entry = await faq.entry(keys['delivery']!);
  assert.deepEqual([entry?.alternatives, entry?.version], [['Do you bring parcels to Zarautz?'], 2]);
  const result = await inbox.page(answer.headers.get('location')!);
  assert.match(result, /<h1>Dealt with<\/h1>[^]*The chat answers this now by\s+<a[^>]*><bdi[^>]*>When do you deliver\?/);
  const json = await (await fetch(`${receiver.url}/faq.json?lang=en`)).text();
  assert.match(json, /Zarautz/, 'and the page has it');
  assert.deepEqual(await open(inbox), ['Do you bring parcels to Zarautz?'], 'what was asked after the page was made is still there');
  assert.match(await inbox.page(`/inbox/questions/${later}`), /Asked once/);
  assert.match(await inbox.page(`/inbox/questions/${other}`), /Dealt with/, 'what it answers as well is dealt with');
}); // prettier-ignore

it('what only looks alike and is not answered by the entry stays open', async (t) => {
  const { receiver, ask, inbox, keys } = await withFaq(t);
  const id = await ask('Do you repair garden pumps?');
  const left = await ask('garden pumps repair price list');
  const group = await inbox.page(`/inbox/questions/${id}`);
  assert.ok(group.includes(`value="${left}"`), 'they are one group');
  const form = formOf(group);
  form.delete('shown');
  form.append('shown', id); // As if the other had come since.
  const answer = await send(receiver, inbox, `/inbox/questions/${id}`, pressed(form, 'attach', { entry: keys['card']! }));
  assert.equal(new URL(answer.headers.get('location')!, receiver.url).pathname, `/inbox/questions/${id}`);
  assert.deepEqual(await open(inbox), ['garden pumps repair price list']);
}); // prettier-ignore

it('a new entry begins with the question that was asked, and settles it', async (t) => {
  const { receiver, ask, inbox, faq } = await withFaq(t);
  const id = await ask('Is there parking at your shop?');
  const form = await send(receiver, inbox, `/inbox/questions/${id}`, pressed(formOf(await inbox.page(`/inbox/questions/${id}`)), 'new'));
  const draft = await form.text();
  assert.match(draft, /<h1>New entry<\/h1>[^]*value="Is there parking at your shop\?"/);
  assert.equal((await faq.entries('en')).length, 4, 'nothing is kept yet');
  const empty = await send(receiver, inbox, '/inbox/faq/new', formOf(draft));
  assert.equal(empty.status, 422);
  const again = await empty.text();
  assert.match(again, /Write the answer\./);
  const saved = await send(receiver, inbox, '/inbox/faq/new', pressed(formOf(again), 'x', { answer: 'Behind the shop.' }));
  assert.equal(new URL(saved.headers.get('location')!, receiver.url).pathname, `/inbox/questions/${id}`);
  assert.match(await inbox.page(`/inbox/questions/${id}`), /The chat answers this now by/);
  assert.deepEqual(await open(inbox), []);
  assert.deepEqual((await faq.entries('en')).at(-1)?.answer, 'Behind the shop.');
}); // prettier-ignore

it('an owner sees what a wording would change before it is added, with what else was asked, and can take it back', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  const id = await ask('Do you bring parcels to Zarautz?');
  await ask('Would you bring a parcel to Zarautz?');
  await ask('Parcels for Zarautz, do you bring them?', { outcome: 'answered', helpful: true, entry: 'x' });
  await ask('When are you open?', { outcome: 'answered', helpful: true, entry: 'hours' });
  const path = `/inbox/questions/${id}`;
  const chosen = pressed(formOf(await inbox.page(path)), 'preview', { entry: keys['returns']! });
  const preview = await (await send(receiver, inbox, path, chosen)).text();
  const [own, others] = preview.slice(preview.indexOf('Nothing is saved yet')).split('Others that would be answered');
  assert.match(own!, /The questions for which it is[^]*Do you bring parcels[^]*<dt>Now<[^]*It (?:does not know|asks)[^]*<dt>Then<[^]*It answers by <bdi lang="en">How do I return something\?<\/bdi\s*> \(this entry\)/);
  assert.match(others!, /Parcels for Zarautz, do you bring them\?[^]*It answers by[^]*For 1 other question that was asked of late, nothing changes\./);
  assert.deepEqual((await faq.entry(keys['returns']!))?.alternatives, [], 'nothing is saved');
  const again = formOf(preview);
  assert.equal(again.get('entry'), keys['returns'], 'what was chosen is still chosen');
  const added = await send(receiver, inbox, path, pressed(again, 'attach'));
  const result = await inbox.page(added.headers.get('location')!);
  assert.match(result, /The chat answers this now by/);
  assert.deepEqual(await open(inbox), []);
  const undo = formOf(result);
  const undone = await send(receiver, inbox, `/inbox/faq/${keys['returns']!}/undo`, undo);
  assert.equal(undone.headers.get('location'), `${path}?undone`);
  assert.match(await inbox.page(`${path}?undone`), /Undone\. The questions are open again\./);
  assert.deepEqual((await faq.entry(keys['returns']!))?.alternatives, []);
  assert.equal((await open(inbox)).length, 1);
  assert.equal((await send(receiver, inbox, `/inbox/faq/${keys['returns']!}/undo`, undo)).status, 409, 'once');
  assert.doesNotMatch(await inbox.page(added.headers.get('location')!), /Undo</);
}); // prettier-ignore

it('what would take an answer from others is not saved before its owner has seen that', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  await ask('How do I return a pump?', { outcome: 'answered', helpful: true, entry: 'returns' });
  const entry = formOf(await inbox.page(`/inbox/faq/${keys['card']!}`));
  const stolen = { alternatives: 'How do I return a pump?' };
  const refused = await send(receiver, inbox, `/inbox/faq/${keys['card']!}`, pressed(entry, 'save', stolen));
  const page = await refused.text();
  assert.match(page, /Nothing is saved yet\.[^]*would answer other questions differently[^]*answered differently[^]*How do I return a pump\?/);
  assert.deepEqual((await faq.entry(keys['card']!))?.alternatives, []);
  const other = await send(receiver, inbox, `/inbox/faq/${keys['card']!}`, pressed(formOf(page), 'save', { alternatives: 'How do I return a pump?\nreturn pumps' }));
  assert.equal(other.status, 200, 'another change has not been seen');
  const saved = await send(receiver, inbox, `/inbox/faq/${keys['card']!}`, pressed(formOf(page), 'save'));
  assert.equal(saved.status, 303);
  const list = await inbox.page(saved.headers.get('location')!);
  assert.match(list, /Saved: <bdi lang="en">Can I pay by card\?/);
  const undone = await send(receiver, inbox, `/inbox/faq/${keys['card']!}/undo`, formOf(list.slice(list.indexOf('Saved:'))));
  assert.match(await inbox.page(undone.headers.get('location')!), /role="status">Undone\./);
  assert.deepEqual((await faq.entry(keys['card']!))?.alternatives, []);
}); // prettier-ignore

it('a wording that would take an answer from others is added at the second press, and not at the first', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  await ask('How do I return a pump?', { outcome: 'answered', helpful: true, entry: 'returns' });
  const id = await ask('How do I return a pump today?');
  const form = formOf(await inbox.page(`/inbox/questions/${id}`));
  const path = `/inbox/questions/${id}`;
  const first = await send(receiver, inbox, path, pressed(form, 'attach', { entry: keys['card']! }));
  const page = await first.text();
  assert.match(page, /Nothing is saved yet\.[^]*would answer other questions differently[^]*How do I return a pump\?/);
  assert.deepEqual((await faq.entry(keys['card']!))?.alternatives, []);
  assert.equal((await send(receiver, inbox, path, pressed(formOf(page), 'attach'))).status, 303);
  assert.deepEqual((await faq.entry(keys['card']!))?.alternatives, ['How do I return a pump today?']);
}); // prettier-ignore

it('a new entry is seen at work before it is saved, and is gone once it is undone', async (t) => {
  const { receiver, ask, inbox, faq } = await withFaq(t);
  const id = await ask('Is there parking at your shop?');
  const draft = await (await send(receiver, inbox, `/inbox/questions/${id}`, pressed(formOf(await inbox.page(`/inbox/questions/${id}`)), 'new'))).text();
  const tried = await send(receiver, inbox, '/inbox/faq/new', pressed(formOf(draft), 'preview', { answer: 'Behind the shop.' }));
  const preview = await tried.text();
  assert.match(preview, /Nothing is saved yet\.[^]*Is there parking[^]*It answers by <bdi lang="en">Is there parking at your shop\?<\/bdi\s*> \(this entry\)/);
  assert.equal((await faq.entries('en')).length, 4);
  const saved = await send(receiver, inbox, '/inbox/faq/new', pressed(formOf(preview), 'save'));
  const result = await inbox.page(saved.headers.get('location')!);
  assert.match(result, /The entry is then deleted/);
  const [entry] = (await faq.entries('en')).slice(-1);
  await send(receiver, inbox, `/inbox/faq/${entry!.key}/undo`, formOf(result));
  assert.equal((await faq.entries('en')).length, 4);
  assert.ok((await open(inbox)).includes('Is there parking at your shop?'));
  const page = await inbox.page('/inbox/faq?lang=en');
  assert.match(page, /Deleted entries[^]*Is there parking/);
}); // prettier-ignore

it('what is put aside can be had back, and comes back when it is asked again', async (t) => {
  const { receiver, ask, inbox } = await withFaq(t);
  const id = await ask('asdf');
  const aside = async () =>
    send(receiver, inbox, `/inbox/questions/${id}`, pressed(formOf(await inbox.page(`/inbox/questions/${id}`)), 'aside'));
  const first = await aside();
  const list = await inbox.page(first.headers.get('location')!);
  assert.match(list, /Put aside\. Asked again, it comes back\./);
  assert.deepEqual(headings(list), []);
  const undone = await send(receiver, inbox, '/inbox/questions/reopen', formOf(list));
  assert.equal(undone.headers.get('location'), '/inbox/questions?lang=en');
  assert.deepEqual(await open(inbox), ['asdf']);
  await aside();
  await ask('ASDF');
  assert.deepEqual(await open(inbox), ['ASDF']);
}); // prettier-ignore

it('words that tell who somebody is are looked at before everybody can read them', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  const id = await ask('Can you deliver to ane@example.com, 943 12 34 56?');
  const form = pressed(formOf(await inbox.page(`/inbox/questions/${id}`)), 'attach', { entry: keys['delivery']! });
  const answer = await send(receiver, inbox, `/inbox/questions/${id}`, form);
  assert.equal(answer.status, 200);
  const draft = await answer.text();
  assert.match(draft, /Nothing is changed yet\./);
  assert.deepEqual((await faq.entry(keys['delivery']!))?.alternatives, []);
  const saved = await send(receiver, inbox, `/inbox/faq/${keys['delivery']!}`, pressed(formOf(draft), 'x', { alternatives: 'Can you deliver to me?' }));
  assert.equal(new URL(saved.headers.get('location')!, receiver.url).pathname, `/inbox/questions/${id}`);
  assert.deepEqual((await faq.entry(keys['delivery']!))?.alternatives, ['Can you deliver to me?']);
  assert.deepEqual(await open(inbox), []);
  const log = receiver.logs.join('');
  assert.doesNotMatch(log, /ane@|943|deliver to/, 'no text of a visitor in the log');
}); // prettier-ignore

it('of two owners who change an entry at once, the second sees what the first wrote, and loses nothing', async (t) => {
  const { receiver, inbox, keys, faq } = await withFaq(t);
  const path = `/inbox/faq/${keys['hours']!}`;
  const [mine, theirs] = [formOf(await inbox.page(path)), formOf(await inbox.page(path))];
  assert.equal((await send(receiver, inbox, path, pressed(theirs, 'x', { answer: 'From 10 to 19.' }))).status, 303);
  const refused = await send(receiver, inbox, path, pressed(mine, 'x', { answer: 'Mine <b>' }));
  assert.equal(refused.status, 409);
  const page = await refused.text();
  assert.match(page, /Somebody has changed this entry meanwhile[^]*From 10 to 19\.[^]*Mine &lt;b&gt;/);
  assert.equal((await faq.entry(keys['hours']!))?.answer, 'From 10 to 19.');
  assert.equal((await send(receiver, inbox, path, formOf(page))).status, 303, 'now that it was seen');
  assert.equal((await faq.entry(keys['hours']!))?.answer, 'Mine <b>');
  const late = await inbox.submit(`${path}/delete`, { version: '1' });
  assert.equal(late.status, 409);
  assert.equal((await inbox.submit(`${path}/delete`, { version: '3' })).status, 303);
  assert.equal((await send(receiver, inbox, path, formOf(page))).status, 409, 'it is gone');
}); // prettier-ignore

it('keeps the order that the owner gives', async (t) => {
  const { receiver, inbox, keys } = await withFaq(t);
  const titles = async () => headings(await inbox.page('/inbox/faq?lang=en'));
  const all = FAQ.map(({ question }) => question);
  const moved = await inbox.submit(`/inbox/faq/${keys['returns']!}/move`, { by: 'up' });
  assert.deepEqual(await titles(), [all[1], all[0], all[2], all[3]]);
  const list = await inbox.page(moved.headers.get('location')!);
  assert.match(list, new RegExp(`aria-describedby="e-${keys['returns']!}"\\s+autofocus\\s*>\\s*Move down`));
  const form = formOf(await inbox.page(`/inbox/faq/${keys['returns']!}`));
  assert.equal(form.get('place'), '1');
  await send(receiver, inbox, `/inbox/faq/${keys['returns']!}`, pressed(form, 'x', { place: '4' }));
  assert.deepEqual(await titles(), [all[0], all[2], all[3], all[1]]);
});

it('imports a page after it has said what that would change, and exports what it imports', async (t) => {
  const { receiver, inbox, faq } = await withFaq(t);
  const source = '<details><summary>when are you OPEN</summary>From 8.</details><details><summary>Zer?</summary><b>Bai</b></details>';
  const preview = await inbox.submit('/inbox/faq/import', { lang: 'en', source });
  const page = await preview.text();
  assert.match(page, /Nothing is imported yet[^]*New: 1[^]*Zer\?[^]*Here, with another content: 1[^]*When are you open\?/);
  assert.equal((await faq.entries('en')).length, 4);
  const form = formOf(page);
  await send(receiver, inbox, '/inbox/faq/import', pressed(form, 'add'));
  const answers = async () => (await faq.entries('en')).map(({ question, answer }) => [question, answer]);
  assert.deepEqual((await answers()).slice(2), [['When are you open?', 'From 9 to 18.'], ['Can I pay by card?', 'Yes.'], ['Zer?', '**Bai**']]);
  await send(receiver, inbox, '/inbox/faq/import', pressed(form, 'all'));
  assert.deepEqual((await answers())[2], ['when are you OPEN', 'From 8.']);
  const exported = await inbox.get('/inbox/faq/export.json?lang=en');
  assert.match(exported.headers.get('content-disposition') ?? '', /attachment; filename="faq-en\.json"/);
  const again = await inbox.submit('/inbox/faq/import', { lang: 'en', source: await exported.text() });
  assert.match(await again.text(), /There is nothing to import[^]*Here already, the same: 5/);
  const other = await inbox.submit('/inbox/faq/import', { lang: 'en', source: 'x' });
  assert.equal(other.status, 422);
  assert.match(await other.text(), /There is no question with an answer in it\./);
}); // prettier-ignore

it('takes no form from elsewhere, and shows nothing to who has not signed in', async (t) => {
  const { receiver, ask, inbox, keys, faq } = await withFaq(t);
  const id = await ask('Is there parking?');
  const paths = ['/inbox/faq/new', '/inbox/faq/import', `/inbox/questions/${id}`, '/inbox/questions/reopen']
    .concat([ '', '/move', '/delete', '/restore'].map((rest) => `/inbox/faq/${keys['card']!}${rest}`));
  const stranger = inboxClient(receiver.url, '');
  for (const path of paths) {
    assert.equal((await inbox.post(path, { by: 'up', version: '1', action: 'aside' })).status, 403, `${path} without a token`);
    assert.equal((await inbox.post(path, {}, { 'Sec-Fetch-Site': 'cross-site' })).status, 403, `${path} from another site`);
    assert.equal((await stranger.post(path, {})).headers.get('location'), '/inbox/sign-in');
  }
  for (const path of ['/inbox/questions', `/inbox/questions/${id}`, '/inbox/faq', '/inbox/faq/export.json'])
    assert.equal((await stranger.get(path)).status, 303, path);
  assert.equal((await faq.entries('en')).length, 4);
  for (const path of [`/inbox/questions/${randomUUID()}`, `/inbox/faq/${randomUUID()}`])
    assert.equal((await inbox.get(path)).status, 404, path);
  assert.equal((await inbox.get('/inbox/faq?lang=%22%3E')).status, 400);
}); // prettier-ignore

it('what the chat tells of by itself is no message: no mail leaves, and the list is not full of it', async (t) => {
  const { receiver, ask, inbox } = await withFaq(t);
  await ask('Is there parking?');
  const left = await ask('Can you call me?', { outcome: 'handover', name: 'Ane', transcript: 'Me: hi\nAssistant: ?' });
  const list = await inbox.page('/inbox');
  assert.match(list, /Messages \(1 new\)/);
  assert.doesNotMatch(list, /parking/);
  assert.match(await inbox.page('/inbox?widget=question'), /parking/, 'there where it is looked for');
  const message = await inbox.page(`/inbox/${left}`);
  assert.match(message, /Can you call me\?[^]*How it ended[^]*Left for a person[^]*What was said[^]*Me: hi/);
  assert.doesNotMatch(message, /Other fields/);
  const store = await openStore(receiver, ['mail', 'webhook']);
  const { message: _, ...base } = contact({ locale: 'en' });
  for (const [outcome, channels] of [['unanswered', ['webhook']], ['handover', ['mail', 'webhook']]] as const) {
    const id = randomUUID();
    const fields = { ...base, submission_id: id, question: 'x', outcome } as Readonly<Record<string, string>>;
    await store.insert({ id, reference: '', widget: 'question', receivedAt: new Date().toISOString(), contentHash: '', quarantined: true, fields, files: [] });
    await store.setQuarantined(id, false);
    assert.deepEqual((await store.outgoing.of(id)).map(({ channel }) => channel), channels);
  }
  await store.close();
}); // prettier-ignore
