/** The FAQ and the questions of visitors in the inbox, as an owner reads them whose language is not English. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it, type TestContext } from 'node:test';
import { LIMITS } from '../../demo/receiver/faq/content.js';
import { attribute, isElement } from '../../demo/receiver/faq/html-to-markdown.js';
import { locales } from '../../src/localization/locale.js';
import { cookieOf, inboxClient, signIn } from './inbox-client.js';
import { formOf, pressed, send } from './inbox-forms.js';
import { contact, PASSWORD, startTestReceiver } from './receiver.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Names of formats and tags of languages, which are the same in every language. */
const KEPT = new Set<string>([
  'HTML',
  'JSON',
  'details',
  'schema',
  'org',
  'FAQPage',
  'https',
  'pt',
  'BR',
  ...locales,
]);

/** Attributes that are read out or shown. */
const TEXTS = ['aria-label', 'label', 'title', 'placeholder', 'alt'];

/** What a person reads in this language, but for code and what they typed. */
const textsIn = (nodes: readonly Node[], lang: string): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
    if (!isElement(node) || /^(?:code|textarea)$/.test(node.tagName)) return [];
    if ((attribute(node, 'lang') ?? lang) !== lang) return [];
    return [...TEXTS.map((name) => attribute(node, name) ?? ''), ...textsIn(node.childNodes, lang)];
  });

const FAQ = [
  ['როდის ახდენთ მიწოდებას?', 'ორშაბათიდან პარასკევამდე.'],
  ['როგორ დავაბრუნო ნივთი?', 'ფოსტით, ორ კვირაში.'],
  ['როდის ხართ ღია?', 'ცხრიდან ექვსამდე.'],
  ['შეიძლება ბარათით გადახდა?', 'დიახ.'],
] as const;

/** An inbox in Georgian over an FAQ in Georgian, and visitors who ask in it. */
const georgianInbox = async (t: TestContext) => {
  const receiver = await startTestReceiver(t, { inboxLanguage: 'ka' });
  const keys = FAQ.map(() => randomUUID());
  const add = FAQ.map(([question, answer], index) => ({
    ...{ key: keys[index]!, lang: 'ka' },
    content: { question, answer, alternatives: [], category: 'მაღაზია', suggested: index === 0 },
  }));
  const inbox = inboxClient(receiver.url, cookieOf(await signIn(receiver.url, PASSWORD)));
  const ask = async (question: string, over: object = {}) => {
    const { message: _, ...base } = contact({ locale: 'ka' });
    const asked = { ...base, widget: 'question', question, outcome: 'unanswered', ...over };
    return (await receiver.kept(await receiver.post(asked))).id;
  };
  return { receiver, inbox, ask, keys, fill: () => receiver.store.faq.change({ add, at: new Date() }) };
};

