import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { NewSubmission, SubmissionStore } from '../../demo/receiver/store/store.js';
import type { InvitationStatus, NewAnswer, NewInvitation } from '../../demo/receiver/store/surveys.js';
import { chainsOf } from '../../demo/receiver/surveys/answers.js';
import type { SurveySetup } from '../../demo/receiver/surveys/setup.js';
import { itWithStores } from './it-with-stores.js';
import { submission } from './store-contract.js';

export const DAY = 86_400_000;
export const NOW = new Date('2026-11-26T10:00:00.000Z');
export const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

/** An invitation with sensible values where the test doesn't care. */
export const invitation = (over: Partial<NewInvitation> = {}): NewInvitation => ({
  id: randomUUID(),
  respondent: randomBytes(9).toString('base64url'),
  survey: 'visit',
  email: `${randomUUID()}@example.eus`,
  ...{ name: '', locale: '', reference: '' },
  createdAt: NOW.toISOString(),
  dueAt: NOW.toISOString(),
  expiresAt: later(60 * DAY).toISOString(),
  ...over,
});

export const answered = (
  survey: string,
  over: Partial<NewAnswer> = {},
  rest: Partial<NewSubmission> = {},
): NewSubmission =>
  submission({
    widget: 'survey',
    answer: {
      ...{ survey, answeredAt: NOW.toISOString(), verdict: 'none', respondent: '' },
      ...{ metric: 'csat', score: { value: 4, min: 1, max: 5 }, comment: '' },
      ...over,
    },
    ...rest,
  });

const leases = { channel: 'invitation', limit: 1_000, leaseMs: 60_000, maxDelayMs: 100 * DAY } as const;

/** Delivers all invitations that are due, so that later tests find nothing of them. */
export const deliverInvitations = async (store: SubmissionStore, now = NOW): Promise<void> => {
  for (const message of await store.outgoing.lease({ ...leases, now }))
    await store.outgoing.settle(message, { state: 'delivered' });
};

