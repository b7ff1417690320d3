import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { FaqContent, FaqEntry, NewFaqEntry } from '../../demo/receiver/store/faq.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { itWithStores } from './it-with-stores.js';
import { submission } from './store-contract.js';

const AT = new Date('2026-11-26T10:00:00.000Z');

const content = (over: Partial<FaqContent> = {}): FaqContent => ({
  question: 'Noiz irekitzen duzue?',
  alternatives: [],
  answer: '9etan.',
  category: '',
  suggested: false,
  ...over,
});

const newEntry = (lang: string, over: Partial<FaqContent> = {}, id?: string): NewFaqEntry => ({
  key: randomUUID(),
  lang,
  content: content(over),
  ...(id !== undefined && { id }),
});

/** A question to the chat, unanswered where nothing else is said. */
export const askedQuestion = (question: string, over: Readonly<Record<string, unknown>> = {}) =>
  submission({
    widget: 'question',
    fields: { question, outcome: 'unanswered', locale: 'eu', ...over },
  });

/** What every store owes of the FAQ and of questions to the chat. `open` as in `storeContract`. */
export const faqContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStores = itWithStores(2, open);
    let languages = 0;
    /** Every test has a language of its own. */
    const ownLanguage = () => `qa-x-t${languages++}`;
    const keep = async (store: SubmissionStore, ...add: NewFaqEntry[]) => {
      assert.equal(await store.faq.change({ add, at: AT }), 'changed');
      return (await Promise.all(add.map(({ key }) => store.faq.entry(key)))) as FaqEntry[];
    };
    const questions = async (store: SubmissionStore, lang: string) =>
      (await store.faq.entries(lang)).map(({ question }) => question);
    const open1 = async (store: SubmissionStore, lang: string) =>
      (await store.questions.open([lang], 100)).map(({ id }) => id);

    withStores('gives back an entry as it was written, whatever is in it', async (store, other) => {
      const lang = ownLanguage();
      const written = content({
        question: 'როდის? <b> \u202E',
        alternatives: ["'; DROP TABLE faq_entries; --", 'a\\b %_'],
        answer: '**9**\n\n- bat',
        category: 'Denda',
        suggested: true,
      });
      const add = { key: randomUUID(), lang, id: 'hours', content: written };
      const [entry] = await keep(store, add);
      assert.deepEqual(entry, { ...written, key: add.key, lang, id: 'hours', version: 1, updatedAt: AT.toISOString() });
      assert.deepEqual(await other.faq.entries(lang), [entry]);
      assert.ok((await store.faq.languages()).includes(lang));
      const [odd] = await keep(store, newEntry(lang, { answer: 'NUL \0, lone \uD800' }));
      assert.equal(odd?.answer, 'NUL , lone \uFFFD');
      assert.equal(odd.id, odd.key, 'without an id of its own');
    }); // prettier-ignore

    withStores('keeps the languages apart, each in its own order', async (store) => {
      const [eu, es] = [ownLanguage(), ownLanguage()];
      await keep(store, newEntry(eu, { question: '1' }, 'a'), newEntry(es, { question: 'uno' }, 'a'), newEntry(eu, { question: '2' })); // prettier-ignore
      assert.deepEqual([await questions(store, eu), await questions(store, es)], [['1', '2'], ['uno']]);
      const all = (await store.faq.entries()).filter(({ lang }) => lang === eu || lang === es);
      assert.deepEqual(all.map(({ question }) => question), ['1', '2', 'uno']); // prettier-ignore
    });

    withStores('lets nobody write over what they have not seen', async (store, other) => {
      const lang = ownLanguage();
      const [entry] = (await keep(store, newEntry(lang))) as [FaqEntry];
      const { key } = entry;
      const first = content({ answer: 'A' });
      assert.equal(await store.faq.change({ update: [{ key, version: 1, content: first }], at: AT }), 'changed');
      const asked = askedQuestion('a', { locale: lang });
      await store.insert(asked);
      const late = { update: [{ key, version: 1, content: content({ answer: 'B' }) }], add: [newEntry(lang)], settle: [asked.id], at: AT };
      assert.equal(await other.faq.change(late), 'stale');
      assert.equal(await other.faq.remove(key, 1, AT), 'stale');
      const [now, ...rest] = await store.faq.entries(lang);
      assert.deepEqual([now?.answer, now?.version, rest], ['A', 2, []], 'nothing else of it was written either');
      assert.deepEqual(await open1(store, lang), [asked.id]);
      const outcomes = await Promise.all(
        [store, other, store, other].map((each, n) =>
          each.faq.change({ update: [{ key, version: 2, content: content({ answer: `${n}` }) }], at: AT }),
        ),
      );
      assert.deepEqual(outcomes.toSorted(), ['changed', 'stale', 'stale', 'stale']);
    }); // prettier-ignore

    withStores('has another revision after each change, and the same after none', async (store, other) => {
      const lang = ownLanguage();
      const before = await store.faq.revision();
      const [entry, second] = (await keep(store, newEntry(lang), newEntry(lang))) as [FaqEntry, FaqEntry];
      const seen = [before, await other.faq.revision()];
      await store.faq.change({ update: [{ key: entry.key, version: 7, content: content() }], at: AT });
      assert.equal(await store.faq.revision(), seen[1], 'of a change that was refused');
      await store.faq.move(second.key, -1);
      seen.push(await store.faq.revision());
      await store.faq.remove(entry.key, 1, AT);
      seen.push(await store.faq.revision());
      await store.faq.restore(entry.key, AT);
      seen.push(await store.faq.revision());
      assert.equal(new Set(seen).size, 5);
    });

    withStores('puts entries in the order that the owner wants', async (store) => {
      const lang = ownLanguage();
      const entries = await keep(store, ...['1', '2', '3', '4'].map((question) => newEntry(lang, { question })));
      const [one, , three] = entries as [FaqEntry, FaqEntry, FaqEntry];
      await store.faq.move(three.key, -1);
      assert.deepEqual(await questions(store, lang), ['1', '3', '2', '4']);
      await store.faq.move(one.key, -1);
      assert.deepEqual(await questions(store, lang), ['1', '3', '2', '4'], 'the first stays the first');
      await store.faq.move(one.key, 1);
      assert.deepEqual(await questions(store, lang), ['3', '1', '2', '4']);
      const to = (place: number, version: number) =>
        store.faq.change({ update: [{ key: one.key, version, content: content({ question: '1' }), place }], at: AT });
      assert.equal(await to(3, 1), 'changed', 'to be moved is no change of what it says');
      assert.deepEqual(await questions(store, lang), ['3', '2', '4', '1']);
      await to(0, 2);
      assert.deepEqual(await questions(store, lang), ['1', '3', '2', '4']);
      assert.equal(await store.faq.move(randomUUID(), 1), false);
    }); // prettier-ignore

    withStores('gives a deleted entry back where it was', async (store) => {
      const lang = ownLanguage();
      const entries = await keep(store, ...['1', '2', '3'].map((question) => newEntry(lang, { question }, question)));
      const [, two] = entries as [FaqEntry, FaqEntry];
      assert.equal(await store.faq.remove(two.key, 1, AT), 'changed');
      assert.deepEqual(await questions(store, lang), ['1', '3']);
      assert.equal(await store.faq.entry(two.key), undefined);
      assert.equal(await store.faq.change({ update: [{ key: two.key, version: 2, content: content() }], at: AT }), 'stale');
      assert.deepEqual((await store.faq.deleted(lang, 9)).map(({ key, deletedAt }) => [key, deletedAt]), [[two.key, AT.toISOString()]]);
      assert.equal(await store.faq.restore(two.key, AT), true);
      assert.equal(await store.faq.restore(two.key, AT), false);
      assert.deepEqual(await questions(store, lang), ['1', '2', '3']);
      assert.deepEqual(await store.faq.deleted(lang, 9), []);
    }); // prettier-ignore

    withStores('takes back what an entry was changed to, with its place and the questions that it settled', async (store, other) => {
      const lang = ownLanguage();
      const asked = Array.from({ length: 3 }, (_, n) => askedQuestion(`${n}`, { locale: lang }));
      for (const each of asked) await store.insert(each);
      const [one, two] = (await keep(store, newEntry(lang, { question: '1' }), newEntry(lang, { question: '2', alternatives: ['b'] }))) as [FaqEntry, FaqEntry];
      const { key } = two;
      assert.equal(await store.faq.previous(key), undefined);
      const [at, later] = [new Date('2026-11-26T11:00:00.000Z'), new Date('2026-11-26T12:00:00.000Z')];
      await store.questions.settle([asked[0]!.id], later);
      const written = content({ question: '2!', alternatives: ['c', '"'], answer: 'X', category: 'K', suggested: true });
      await store.faq.change({ update: [{ key, version: 1, content: written, place: 0 }], settle: [asked[1]!.id], at });
      assert.deepEqual(await questions(store, lang), ['2!', '1']);
      assert.deepEqual(await open1(store, lang), [asked[2]!.id]);
      assert.deepEqual(await other.faq.previous(key), content({ question: '2', alternatives: ['b'] }));
      const revision = await store.faq.revision();
      assert.equal(await other.faq.undo(key, 1, later), 'stale', 'somebody has seen another version');
      assert.equal(await store.faq.revision(), revision);
      assert.equal(await other.faq.undo(key, 2, later), 'changed');
      assert.deepEqual(await store.faq.entry(key), { ...two, version: 3, updatedAt: later.toISOString() });
      assert.deepEqual(await questions(store, lang), ['1', '2']);
      assert.deepEqual((await open1(store, lang)).toSorted(), [asked[1]!.id, asked[2]!.id].toSorted(), 'and no other is open again');
      assert.equal(await store.faq.undo(key, 3, later), 'changed', 'to undo can be undone');
      assert.deepEqual([await questions(store, lang), (await store.faq.entry(key))?.category], [['2!', '1'], 'K']);
      assert.equal((await open1(store, lang)).length, 2);
      assert.equal(await store.faq.undo(one.key, 2, later), 'stale');
    }); // prettier-ignore

    withStores('takes back a new entry, which can be had back all the same', async (store) => {
      const lang = ownLanguage();
      const asked = askedQuestion('a', { locale: lang });
      await store.insert(asked);
      const add = newEntry(lang);
      const at = new Date('2026-11-26T13:00:00.000Z');
      await store.faq.change({ add: [add], settle: [asked.id], at });
      assert.deepEqual(await open1(store, lang), []);
      assert.equal(await store.faq.undo(add.key, 1, AT), 'changed');
      assert.deepEqual([await store.faq.entries(lang), await open1(store, lang)], [[], [asked.id]]);
      assert.equal(await store.faq.undo(add.key, 2, AT), 'stale');
      assert.equal(await store.faq.restore(add.key, AT), true);
      assert.equal(await store.faq.undo(add.key, 3, AT), 'stale', 'it never said anything else');
      assert.equal(await store.faq.undo(randomUUID(), 1, AT), 'stale');
    });

    withStores('has no id twice in a language', async (store) => {
      const lang = ownLanguage();
      const [first] = (await keep(store, newEntry(lang, {}, 'hours'))) as [FaqEntry];
      const add = [newEntry(lang), newEntry(lang, {}, 'hours')];
      assert.equal(await store.faq.change({ add, at: AT }), 'stale');
      assert.equal((await store.faq.entries(lang)).length, 1);
      await store.faq.remove(first.key, 1, AT);
      await keep(store, newEntry(lang, {}, 'hours'));
      await store.faq.restore(first.key, AT);
      assert.equal((await store.faq.entry(first.key))?.id, first.key, 'its id was given away meanwhile');
    });

    withStores('has as open what the chat could not answer, or not well', async (store) => {
      const locale = 'qa-XO';
      const ask = async (question: string, over: object, quarantined = false) => {
        const asked = { ...askedQuestion(question, { locale, ...over }), quarantined };
        await store.insert(asked);
        return asked.id;
      };
      const unanswered = await ask('a', {});
      const unhelpful = await ask('b', { outcome: 'answered', helpful: false, entry: 'hours' });
      const handover = await ask('c', { outcome: 'handover', name: 'Ane' });
      await ask('d', { outcome: 'answered', helpful: true });
      await ask('e', { outcome: 'handover', regarding: unanswered });
      await ask('f', { outcome: 'handover', helpful: false });
      await ask('\u200b', {});
      await ask('spam', {}, true);
      const found = await store.questions.open([locale], 100);
      assert.deepEqual(
        found.map(({ id, text, verdict, entry }) => [id, text, verdict, entry]).toSorted(([, a], [, b]) => (a! < b! ? -1 : 1)),
        [
          [unanswered, 'a', 'unanswered', ''],
          [unhelpful, 'b', 'unhelpful', 'hours'],
          [handover, 'c', 'handover', ''],
        ],
      );
      assert.equal((await store.questions.openLanguages()).get(locale), 3);
      await store.questions.settle([unanswered, handover], AT);
      assert.deepEqual(await open1(store, locale), [unhelpful]);
      await store.questions.settle([unhelpful, unanswered], new Date('2026-11-27T10:00:00.000Z'));
      await store.questions.reopen(AT.toISOString());
      assert.deepEqual((await open1(store, locale)).toSorted(), [unanswered, handover].toSorted());
      await store.questions.reopen('');
      assert.equal((await open1(store, locale)).length, 2);
    }); // prettier-ignore

    withStores('tells what was asked of late, whatever became of it', async (store) => {
      const locale = ownLanguage();
      const first = askedQuestion('first', { locale });
      await store.insert({ ...first, receivedAt: '2026-11-26T08:00:00.000Z' });
      await store.insert({ ...askedQuestion('helped', { locale, outcome: 'answered', helpful: true }), receivedAt: '2026-11-26T09:00:00.000Z' });
      await store.insert({ ...askedQuestion('spam', { locale }), quarantined: true });
      await store.insert(askedQuestion('', { locale }));
      await store.insert(askedQuestion('elsewhere', { locale: ownLanguage() }));
      await store.questions.settle([first.id], AT);
      assert.deepEqual(await store.questions.recent([locale, 'qa-x-none'], 9), ['helped', 'first']);
      assert.deepEqual(await store.questions.recent([locale], 1), ['helped']);
      assert.deepEqual(await store.questions.recent([], 9), []);
      assert.ok((await store.questions.languages()).includes(locale));
    }); // prettier-ignore

    withStores('settles questions together with the entry that answers them', async (store) => {
      const lang = ownLanguage();
      const asked = Array.from({ length: 1200 }, (_, n) => askedQuestion(`${n}`, { locale: lang }));
      for (const each of asked) await store.insert(each);
      const settle = asked.slice(1).map(({ id }) => id);
      assert.equal(await store.faq.change({ add: [newEntry(lang)], settle, at: AT }), 'changed');
      assert.deepEqual(await open1(store, lang), [asked[0]!.id]);
      await store.insert(asked[5]!);
      assert.deepEqual(await open1(store, lang), [asked[0]!.id], 'one that is sent again stays settled');
    });

    withStores(
      'takes no report of the chat for a message, but for where they are looked for',
      async (store) => {
        const word = `w${randomUUID().slice(0, 8)}`;
        const before = await store.counts();
        const report = askedQuestion(`${word} report`);
        const spam = { ...askedQuestion(`${word} spam`), quarantined: true };
        const left = askedQuestion(`${word} left`, { outcome: 'handover' });
        for (const each of [report, spam, left]) await store.insert(each);
        const ids = async (filter: object) =>
          (await store.list({ search: word, ...filter }, 9)).items.map(({ id }) => id);
        assert.deepEqual(await ids({}), [left.id]);
        assert.equal((await ids({ widget: 'question' })).length, 3);
        const after = await store.counts();
        assert.deepEqual([after.unread - before.unread, after.quarantined - before.quarantined], [1, 0]);
        assert.equal((await store.list({ search: word }, 9)).items[0]?.excerpt, `${word} left`);
      },
    );
  });
};