it('in Georgian, no page of the FAQ and the questions has a word of another language', async (t) => {
  const { receiver, inbox, ask, keys, fill } = await georgianInbox(t);
  const found: string[] = [];
  const read = (what: string, page: string): string => {
    const texts = textsIn(parse(page).childNodes, 'ka').join('\n');
    for (const [word] of texts.matchAll(/\p{Script=Latin}+/gu)) if (!KEPT.has(word)) found.push(`${what}: ${word}`);
    for (const [name] of texts.matchAll(/\{\w+\}/g)) found.push(`${what}: ${name}`);
    return page;
  };
  /** @param sign of the state that is meant: text or markup of the page */
  const page = async (path: string, sign: string | RegExp = '<h1>'): Promise<string> => {
    const text = await inbox.page(path);
    assert.match(text, typeof sign === 'string' ? new RegExp(sign) : sign, path);
    return read(path, text);
  };
  const post = async (path: string, form: URLSearchParams, status: number, what: string): Promise<string> => {
    const answer = await send(receiver, inbox, path, form);
    assert.equal(answer.status, status, what);
    return status === 303 ? answer.headers.get('location')! : read(what, await answer.text());
  };

  // Nothing yet.
  await page('/inbox/faq', 'class="empty"');
  await page('/inbox/questions', 'class="empty"');

  // An import.
  const empty = formOf(await page('/inbox/faq/import?lang=ka'));
  const csrf = empty.get('csrf')!;
  const imported = async (source: string, status: number, lang = 'ka') =>
    post('/inbox/faq/import', new URLSearchParams({ csrf, lang, source }), status, `import of ${source.slice(0, 30)}`);
  await imported('ა', 422);
  await imported('{"entries": [', 422);
  await imported('[1]', 422);
  await imported('ა', 422, 'not a language');
  await fill();
  const details = (question: string, answer: string) => `<details><summary>${question}</summary>${answer}</details>`;
  await imported(details(FAQ[0][0], 'ყოველდღე.'), 200);
  const many = Array.from({ length: 101 }, (_, n) => details(`სხვა შეკითხვა ${n}?`, 'ა')).join('');
  await imported(details(FAQ[0][0], 'ყოველდღე.') + details('ახალი?', 'ა') + details('ცარიელი', '') + many, 200);
  const again = await imported(JSON.stringify([{ question: FAQ[1][0], answer: FAQ[1][1], category: 'მაღაზია' }]), 200);
  assert.match(again, /id="preview"/);

  // The list, after each thing that is done to it.
  await page('/inbox/faq?lang=ka', '<ol class="entries"');
  await page('/inbox/faq?lang=ka&done=imported', 'role="status"');
  await page('/inbox/faq?lang=ka&done=undone', 'role="status"');
  await page(`/inbox/faq?lang=ka&done=up&key=${keys[1]!}`, 'autofocus');
  await page('/inbox/faq?lang=eu', 'class="empty"');

  // An entry.
  const path = `/inbox/faq/${keys[3]!}`;
  await page('/inbox/faq/new?lang=ka', 'id="lang-hint"');
  const tooMuch = {
    question: 'ა'.repeat(LIMITS.question + 1),
    alternatives: ['ბ'.repeat(LIMITS.wording + 1), ...Array.from({ length: LIMITS.wordings }, (_, n) => `${n}`)].join('\n'),
    answer: 'ა'.repeat(LIMITS.answer + 1),
    category: 'ა'.repeat(LIMITS.category + 1),
  };
  await post('/inbox/faq/new', new URLSearchParams({ csrf, lang: '?' }), 422, 'an empty entry');
  const refused = await post('/inbox/faq/new', new URLSearchParams({ csrf, lang: 'ka', ...tooMuch }), 422, 'a long entry');
  assert.equal(refused.match(/-problem"><a|-problem">\s*<a/g)?.length, 5, 'all that is wrong is said');
  const entry = formOf(await page(path, 'id="place-hint"'));
  const wordings = { alternatives: 'ვიზა ბარათი\nნაღდი ფული' };
  await post(path, pressed(entry, 'preview', wordings), 200, 'an effect on nothing');
  await page(await post(path, pressed(entry, 'save', wordings), 303, 'saved'), 'role="status"');
  await page(path, '<summary>');
  await post(path, pressed(entry, 'save'), 409, 'an entry that was changed meanwhile');
  await post(`${path}/undo`, entry, 409, 'an undo too late');
  await post(`${path}/delete`, entry, 409, 'a deletion too late');
  await post(`${path}/move`, pressed(entry, 'x', { by: 'sideways' }), 400, 'an unknown direction');
  await page(await post(`${path}/delete`, pressed(entry, 'x', { version: '2' }), 303, 'deleted'), '<summary>');
  await post(path, entry, 409, 'an entry that is gone');
  read('an address without a language', await (await inbox.get('/inbox/faq?lang=%22%3E')).text());

  // Questions.
  const id = await ask('მოგაქვთ ამანათები ზარაუცში?');
  for (const question of ['მოგაქვთ ამანათები ზარაუცში', 'მოგაქვთ ამანათი ზარაუცში?', 'ამანათები ზარაუცში მოგაქვთ?', 'ამანათები ზარაუცში', 'ამანათი ზარაუცში?', 'ზარაუცში ამანათები?'])
    await ask(question);
  await ask('რა ღირს მიწოდება?', { outcome: 'answered', helpful: false, entry: FAQ[0][0] });
  await ask('ჰმ?', { outcome: 'answered', helpful: false, entry: '' });
  for (const question of [FAQ[1][0], 'როგორ დავაბრუნო ტუმბო?']) await ask(question, { outcome: 'answered', helpful: true, entry: 'x' });
  const list = await page('/inbox/questions?lang=ka', '<ol class="groups">');
  const groups = [...list.matchAll(/<h2>\s*<a href="([^"]+)"/g)].map((match) => match[1]!);
  assert.ok(groups.length > 2);
  for (const group of groups) await page(group, 'id="order"');
  const group = `/inbox/questions/${id}`;
  const form = formOf(await page(group));
  const none = pressed(form, 'attach');
  none.delete('wording');
  await post(group, none, 422, 'no wording ticked');
  const attach = (key: string, action = 'attach') => pressed(form, action, { entry: key });
  await post(group, pressed(form, 'dance'), 400, 'an unknown action');
  await post(group, attach(randomUUID()), 409, 'an entry that is no more');
  await post(group, attach(keys[0]!, 'edit'), 200, 'an entry with a wording');
  await post(group, pressed(form, 'new'), 200, 'a new entry for a question');
  const preview = await post(group, attach(keys[0]!, 'preview'), 200, 'what a wording would change');
  const settled = await post(group, pressed(formOf(preview), 'attach'), 303, 'attached');
  const undo = formOf(await page(settled, /role="status"[^]*class="hint"/));
  await post(group, form, 409, 'a question that was dealt with');
  await page(await post(`/inbox/faq/${keys[0]!}/undo`, undo, 303, 'undone'), 'role="status"');
  await page(`${settled}&left=${id}`);
  const aside = await post(group, pressed(formOf(await page(group)), 'aside'), 303, 'put aside');
  await page(aside, 'action="/inbox/questions/reopen"');
  await page(`${group}?left=${groups.at(-1)!.split('/').at(-1)!}`, 'class="notice"');

  // What takes an answer from others, and words that tell who somebody is.
  const other = `/inbox/questions/${await ask('როგორ დავაბრუნო ტუმბო დღეს?')}`;
  const stolen = pressed(formOf(await page(other)), 'attach', { entry: keys[2]! });
  assert.match(await post(other, stolen, 200, 'a warning'), /id="effect"/);
  const telling = `/inbox/questions/${await ask('დამირეკეთ: 943 12 34 56')}`;
  const shown = pressed(formOf(await page(telling)), 'attach', { entry: keys[2]! });
  assert.match(await post(telling, shown, 200, 'words that tell who somebody is'), /class="notice"/);

  assert.deepEqual([...new Set(found)], []);
}); // prettier-ignore
