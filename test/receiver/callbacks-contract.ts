import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { CallAction, CalledNumber, CallLimits } from '../../demo/receiver/store/callbacks.js';
import type { NewSubmission, SubmissionStore } from '../../demo/receiver/store/store.js';
import { itWithStores } from './it-with-stores.js';
import { submission } from './store-contract.js';

const AMPLE: CallLimits = { openPerNumber: 100, perNumberDay: 100, perAddressHour: 1e6, perHour: 1e6 };
const AT = new Date('2026-11-26T10:00:00.000Z');

/** A number that no other test has. */
export const ownNumber = (): CalledNumber => ({ e164: `+34${randomInt(6e8, 7e8)}`, extension: '' });

/** A request to be called. */
export const callRequest = (
  number: CalledNumber,
  over: Partial<NewSubmission> & { limits?: Partial<CallLimits>; client?: string } = {},
): NewSubmission => {
  const { limits, client = '', ...rest } = over;
  return submission({
    widget: 'callback',
    fields: { name: 'Ane', phone: number.e164 },
    callback: { asked: { kind: 'request', number }, client, limits: { ...AMPLE, ...limits } },
    ...rest,
  });
};

/** A request that takes another one back. */
export const withdrawal = (regarding: string): NewSubmission =>
  submission({
    widget: 'callback',
    fields: { outcome: 'cancelled', regarding },
    callback: { asked: { kind: 'withdrawal', regarding }, client: '', limits: AMPLE },
  });

