import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type {
  NewFile,
  NewSubmission,
  SubmissionFilter,
  SubmissionStore,
} from '../../demo/receiver/store/store.js';
import { itWithStores } from './it-with-stores.js';

/** A submission with sensible values where the test doesn't care. */
export const submission = (over: Partial<NewSubmission> = {}): NewSubmission => {
  const id = over.id ?? randomUUID();
  return {
    id,
    reference: `REF-${id.slice(0, 6)}`,
    widget: 'contact',
    receivedAt: new Date().toISOString(),
    contentHash: 'hash',
    quarantined: false,
    fields: { name: 'Ane', message: 'Kaixo' },
    files: [],
    ...over,
  };
};

/** A file of a submission. */
export const file = (content: Uint8Array<ArrayBuffer>, over: Partial<NewFile> = {}): NewFile => ({
  id: randomUUID(),
  field: 'attachment',
  name: 'photo.png',
  declaredType: 'image/png',
  sniffedType: 'image/png',
  sha256: createHash('sha256').update(content).digest('hex'),
  content,
  ...over,
});

/**
 * What every store owes. `open` gives a store on the same, initially empty database each time it is called:
 * the second and third stand for other receivers.
 */
export const storeContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStore = itWithStores(1, open);
    /** Each test keeps to its own rows by a word that occurs nowhere else. */
    const ownWord = () => `w${randomUUID().slice(0, 8)}`;
    const ids = async (store: SubmissionStore, filter: SubmissionFilter) =>
      (await store.list(filter, 100)).items.map(({ id }) => id);

    withStore('gives back every field and file exactly as it was sent', async (store) => {
      const fields = {
        ...JSON.parse('{"__proto__": "own data", "constructor": "c", "isAdmin": true}'),
        name: 'ნინო <b>\u202Eevil</b>',
        message: "NUL \0, lone \uD800 surrogate, '; DROP TABLE submissions; --\r\n\u001b[31m",
        people: 5,
        choices: ['bat', 'bi'],
      };
      const bytes = new Uint8Array(5 * 1024 * 1024).map((_, index) => index % 251);
      const files = [file(bytes), file(Uint8Array.of(0, 1, 2), { name: 'bi.bin', sniffedType: '' })];
      const sent = submission({ fields, files });
      assert.equal(await store.insert(sent), 'stored');
      const got = await store.get(sent.id);
      assert.deepEqual(got?.fields, fields);
      assert.deepEqual(Object.keys(got?.fields ?? {}), Object.keys(fields));
      assert.deepEqual(
        got?.files.map(({ name, size }) => [name, size]),
        [
          ['photo.png', bytes.length],
          ['bi.bin', 3],
        ],
      );
      const first = await store.file(sent.id, files[0]!.id);
      assert.ok(first && Buffer.from(first.content).equals(bytes));
    });

    withStore('tells a repeated submission from one that takes another id', async (store) => {
      const sent = submission({ files: [file(Uint8Array.of(1))] });
      assert.equal(await store.insert(sent), 'stored');
      assert.equal(await store.insert({ ...sent, files: [file(Uint8Array.of(1))] }), 'same');
      assert.equal(await store.insert({ ...sent, contentHash: 'other' }), 'different');
      assert.equal((await store.get(sent.id))?.files.length, 1);
    });

    withStore('keeps one row when many receivers insert the same id at once', async (store) => {
      const others = await Promise.all([open(), open()]);
      const sent = submission({ fields: { message: ownWord() } });
      const attempts = [store, ...others].flatMap((target) =>
        Array.from({ length: 8 }, () => target.insert({ ...sent, files: [file(Uint8Array.of(1))] })),
      );
      const outcomes = await Promise.all(attempts);
      assert.equal(outcomes.filter((outcome) => outcome === 'stored').length, 1);
      assert.equal(outcomes.filter((outcome) => outcome === 'same').length, 23);
      assert.equal((await store.get(sent.id))?.files.length, 1);
      await Promise.all(others.map((other) => other.close()));
    });

    withStore('keeps nothing of a submission whose files cannot be kept', async (store) => {
      const twice = file(Uint8Array.of(1));
      const sent = submission({ files: [twice, twice] });
      await assert.rejects(store.insert(sent));
      assert.equal(await store.get(sent.id), undefined);
      assert.equal(await store.insert({ ...sent, files: [twice] }), 'stored', 'and the store still works');
    });

    withStore('keeps a consent as a record of its own, by its own clock', async (store) => {
      const receivedAt = '2026-11-22T10:00:00.000Z';
      const full = {
        consent_text: 'Ados\0 nago',
        consent_at: '1970-01-01T00:00:00Z',
        consent_url: 'https://x.example/',
      };
      const [agreed, silent] = [submission({ receivedAt, fields: full }), submission({ receivedAt })];
      const odd = submission({ receivedAt, fields: { consent_text: ['not a text'], consent_at: 'yes' } });
      for (const one of [agreed, agreed, silent, odd]) await store.insert(one);
      assert.deepEqual(await store.consent(agreed.id), {
        receivedAt,
        text: 'Ados nago',
        at: '1970-01-01T00:00:00Z',
        url: 'https://x.example/',
      });
      assert.equal(await store.consent(silent.id), undefined);
      assert.deepEqual(await store.consent(odd.id), { receivedAt, text: '', at: 'yes', url: '' });
    });

    withStore('pages newest first, without gaps, also where times are equal', async (store) => {
      const message = ownWord();
      const sent = Array.from({ length: 7 }, (_, index) =>
        submission({ fields: { message }, receivedAt: `2026-11-22T10:00:0${Math.floor(index / 3)}.000Z` }),
      );
      for (const one of sent) await store.insert(one);
      const seen: string[] = [];
      for (let after; ;) {
        const { items, next } = await store.list({ search: message }, 3, after);
        seen.push(...items.map(({ id }) => id));
        if (!(after = next)) break;
      }
      const expected = sent
        .map(({ receivedAt, id }) => `${receivedAt} ${id}`)
        .sort()
        .reverse()
        .map((key) => key.split(' ')[1]);
      assert.deepEqual(seen, expected);
    });

    withStore('filters by state, topic, quarantine and words', async (store) => {
      const word = ownWord();
      const complaint = submission({ fields: { topic: 'complaint', message: `${word} Sāpes, 100% Ｆull` } });
      const question = submission({
        fields: { topic: 'question', message: word, name: 'ნინო', tags: ['bat', 'bi'] },
      });
      const spam = submission({
        fields: { message: word },
        quarantined: true,
        files: [file(Uint8Array.of(1), { name: 'Planoa.pdf' })],
      });
      for (const one of [complaint, question, spam]) await store.insert(one);
      assert.deepEqual(await ids(store, { search: word, topic: 'complaint' }), [complaint.id]);
      assert.deepEqual(await ids(store, { search: word, quarantined: true }), [spam.id]);
      assert.equal((await ids(store, { search: word, quarantined: false })).length, 2);
      assert.deepEqual(
        await ids(store, { search: `${word} SAPES` }),
        [complaint.id],
        'neither case nor accents matter',
      );
      assert.deepEqual(
        await ids(store, { search: `${word} full` }),
        [complaint.id],
        'nor compatibility forms',
      );
      assert.deepEqual(await ids(store, { search: `${word} 100%` }), [complaint.id]);
      assert.deepEqual(await ids(store, { search: `${word} 1_0` }), [], 'LIKE wildcards are text');
      assert.deepEqual(await ids(store, { search: `${word} ნინო` }), [question.id]);
      assert.deepEqual(await ids(store, { search: `${word} bi\\` }), []);
      assert.deepEqual(
        await ids(store, { search: `planoa ${word}` }),
        [spam.id],
        'names of files are searched',
      );
      assert.deepEqual(await ids(store, { search: question.reference }), [question.id]);

      assert.equal(await store.setState(question.id, 'answered'), true);
      assert.deepEqual(await ids(store, { search: word, state: 'answered' }), [question.id]);
      assert.equal(await store.setQuarantined(spam.id, false), true);
      assert.deepEqual(await ids(store, { search: word, quarantined: true }), []);
      assert.equal(await store.setState(randomUUID(), 'read'), false);
      assert.equal(await store.setQuarantined(randomUUID(), true), false);
      assert.ok((await store.topics()).includes('complaint'));
    });

    withStore('lists what a person needs to choose a message', async (store) => {
      const word = ownWord();
      await store.insert(
        submission({
          fields: { name: `Ane\r\n\0${word}`, message: `bat\n\nbi ${'😀'.repeat(300)}`, locale: 'eu' },
          files: [file(Uint8Array.of(1))],
        }),
      );
      const [entry] = (await store.list({ search: word }, 1)).items;
      assert.equal(entry?.sender, `Ane ${word}`);
      assert.equal(entry?.excerpt, `bat bi ${'😀'.repeat(152)}…`);
      assert.equal(entry?.locale, 'eu');
      assert.equal(entry?.fileCount, 1);
      assert.equal(entry?.state, 'new');
      const [full] = (await store.listFull({ search: word }, 1)).items;
      assert.equal(full?.files[0]?.name, 'photo.png');
    });

    withStore('counts the unread outside quarantine and all within', async (store) => {
      const before = await store.counts();
      const read = submission();
      for (const one of [submission(), read, submission({ quarantined: true })]) await store.insert(one);
      await store.setState(read.id, 'read');
      const after = await store.counts();
      assert.equal(after.unread - before.unread, 1);
      assert.equal(after.quarantined - before.quarantined, 1);
    });

    withStore("does not give one submission's file under another's address", async (store) => {
      const [mine, other] = [submission({ files: [file(Uint8Array.of(1))] }), submission()];
      await store.insert(mine);
      await store.insert(other);
      assert.equal(await store.file(other.id, mine.files[0]!.id), undefined);
    });

    withStore('shares the first secret with every receiver', async (store) => {
      const other = await open();
      const name = ownWord();
      const secrets = await Promise.all([store.secret(name, 'first'), other.secret(name, 'second')]);
      assert.equal(secrets[0], secrets[1]);
      assert.equal(await store.secret(name, 'third'), secrets[0]);
      await other.close();
    });

    it('keeps what it has when it is opened again', async () => {
      const sent = submission();
      const first = await open();
      await first.insert(sent);
      await first.close();
      const second = await open();
      assert.equal((await second.get(sent.id))?.id, sent.id);
      await second.ping();
      await second.close();
      await assert.rejects(second.ping());
    });
  });
};
