import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Channel, LeaseRequest } from '../../demo/receiver/store/outgoing.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { itWithStores } from './it-with-stores.js';
import { submission } from './store-contract.js';

const HOUR = 3_600_000;
const lease = (channel: Channel, now: Date, limit = 100): LeaseRequest => ({
  channel,
  limit,
  now,
  leaseMs: 60_000,
  maxDelayMs: HOUR,
});
const soon = (milliseconds = 1_000) => new Date(Date.now() + milliseconds);

/** What every store owes of what leaves. `open` as in `storeContract`, with these channels for new submissions. */
export const outgoingContract = (
  name: string,
  open: (channels: readonly Channel[]) => Promise<SubmissionStore>,
): void => {
  describe(name, () => {
    /** Every test empties the table first, so that it leases its own only. */
    const withStores = (
      title: string,
      work: (store: SubmissionStore, other: SubmissionStore) => Promise<void>,
      channels: readonly Channel[] = ['mail', 'webhook'],
    ): void =>
      itWithStores(2, () => open(channels))(title, async (store, other) => {
        for (const channel of ['mail', 'webhook'] as const) {
          for (const message of await store.outgoing.lease(lease(channel, soon(10 * HOUR), 1_000)))
            await store.outgoing.settle(message, { state: 'delivered' });
        }
        for (const { id } of await store.outgoing.undelivered(1_000)) await store.outgoing.dismiss(id);
        await work(store, other);
      });

    withStores(
      'queues a new submission once for every channel, and a repeated one not again',
      async (store) => {
        const sent = submission();
        assert.deepEqual(await store.insert(sent).then(() => store.insert(sent)), 'same');
        await store.insert({ ...sent, contentHash: 'other' });
        const messages = await store.outgoing.of(sent.id);
        assert.deepEqual(
          messages.map(({ channel, state, attempts }) => [channel, state, attempts]),
          [
            ['mail', 'waiting', 0],
            ['webhook', 'waiting', 0],
          ],
        );
      },
    );

    withStores(
      'queues nothing where no channel is set',
      async (store) => {
        const sent = submission();
        await store.insert(sent);
        assert.deepEqual(await store.outgoing.of(sent.id), []);
      },
      [],
    );

    withStores('queues what is in quarantine when it is let out, and once', async (store) => {
      const spam = submission({ quarantined: true });
      const plain = submission();
      await store.insert(spam);
      await store.insert(plain);
      assert.deepEqual(await store.outgoing.of(spam.id), []);
      for (const quarantined of [false, true, false]) await store.setQuarantined(spam.id, quarantined);
      assert.equal((await store.outgoing.of(spam.id)).length, 2);
      await store.setQuarantined(plain.id, false);
      assert.equal((await store.outgoing.of(plain.id)).length, 2);
    });

    withStores('leases each message to one receiver, the oldest first', async (store, other) => {
      const sent = Array.from({ length: 20 }, () => submission());
      for (const one of sent) await store.insert(one);
      const now = soon();
      const first = await store.outgoing.lease(lease('mail', now, 3));
      const rest = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          [store, other][index % 2]!.outgoing.lease(lease('mail', now, 4)),
        ),
      );
      const taken = [first, ...rest].flat();
      assert.ok(taken.length >= 3);
      assert.equal(new Set(taken.map(({ id }) => id)).size, taken.length, 'none was taken twice');
      assert.ok(taken.every(({ channel, attempts }) => channel === 'mail' && attempts === 1));
      const left = await store.outgoing.lease(lease('mail', now));
      assert.deepEqual(
        [...taken, ...left].map(({ submissionId }) => submissionId).sort(),
        sent.map(({ id }) => id).sort(),
        'and none was left out',
      );
    });

    withStores(
      'gives a message to another when its lease is over, and then ignores who had it',
      async (store, other) => {
        await store.insert(submission());
        const [stale] = await store.outgoing.lease(lease('mail', soon()));
        assert.ok(stale);
        assert.deepEqual(await other.outgoing.lease(lease('mail', soon(30_000))), []);
        const [fresh] = await other.outgoing.lease(lease('mail', soon(120_000)));
        assert.deepEqual([fresh?.id, fresh?.attempts], [stale.id, 2]);
        assert.equal(await store.outgoing.settle(stale, { state: 'dead', error: 'late' }), false);
        assert.equal(await other.outgoing.settle(fresh!, { state: 'delivered' }), true);
        assert.equal(await other.outgoing.settle(fresh!, { state: 'dead', error: 'twice' }), false);
        assert.equal((await store.outgoing.of(stale.submissionId))[0]?.state, 'delivered');
        assert.deepEqual(await store.outgoing.lease(lease('mail', soon(10 * HOUR))), []);
      },
    );

    withStores(
      'waits until a message is due, but not for what a clock wrote that had jumped',
      async (store) => {
        await store.insert(submission());
        const [message] = await store.outgoing.lease(lease('mail', soon()));
        assert.ok(message);
        await store.outgoing.settle(message, { state: 'waiting', dueAt: soon(HOUR / 2), error: 'x' });
        assert.deepEqual(await store.outgoing.lease(lease('mail', soon())), []);
        const [again] = await store.outgoing.lease(lease('mail', soon(HOUR / 2 + 2_000)));
        assert.ok(again);
        await store.outgoing.settle(again, { state: 'waiting', dueAt: soon(365 * 24 * HOUR), error: 'x' });
        assert.equal((await store.outgoing.lease(lease('mail', soon()))).length, 1);
      },
    );

    withStores('lists what was given up or has failed, tries it again or takes it off', async (store) => {
      const sent = [submission(), submission(), submission()];
      for (const one of sent) await store.insert(one);
      const [dead, failing, fine] = await store.outgoing.lease(lease('webhook', soon()));
      assert.ok(dead && failing && fine);
      const error = `It answered\r\n\x00550 ${'x'.repeat(400)}`;
      await store.outgoing.settle(dead, { state: 'dead', error });
      await store.outgoing.settle(failing, { state: 'waiting', dueAt: soon(HOUR / 2), error: 'no' });
      await store.outgoing.settle(fine, { state: 'delivered' });
      assert.equal(await store.outgoing.undeliveredCount(), 2);
      const listed = await store.outgoing.undelivered(10);
      assert.deepEqual(listed.map(({ id }) => id).sort(), [dead.id, failing.id].sort());
      const entry = listed.find(({ id }) => id === dead.id);
      assert.equal(entry?.lastError.length, 300);
      assert.match(entry.lastError, /^It answered 550 x+…$/);
      assert.equal(entry.reference, sent.find(({ id }) => id === dead.submissionId)?.reference);

      assert.equal(await store.outgoing.retry(failing.id, soon()), false, 'it waits already');
      assert.equal(await store.outgoing.dismiss(fine.id), false);
      assert.equal(await store.outgoing.retry(dead.id, new Date()), true);
      const [again] = await store.outgoing.lease(lease('webhook', soon()));
      assert.deepEqual([again?.id, again?.attempts], [dead.id, 1], 'from the beginning');
      await store.outgoing.settle(again!, { state: 'dead', error: 'no' });
      assert.equal(await store.outgoing.dismiss(dead.id), true);
      assert.equal(await store.outgoing.undeliveredCount(), 1);
      assert.deepEqual(
        (await store.outgoing.undelivered(10)).map(({ id }) => id),
        [failing.id],
      );
    });

    withStores('tries all again at once, but what is just being delivered', async (store) => {
      for (let index = 0; index < 3; index++) await store.insert(submission());
      const [dead, failing, underWay] = await store.outgoing.lease(lease('webhook', soon()));
      assert.ok(dead && failing && underWay);
      await store.outgoing.settle(dead, { state: 'dead', error: 'no' });
      for (const each of [failing, underWay])
        await store.outgoing.settle(each, { state: 'waiting', dueAt: soon(), error: 'no' });
      const taken = await store.outgoing.lease({ ...lease('webhook', soon(1_000)), limit: 1 });
      assert.equal(taken.length, 1);
      await store.outgoing.retryAll(soon());
      const again = await store.outgoing.lease(lease('webhook', soon()));
      assert.equal(again.length, 2);
      assert.ok(again.every(({ id, attempts }) => id !== taken[0]!.id && attempts === 1));
      for (const each of [...again, ...taken]) await store.outgoing.settle(each, { state: 'delivered' });
    });
  });
};