/** What every store owes of surveys. `open` as in `storeContract`. */
export const surveysContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStores = itWithStores(2, open);
    /** Each test keeps to a survey of its own. */
    const ownSurvey = () => `s${randomUUID().slice(0, 8)}`;
    const statuses = async (store: SubmissionStore, survey: string): Promise<InvitationStatus[]> =>
      (await store.surveys.invitations(survey, undefined, 100, 0)).map(({ status }) => status);

    withStores('gives back an answer as it came, and nothing of other surveys', async (store) => {
      const survey = ownSurvey();
      const sent = answered(
        survey,
        { comment: 'NUL \0 kendu\nბოლომდე', verdict: 'expired', respondent: 'AAAAAAAAAAAA' },
        { fields: { regarding: 'x', locale: 'ka' } },
      );
      const silent = answered(survey);
      delete (silent.answer as { score?: object }).score;
      for (const one of [sent, silent, answered(ownSurvey())])
        assert.equal(await store.insert(one), 'stored');
      assert.equal(await store.insert(sent), 'same');
      const all = await store.surveys.answers(survey);
      assert.equal(all.length, 2);
      const { score, regarding, verdict, respondent, locale, state } = all.find(({ id }) => id === sent.id)!;
      assert.deepEqual(
        { score, regarding, verdict, respondent, locale, state },
        {
          ...{ score: { value: 4, min: 1, max: 5 }, regarding: 'x', verdict: 'expired' },
          respondent: 'AAAAAAAAAAAA',
          locale: 'ka',
          state: 'new',
        },
      );
      assert.equal(all.find(({ id }) => id === silent.id)?.score, undefined);
      const entry = (await store.surveys.list()).find(({ id }) => id === survey);
      assert.deepEqual([entry?.received, entry?.isSetUp, entry?.latestAt !== ''], [2, false, true]);
    });

    withStores(
      'counts one answer of a respondent, however many receivers take them at once',
      async (store, other) => {
        const survey = ownSurvey();
        const respondent = randomBytes(9).toString('base64url');
        const first = answered(survey);
        const sent = Array.from({ length: 12 }, (_, index) =>
          answered(
            survey,
            {
              ...(index % 3 ? { verdict: 'valid', respondent } : {}),
              answeredAt: later(index).toISOString(),
            },
            // The others say that they follow one that is only just being kept.
            index % 3 ? {} : { fields: { regarding: first.id } },
          ),
        );
        await Promise.all([...sent, first].map((one, index) => (index % 2 ? other : store).insert(one)));
        for (const target of [store, other]) {
          const chains = chainsOf(await target.surveys.answers(survey));
          assert.deepEqual(
            chains
              .map(({ current, answers }) => [current?.id, answers.length])
              .sort((a, b) => Number(a[1]) - Number(b[1])),
            [
              [sent[9]!.id, 5],
              [sent[11]!.id, 8],
            ],
          );
        }
      },
    );

    withStores('finds what belongs together with an answer without reading all others', async (store) => {
      const [survey, other] = [ownSurvey(), ownSurvey()];
      const respondent = randomBytes(9).toString('base64url');
      const valid = { verdict: 'valid', respondent } as const;
      const sent: NewSubmission[] = [answered(survey, valid), answered(survey, valid), answered(survey)];
      const follow = (earlier: number, over: Partial<NewAnswer> = {}, of = survey) =>
        sent.push(answered(of, over, { fields: { regarding: sent[earlier]!.id } }));
      follow(1); // 3: of the respondent.
      follow(3); // 4: and so is what follows it.
      follow(2); // 5: somebody else's,
      follow(0, {}, other); // 6: and one to another survey.
      follow(2, { verdict: 'invalid' }); // 7
      follow(7); // 8
      for (const one of sent) await store.insert(one);
      const tied = async (index: number) =>
        (await store.surveys.answersTiedTo(sent[index]!.id))
          .map(({ id }) => sent.findIndex((one) => one.id === id))
          .sort((a, b) => a - b);
      for (const index of [0, 1, 3, 4]) assert.deepEqual(await tied(index), [0, 1, 3, 4]);
      for (const index of [2, 5, 7, 8]) assert.deepEqual(await tied(index), [2, 5, 7, 8]);
      assert.deepEqual(await tied(6), [6]);
      assert.deepEqual(await store.surveys.answersTiedTo(randomUUID()), []);
      const all = chainsOf(await store.surveys.answers(survey));
      for (const { id } of sent.filter((one) => one.answer!.survey === survey)) {
        const isIts = ({ answers }: (typeof all)[number]) => answers.some((answer) => answer.id === id);
        const own = chainsOf(await store.surveys.answersTiedTo(id)).find(isIts);
        assert.deepEqual(own, all.find(isIts));
      }
      assert.deepEqual(await Promise.all([survey, ownSurvey()].map((one) => store.surveys.has(one))), [
        ...[true, false],
      ]);
    });

    withStores('refuses the token of an invitation that was revoked before, and not after', async (store) => {
      const survey = ownSurvey();
      const asked = invitation({ survey });
      await store.surveys.invite([asked], 0);
      const token = { verdict: 'valid', respondent: asked.respondent } as const;
      const [before, after] = [answered(survey, token), answered(survey, token)];
      await store.insert(before);
      assert.deepEqual(await statuses(store, survey), ['answered']);
      assert.equal(await store.surveys.revoke(asked.id, NOW), true);
      assert.equal(await store.surveys.revoke(asked.id, NOW), false, 'once');
      await store.insert(after);
      const verdicts = (await store.surveys.answers(survey)).map(({ id, verdict }) => [id, verdict]);
      assert.deepEqual(Object.fromEntries(verdicts), { [before.id]: 'valid', [after.id]: 'revoked' });
      await deliverInvitations(store);
    });

    withStores('finds what follows a message, but answers to surveys', async (store) => {
      const survey = ownSurvey();
      const sent = answered(survey);
      const complaint = submission({ fields: { topic: 'complaint', regarding: sent.id } });
      const spam = submission({ quarantined: true, fields: { regarding: sent.id } });
      for (const one of [sent, complaint, spam, answered(survey, {}, { fields: { regarding: sent.id } })])
        await store.insert(one);
      const found = await store.surveys.followUps([sent.id, randomUUID()]);
      assert.deepEqual(
        found.map(({ id, topic, widget, state }) => [id, topic, widget, state]),
        [[complaint.id, 'complaint', 'contact', 'new']],
      );
      assert.deepEqual(await store.surveys.followUps([]), []);
    });

    withStores(
      'invites nobody twice for one reference, also where two receivers read a list at once',
      async (store, other) => {
        const survey = ownSurvey();
        const emails = Array.from({ length: 10 }, () => `${randomUUID()}@example.eus`);
        const list = (over: Partial<NewInvitation> = {}) =>
          emails.map((email) => invitation({ survey, email, ...over }));
        const outcomes = (
          await Promise.all([store.surveys.invite(list(), 0), other.surveys.invite(list(), 0)])
        ).flat();
        assert.equal(outcomes.filter((outcome) => outcome === 'invited').length, 10);
        assert.equal(outcomes.filter((outcome) => outcome === 'already').length, 10);
        const shouted = [invitation({ survey, email: emails[0]!.toUpperCase() })];
        assert.deepEqual(await store.surveys.invite(shouted, 0), ['already']);
        assert.equal((await statuses(store, survey)).length, 10);
        const mails = await store.outgoing.lease({ ...leases, now: NOW });
        assert.equal(mails.length, 10, 'one mail each');
        assert.ok(mails.every(({ submissionId, invitationId }) => !submissionId && invitationId));
        for (const mail of mails) await store.outgoing.settle(mail, { state: 'delivered' });
        assert.deepEqual(
          new Set(await store.surveys.invite(list({ reference: '2' }), 0)),
          new Set(['invited']),
        );
        await deliverInvitations(store);
      },
    );

    withStores('leaves people alone for as long as the owner wants, whatever the survey', async (store) => {
      const [one, two] = [ownSurvey(), ownSurvey()];
      const email = `${randomUUID()}@example.eus`;
      await store.surveys.invite([invitation({ survey: one, email })], 30);
      const again = (days: number) =>
        invitation({ survey: two, email, dueAt: later(days * DAY).toISOString(), reference: `${days}` });
      assert.deepEqual(await store.surveys.foresee([again(29), again(31), again(32)], 30), [
        'recent',
        'invited',
        'recent',
      ]);
      assert.deepEqual(await store.surveys.invite([again(29), again(31), again(32)], 30), [
        'recent',
        'invited',
        'recent',
      ]);
      await deliverInvitations(store, later(40 * DAY));
      // One that was never sent has asked nobody.
      const other = `${randomUUID()}@example.eus`;
      const revoked = invitation({ survey: one, email: other });
      await store.surveys.invite([revoked], 30);
      await store.surveys.revoke(revoked.id, NOW);
      assert.deepEqual(await store.surveys.invite([invitation({ survey: two, email: other })], 30), [
        'invited',
      ]);
      await deliverInvitations(store);
    });

    withStores(
      'leaves people alone also before an invitation that is planned, and no longer',
      async (store) => {
        const [one, two] = [ownSurvey(), ownSurvey()];
        const email = `${randomUUID()}@example.eus`;
        const planned = invitation({ survey: one, email, dueAt: later(60 * DAY).toISOString() });
        await store.surveys.invite([planned], 30);
        const at = (days: number) =>
          invitation({ survey: two, email, dueAt: later(days * DAY).toISOString(), reference: `${days}` });
        const whenever = await store.surveys.foresee([at(0)], 0);
        assert.deepEqual(whenever, ['invited'], 'this owner leaves nobody alone');
        assert.deepEqual(await store.surveys.invite([at(31), at(89), at(29), at(91)], 30), [
          ...['recent', 'recent', 'invited', 'invited'],
        ]);
        await deliverInvitations(store, later(100 * DAY));
      },
    );

    withStores(
      'sends nothing more to who has unsubscribed: neither what waits nor what comes',
      async (store) => {
        const survey = ownSurvey();
        const email = `${randomUUID()}@example.eus`;
        const [one, two] = [invitation({ survey, email }), invitation({ survey, email, reference: '2' })];
        const bystander = invitation({ survey });
        await store.surveys.invite([one, two, bystander], 0);
        assert.equal(await store.surveys.unsubscribe(one.respondent, NOW), true);
        assert.equal(
          await store.surveys.unsubscribe(one.respondent, later(DAY)),
          true,
          'as often as they like',
        );
        assert.equal(await store.surveys.unsubscribe('AAAAAAAAAAAA', NOW), false);
        const left = await store.outgoing.lease({ ...leases, now: NOW });
        assert.deepEqual(
          left.map(({ invitationId }) => invitationId),
          [bystander.id],
        );
        for (const mail of left) await store.outgoing.settle(mail, { state: 'delivered' });
        assert.deepEqual((await statuses(store, survey)).sort(), ['cancelled', 'sent', 'unsubscribed']);
        assert.deepEqual(
          await store.surveys.invite([invitation({ survey: ownSurvey(), email: email.toUpperCase() })], 0),
          ['unsubscribed'],
        );
        const address = (await store.surveys.suppressions(1_000)).find((one) => one.address === email);
        assert.deepEqual([address?.reason, address?.since], ['unsubscribed', NOW.toISOString()]);
        await store.surveys.bounce(left[0]!.id, '550', true, NOW);
        assert.equal(await store.surveys.unsuppress(email), true);
        assert.equal(await store.surveys.unsuppress(email), false);
        assert.deepEqual(await store.surveys.foresee([invitation({ survey: ownSurvey(), email })], 0), [
          'invited',
        ]);
      },
    );

    withStores('sends all of one survey that was given up again, and nothing else', async (store) => {
      const [survey, other] = [ownSurvey(), ownSurvey()];
      const revoked = invitation({ survey });
      await store.surveys.invite([invitation({ survey }), revoked, invitation({ survey: other })], 0);
      for (const mail of await store.outgoing.lease({ ...leases, now: NOW }))
        await store.outgoing.settle(mail, { state: 'dead', error: 'away' });
      assert.deepEqual(
        [await statuses(store, other), await statuses(store, survey)],
        [['failed'], ['failed', 'failed']],
      );
      await store.surveys.revoke(revoked.id, NOW);
      await store.surveys.sendFailedAgain(survey, NOW);
      await deliverInvitations(store);
      assert.deepEqual([...(await statuses(store, survey))].sort(), ['revoked', 'sent']);
      assert.deepEqual(await statuses(store, other), ['failed']);
    });

    withStores('notes what comes back, writes there no more, and tries again when told to', async (store) => {
      const survey = ownSurvey();
      const asked = invitation({ survey });
      await store.surveys.invite([asked], 0);
      const [mail] = await store.outgoing.lease({ ...leases, now: NOW });
      await store.outgoing.settle(mail!, { state: 'delivered' });
      assert.equal(await store.surveys.bounce(randomUUID(), 'x', true, NOW), false, 'of no invitation');
      assert.equal(await store.surveys.bounce(mail!.id, '550 5.1.1 Ez dago\r\nhalakorik', true, NOW), true);
      assert.equal(
        await store.surveys.bounce(mail!.id, '550 5.1.1 Ez dago halakorik', true, later(DAY)),
        true,
      );
      const bounced = await store.surveys.invitation(asked.id);
      assert.deepEqual(
        [bounced?.status, bounced?.problem, bounced?.bouncedAt],
        ['bounced', '550 5.1.1 Ez dago halakorik', NOW.toISOString()],
      );
      assert.deepEqual(
        await store.surveys.foresee([invitation({ survey, email: asked.email, reference: '2' })], 0),
        ['bounced'],
      );
      assert.deepEqual((await store.surveys.counts(survey)).delivered, 0);

      assert.equal(await store.surveys.sendAgain(asked.id, NOW), true);
      assert.equal(await store.surveys.sendAgain(asked.id, NOW), false);
      assert.deepEqual(await statuses(store, survey), ['queued']);
      assert.equal(
        await store.surveys.bounce(mail!.id, 'late', true, NOW),
        false,
        'a late word about the first mail',
      );
      await deliverInvitations(store);
      assert.deepEqual(await statuses(store, survey), ['sent']);
    });

    withStores(
      'keeps the pace of a channel over restarts, and for all receivers together',
      async (store, other) => {
        const survey = ownSurvey();
        await store.surveys.invite(
          Array.from({ length: 40 }, () => invitation({ survey })),
          0,
        );
        let [now, sent] = [NOW.getTime() + 200 * DAY, 0];
        const take = async (milliseconds: number, perMinute: number, ...stores: SubmissionStore[]) => {
          now += milliseconds;
          const request = { ...leases, limit: 4, now: new Date(now), maxDelayMs: 1_000 * DAY, perMinute };
          const taken = (await Promise.all(stores.map((one) => one.outgoing.lease(request)))).flat();
          for (const mail of taken) await store.outgoing.settle(mail, { state: 'delivered' });
          sent += taken.length;
          return taken.length;
        };
        assert.equal(await take(0, 6, store, other, store, other), 1, 'six a minute are one in ten seconds');
        const restarted = await open();
        assert.equal(await take(9_900, 6, restarted), 0, 'a restart begins no new minute');
        await restarted.close();
        assert.equal(await take(200, 6, store, other), 1);
        // A pause of an hour is not made up for.
        assert.equal(await take(3_600_000, 6, store, other), 1);
        assert.equal(
          await take(3_600_000, 240, store, other),
          4,
          'four a second are four at once, and no more',
        );
        assert.equal(await take(100, 240, store, other), 0);
        assert.equal(await take(250, 240, store, other), 1);
        // A clock that was wrong holds nothing up for ever.
        assert.equal(await take(400 * DAY, 6, store), 1);
        now -= 400 * DAY;
        assert.equal(await take(0, 6, store), 1);
        assert.equal(sent, 10);
        await deliverInvitations(store, new Date(now + DAY));
      },
    );

    withStores('keeps a survey’s settings, the latest of each', async (store, other) => {
      const setup: SurveySetup = {
        ...{
          id: ownSurvey(),
          pageUrl: 'https://shop.example/inkesta',
          preset: 'csat' as const,
          locale: 'eu' as const,
        },
        ...{ question: 'Zer\0 moduz?', intro: '', privacyUrl: '', delayHours: 1, validDays: 2, quietDays: 3 },
      };
      assert.equal(await store.surveys.setup(setup.id), undefined);
      await store.surveys.saveSetup({ ...setup, delayHours: 5 });
      await other.surveys.saveSetup(setup);
      assert.deepEqual(await store.surveys.setup(setup.id), setup);
    });
  });
};
