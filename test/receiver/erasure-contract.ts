import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { chainsOf } from '../../demo/receiver/surveys/answers.js';
import { itWithStores } from './it-with-stores.js';
import { answered, DAY, deliverInvitations, invitation, later, NOW } from './surveys-contract.js';

/** What every store owes of people who want to be known no more. `open` as in `storeContract`. */
export const erasureContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStore = itWithStores(1, open);
    const ownSurvey = () => `e${randomUUID().slice(0, 8)}`;
    const ownAddress = () => `${randomUUID()}@example.eus`;

    withStore(
      'erases a person: nothing says any more who was asked, and what was answered still counts',
      async (store) => {
        const [survey, other] = [ownSurvey(), ownSurvey()];
        const email = ownAddress();
        const person = { email, name: 'Ane', locale: 'eu' };
        const [first, second, elsewhere] = [
          invitation({ survey, ...person, reference: 'B-1' }),
          invitation({ survey, ...person, reference: 'B-2' }),
          invitation({ survey: other, ...person, reference: 'C-3' }),
        ];
        const bystander = invitation({ survey, name: 'Jon', reference: 'B-1' });
        await store.surveys.invite([first, second, bystander], 0);
        await deliverInvitations(store);
        await store.surveys.invite([elsewhere], 0);
        const token = { verdict: 'valid', respondent: first.respondent } as const;
        const [before, after] = [answered(survey, token), answered(survey, token)];
        await store.insert(before);
        const counted = await store.surveys.counts(survey);

        assert.equal(await store.surveys.invitationsTo(email.toUpperCase()), 3);
        assert.equal(await store.surveys.erase(email.toUpperCase(), NOW), 3);
        assert.equal(await store.surveys.erase(email, NOW), 0, 'once');
        assert.equal(await store.surveys.invitationsTo(email), 0);
        for (const { id } of [first, second, elsewhere]) {
          const left = JSON.stringify(await store.surveys.invitation(id));
          assert.doesNotMatch(left, /Ane|B-1|B-2|C-3|"eu"/);
          assert.ok(!left.includes(email));
        }
        assert.deepEqual(
          await store.outgoing.lease({
            channel: 'invitation',
            limit: 9,
            leaseMs: 1,
            maxDelayMs: DAY,
            now: NOW,
          }),
          [],
          'what waited does not leave',
        );
        const statuses = await store.surveys.invitations(survey, undefined, 9, 0);
        assert.deepEqual(statuses.map(({ status }) => status).sort(), ['answered', 'erased', 'sent']);
        const { delivered, answered: answers } = await store.surveys.counts(survey);
        assert.deepEqual(
          [delivered, answers],
          [counted.delivered, counted.answered],
          'how many answered is true as before',
        );

        await store.insert(after);
        const [chain] = chainsOf(await store.surveys.answers(survey)).filter(({ current }) => current);
        assert.equal(chain?.current?.id, before.id, 'the link in the mail counts no more');
        const kept = await store.surveys.invitation(bystander.id);
        assert.deepEqual([kept?.name, kept?.reference, kept?.erasedAt], ['Jon', 'B-1', '']);
      },
    );

    withStore('invites who was erased never again, and says so, until the owner allows it', async (store) => {
      const email = ownAddress();
      const survey = ownSurvey();
      await store.surveys.invite([invitation({ survey, email, reference: '1' })], 0);
      await store.surveys.erase(email, NOW);
      const list = ['1', '2'].map((reference) =>
        invitation({ survey, email: email.toUpperCase(), reference }),
      );
      assert.deepEqual(await store.surveys.foresee(list, 0), ['already', 'erased']);
      assert.deepEqual(await store.surveys.invite(list, 0), ['already', 'erased']);
      const stranger = ownAddress();
      assert.equal(await store.surveys.erase(stranger, NOW), 0);
      assert.deepEqual(await store.surveys.foresee([invitation({ survey, email: stranger })], 0), ['erased']);
      const suppressions = (await store.surveys.suppressions(10_000)).filter(
        ({ reason }) => reason === 'erased',
      );
      assert.ok(suppressions.every(({ address }) => address.startsWith('erased:') && !address.includes('@')));
      for (const { address } of suppressions) assert.equal(await store.surveys.unsuppress(address), true);
      assert.deepEqual(await store.surveys.invite([list[1]!], 0), ['invited']);
      await deliverInvitations(store);
    });

    withStore(
      'forgets whom expired invitations went to; what they said about mail still holds',
      async (store) => {
        const survey = ownSurvey();
        const [gone, unsubscribed, young] = [ownAddress(), ownAddress(), ownAddress()];
        const expired = { survey, reference: '1', expiresAt: later(-200 * DAY).toISOString() };
        const asked = [
          invitation({ ...expired, email: gone }),
          invitation({ ...expired, email: unsubscribed }),
          invitation({ survey, email: young, reference: '1' }),
        ];
        await store.surveys.invite(asked, 0);
        await deliverInvitations(store);
        let forgotten = 0;
        for (let number; number !== 0; forgotten += number)
          number = await store.surveys.eraseExpired(later(-100 * DAY), 1, NOW);
        assert.equal(forgotten, 2, 'a few at a time');
        assert.ok((await store.surveys.invitation(asked[2]!.id))?.email === young);
        assert.equal((await store.surveys.invitation(asked[0]!.id))?.email, '');
        // A link to unsubscribe never expires.
        assert.equal(await store.surveys.unsubscribe(asked[1]!.respondent, NOW), true);
        const again = (email: string, reference: string) => invitation({ survey, email, reference });
        assert.deepEqual(
          await store.surveys.foresee(
            [again(gone, '1'), again(gone, '2'), again(unsubscribed, '2'), again(young, '2')],
            0,
          ),
          ['already', 'invited', 'unsubscribed', 'invited'],
        );
        assert.deepEqual(
          await store.surveys.foresee([again(gone, '2')], 30),
          ['recent'],
          'nobody is asked too often',
        );
      },
    );
  });
};
