import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { Channel } from '../../demo/receiver/store/outgoing.js';
import { periodOf } from '../../demo/receiver/appointments/period.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { chainsOf } from '../../demo/receiver/surveys/answers.js';
import { itWithStores } from './it-with-stores.js';
import { callRequest, ownNumber } from './callbacks-contract.js';
import { askedQuestion } from './faq-contract.js';
import { file, submission } from './store-contract.js';
import { answered, DAY, later, NOW } from './surveys-contract.js';

/** Longer ago than anything of other tests. */
const LONG_AGO = '1990-01-01T00:00:00.000Z';

/** What every store owes of messages that are to be gone. `open` as in `outgoingContract`. */
export const messageErasureContract = (
  name: string,
  open: (channels: readonly Channel[]) => Promise<SubmissionStore>,
): void => {
  describe(name, () => {
    const withStore = itWithStores(1, () => open(['mail']));
    const word = () => `w${randomUUID().slice(0, 8)}`;

    withStore('of a message that is erased nothing is left but that there was one', async (store) => {
      const secret = word();
      const attached = file(new TextEncoder().encode(secret));
      const sent = submission({
        fields: {
          name: secret,
          email: `${secret}@example.eus`,
          topic: secret,
          locale: 'eu',
          consent_text: 'Bai',
        },
        files: [attached],
        contentHash: secret,
      });
      await store.insert(sent);
      assert.equal(await store.erase(sent.id, NOW), true);
      assert.equal(await store.erase(sent.id, NOW), false, 'once');
      const left = await store.get(sent.id);
      assert.deepEqual(
        [left?.erasedAt, left?.reference, left?.fields, left?.files],
        [NOW.toISOString(), sent.reference, {}, []],
      );
      assert.equal(await store.file(sent.id, attached.id), undefined);
      assert.deepEqual(await store.outgoing.of(sent.id), [], 'what was to leave does not');
      assert.deepEqual((await store.list({ search: secret }, 9)).items, []);
      assert.deepEqual((await store.listFull({ search: secret }, 9)).items, []);
      assert.equal((await store.topics()).includes(secret), false);
      assert.equal((await store.consent(sent.id))?.text, 'Bai', 'the proof of the consent is there');
      assert.equal(await store.erase(randomUUID(), NOW), false);
    });

    withStore('whoever sends it once more is told the same, and it does not come back', async (store) => {
      const sent = submission({ contentHash: word() });
      await store.insert(sent);
      await store.erase(sent.id, NOW);
      assert.equal(await store.insert(sent), 'same');
      assert.equal(await store.insert({ ...sent, contentHash: 'another' }), 'different');
      assert.equal((await store.get(sent.id))?.erasedAt, NOW.toISOString());
      assert.equal(await store.setState(sent.id, 'answered'), false);
      assert.equal(await store.setQuarantined(sent.id, true), false);
      assert.equal(await store.setQuarantined(sent.id, false), false);
      assert.deepEqual(await store.outgoing.of(sent.id), []);
    });

    withStore('an answer to a survey still counts, without what was written', async (store) => {
      const survey = word();
      const fields = {
        survey,
        metric: 'csat',
        score: 2,
        comment: 'Hotz zegoen',
        email: 'a@b.eus',
        answer_x: 'y',
      };
      const sent = answered(
        survey,
        { comment: 'Hotz zegoen', score: { value: 2, min: 1, max: 5 } },
        { fields },
      );
      await store.insert(sent);
      await store.erase(sent.id, NOW);
      const [chain] = chainsOf(await store.surveys.answers(survey));
      assert.deepEqual([chain?.current?.score?.value, chain?.current?.comment], [2, '']);
      assert.deepEqual((await store.get(sent.id))?.fields, { survey, metric: 'csat', score: 2 });
    });

    withStore(
      'a number goes off the list of calls with the last message that asked for it',
      async (store) => {
        const number = ownNumber();
        const [first, second] = [callRequest(number), callRequest(number)];
        for (const each of [first, second]) await store.insert(each);
        const isListed = async () =>
          (await store.callbacks.open(10_000)).some((call) => call.number.e164 === number.e164);
        await store.erase(first.id, NOW);
        assert.equal(await isListed(), true);
        await store.erase(second.id, NOW);
        assert.equal(await isListed(), false);
        assert.equal(await store.callbacks.call(first.id), undefined);
        for (const { id } of [first, second]) assert.equal(await store.callbacks.note(id), undefined);
      },
    );

    withStore('a question is none to learn from any more', async (store) => {
      const asked = askedQuestion(word(), { locale: 'xx' });
      await store.insert(asked);
      await store.erase(asked.id, NOW);
      assert.equal(
        (await store.questions.open(['xx'], 99)).some(({ id }) => id === asked.id),
        false,
      );
    });

    withStore(
      'a time that was promised is given to nobody else, and the answer to it is gone',
      async (store) => {
        const start = Date.UTC(2031, 5, 1, 9) + Math.floor(Math.random() * 1e6) * 60_000;
        const period = periodOf({ start, end: start + 60_000 });
        const wanted = { periods: [period], staff: '', atOnce: 1 };
        const asked = submission({ widget: 'appointment' });
        await store.insert(asked, wanted);
        const answer = {
          submissionId: asked.id,
          decidedAt: NOW.toISOString(),
          sequence: 1,
          kind: 'confirmed',
        } as const;
        const decision = {
          ...answer,
          times: [period],
          sentence: 'Ate nagusian',
          staff: '',
          atOnce: 1,
          isDoubled: false,
          byMail: true,
        };
        await store.appointments.decide(decision);
        await store.erase(asked.id, NOW);
        const left = await store.get(asked.id);
        assert.deepEqual(left?.appointment?.decisions, []);
        assert.deepEqual(await store.outgoing.of(asked.id), []);
        assert.equal(await store.insert(submission({ widget: 'appointment' }), wanted), 'taken');
        assert.equal(await store.appointments.decide({ ...decision, sequence: 2 }), 'unknown');
      },
    );

    withStore(
      'is found by its e-mail address, in whatever way of writing it, and no other is',
      async (store) => {
        const own = word();
        const address = `Ane.${own}@example.eus`;
        const from = (email: string, rest: object = {}) => submission({ fields: { email, ...rest } });
        const [one, two] = [from(address), from(` ane.${own}@EXAMPLE.eus `)];
        const others = [
          from(`x.ane.${own}@example.eus`),
          from(`ane.${own}@example.com`),
          from('b@c.eus', { message: address }),
        ];
        for (const each of [one, two, ...others]) await store.insert(each);
        assert.deepEqual(new Set(await store.from(address.toUpperCase())), new Set([one.id, two.id]));
        await store.erase(one.id, NOW);
        assert.deepEqual(await store.from(address), [two.id]);
        assert.deepEqual(await store.from(`%${own}@example.eus`), [], 'nothing in an address is a pattern');
      },
    );

    withStore('what is old goes, the oldest first, but for who is still to come', async (store) => {
      const old = [0, 1, 2].map((day) =>
        submission({ receivedAt: new Date(Date.parse(LONG_AGO) + day).toISOString() }),
      );
      const start = +later(30 * DAY) + Math.floor(Math.random() * 1e6) * 60_000;
      const period = periodOf({ start, end: start + 60_000 });
      const toCome = submission({ widget: 'appointment', receivedAt: LONG_AGO });
      const young = submission({ receivedAt: NOW.toISOString() });
      for (const each of [...old, young]) await store.insert(each);
      await store.insert(toCome, { periods: [period], staff: '', atOnce: 9 });
      const before = new Date('1991-01-01');
      assert.equal(await store.eraseOld(before, 2, NOW), 2);
      const gone = async () =>
        Promise.all(
          [...old, toCome, young].map(async ({ id }) => (await store.get(id))?.erasedAt !== undefined),
        );
      assert.deepEqual(await gone(), [true, true, false, false, false]);
      assert.equal(await store.eraseOld(before, 9, NOW), 1);
      assert.equal(await store.eraseOld(before, 9, NOW), 0);
      assert.deepEqual(await gone(), [true, true, true, false, false]);
      assert.equal(await store.eraseOld(before, 9, later(800 * DAY)), 1, 'who has come is old, too');
    });
  });
};