/** What every store owes of calls. `open` as in `storeContract`. */
export const callbacksContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStores = itWithStores(2, open);
    /** The open call of a number, as the list has it. */
    const listed = async (store: SubmissionStore, { e164, extension }: CalledNumber) =>
      (await store.callbacks.open(10_000)).find(
        ({ number }) => number.e164 === e164 && number.extension === extension,
      );
    const act = (store: SubmissionStore, id: string, version: number, action: CallAction, who = 'Ane') =>
      store.callbacks.act({ id, version, action, who, at: AT, nextAt: new Date(+AT + 3_600_000) });

    withStores('has one call of a number, however often it is asked for, as the latest request wants it', async (store, other) => {
      const number = ownNumber();
      const window = { window_start: '2026-12-01T09:00:00+01:00', window_end: '2026-12-01T10:00:00+01:00' };
      const first = callRequest(number, { receivedAt: '2026-11-26T09:00:00.000Z' });
      const second = callRequest(number, { receivedAt: '2026-11-26T09:05:00.000Z', fields: { name: 'Ane', topic: 'a', ...window } });
      assert.equal(await store.insert(first), 'stored');
      assert.equal(await other.insert(second), 'stored');
      assert.equal(await other.insert(second), 'same', 'a repeated one is not counted again');
      const call = await listed(other, number);
      assert.deepEqual(
        [call?.id, call?.requests, call?.window, call?.fields['topic'], call?.askedAt],
        [first.id, 2, { start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T09:00:00.000Z' }, 'a', first.receivedAt],
      );
      const record = await store.callbacks.call(first.id);
      assert.deepEqual(record?.requests.map(({ submissionId }) => submissionId), [second.id, first.id]);
      assert.deepEqual(record?.events.map(({ kind }) => kind), ['repeated']);
      const behind = { ...number, extension: '12' };
      await store.insert(callRequest(behind));
      assert.equal((await listed(store, behind))?.requests, 1, 'another person behind the same number');
    }); // prettier-ignore

    withStores(
      'lets one of two have a call, and tells a repeated click from another person',
      async (store, other) => {
        const number = ownNumber();
        const { id } = callRequest(number);
        await store.insert(callRequest(number, { id }));
        const outcomes = await Promise.all(
          ['Ane', 'Jon', 'Ane', 'Jon'].map((who, n) => act(n % 2 ? other : store, id, 0, 'claimed', who)),
        );
        assert.deepEqual(outcomes.toSorted(), ['changed', 'same', 'stale', 'stale']);
        const record = await store.callbacks.call(id);
        assert.ok(record?.holder === 'Ane' || record?.holder === 'Jon');
        assert.deepEqual(
          record.events.map(({ kind, who }) => [kind, who]),
          [['claimed', record.holder]],
        );
        assert.equal(await act(other, randomUUID(), 0, 'claimed'), 'unknown');
      },
    );

    withStores('goes from one state to the next, counts who was not reached, and keeps what was done', async (store) => {
      const number = ownNumber();
      const sent = callRequest(number);
      await store.insert(sent);
      const before = await store.callbacks.openCount();
      const steps: readonly CallAction[] = ['claimed', 'missed', 'claimed', 'released', 'claimed', 'reached', 'done', 'reopened', 'done'];
      for (const [version, action] of steps.entries()) {
        assert.equal(await act(store, sent.id, version, action), 'changed', `${version} ${action}`);
        const call = await listed(store, number);
        if (version === 1) assert.deepEqual([call?.attempts, call?.nextAt, call?.holder], [1, '2026-11-26T11:00:00.000Z', '']);
        if (version === 5) assert.deepEqual([call?.state, call?.nextAt, await store.callbacks.openCount()], ['reached', '', before - 1]);
        if (version === 6) assert.equal(call, undefined, 'what is done leaves the list');
        if (version === 7) assert.deepEqual([call?.state, call?.attempts], ['open', 1]);
      }
      assert.equal((await store.get(sent.id))?.state, 'answered');
      const record = await store.callbacks.call(sent.id);
      assert.deepEqual(record?.events.map(({ kind }) => kind), steps);
      assert.equal(await act(store, sent.id, 9, 'missed'), 'unfit');
      assert.ok((await store.callbacks.closed(1000)).some(({ id }) => id === sent.id));
    }); // prettier-ignore

    withStores(
      'puts a number that is asked for after it was reached back to the open ones',
      async (store) => {
        const number = ownNumber();
        const sent = callRequest(number);
        await store.insert(sent);
        await act(store, sent.id, 0, 'claimed');
        await act(store, sent.id, 1, 'reached');
        await store.insert(callRequest(number));
        assert.equal((await listed(store, number))?.state, 'open');
        assert.equal(await act(store, sent.id, 2, 'done'), 'stale', 'who has not seen the new request');
        assert.equal(await act(store, sent.id, 3, 'done'), 'changed');
        const next = callRequest(number);
        await store.insert(next);
        assert.equal((await listed(store, number))?.id, next.id, 'a new call after the old one was done');
        assert.equal(await act(store, sent.id, 4, 'reopened'), 'doubled');
      },
    );

    withStores('takes a call off the list once all its requests are taken back, in whatever order they arrive', async (store) => {
      const number = ownNumber();
      const [first, second] = [callRequest(number), callRequest(number)];
      await store.insert(first);
      await store.insert(second);
      await store.insert(withdrawal(second.id));
      assert.deepEqual([(await listed(store, number))?.requests, (await store.callbacks.note(second.id))?.withdrawnAt !== ''], [1, true]);
      await act(store, first.id, 0, 'claimed');
      await store.insert(withdrawal(first.id));
      assert.equal(await listed(store, number), undefined);
      assert.deepEqual([(await store.callbacks.call(first.id))?.state, await act(store, first.id, 1, 'reached')], ['withdrawn', 'stale']);
      const late = callRequest(number);
      await store.insert(withdrawal(late.id));
      await store.insert(late);
      assert.equal(await listed(store, number), undefined, 'taken back before it arrived');
      assert.ok(await store.get(late.id), 'and kept all the same');
      await store.insert(withdrawal(randomUUID()));
    }); // prettier-ignore

    withStores(
      'keeps what is one too many in quarantine, whichever receiver it comes to',
      async (store, other) => {
        const number = ownNumber();
        const limits = { openPerNumber: 3 };
        const sent = Array.from({ length: 8 }, () => callRequest(number, { limits }));
        const outcomes = await Promise.all(sent.map((each, n) => (n % 2 ? other : store).insert(each)));
        assert.equal(outcomes.filter((outcome) => outcome === 'stored').length, 3, outcomes.join());
        assert.equal(outcomes.filter((outcome) => outcome === 'held').length, 5);
        assert.equal((await listed(store, number))?.requests, 3);
        const held = sent[outcomes.indexOf('held')]!;
        assert.equal((await store.get(held.id))?.quarantined, true);
        assert.equal((await store.callbacks.note(held.id))?.heldFor, 'number_open');
        assert.equal(await other.insert(held), 'same', 'sent again, it is the same');
        await store.setQuarantined(held.id, false);
        assert.equal((await listed(store, number))?.requests, 4, 'the owner lets it out');
        await store.setQuarantined(held.id, true);
        assert.equal((await listed(store, number))?.requests, 3);
        await store.setQuarantined(held.id, false);
        assert.equal((await listed(store, number))?.requests, 4);
      },
    );

    withStores('counts by day, by address and in all', async (store) => {
      const number = ownNumber();
      const reason = async (sent: NewSubmission) => {
        await store.insert(sent);
        return (await store.callbacks.note(sent.id))?.heldFor;
      };
      const at = (hour: number) => new Date(Date.UTC(2031, 0, 1, hour)).toISOString();
      const daily = (hour: number) => callRequest(number, { receivedAt: at(hour), limits: { perNumberDay: 2 } });
      assert.deepEqual(
        [await reason(daily(0)), await reason(daily(1)), await reason(daily(2)), await reason(daily(23)), await reason(daily(24))],
        ['', '', 'number_day', 'number_day', ''],
        'what was held back does not count',
      );
      const client = randomUUID();
      const from = (hour: number) => callRequest(ownNumber(), { receivedAt: at(hour), client, limits: { perAddressHour: 1 } });
      assert.deepEqual([await reason(from(30)), await reason(from(30)), await reason(from(31))], ['', 'address', '']);
      const all = (hour: number) => callRequest(ownNumber(), { receivedAt: at(hour), limits: { perHour: 2 } });
      assert.deepEqual([await reason(all(50)), await reason(all(50)), await reason(all(50)), await reason(all(51))], ['', '', 'all', '']);
      const spam = callRequest(ownNumber(), { quarantined: true });
      assert.equal(await reason(spam), 'spam');
      await store.insert(withdrawal(spam.id));
      await store.setQuarantined(spam.id, false);
      assert.equal((await store.callbacks.open(10_000)).some(({ id }) => id === spam.id), false);
    }); // prettier-ignore
  });
};
