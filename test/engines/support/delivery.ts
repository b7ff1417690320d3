import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { startReceiver, type Receiver } from '../../e2e/support/receiver.js';
import type { FaultName } from '../../faults/catalogue.js';
import { startFaultServer, type FaultServer } from '../../faults/fault-server.js';
import type { Browser, Tab } from './browser.js';
import { startSite, type Site } from './site.js';
import { Visitor } from './visitor.js';

const ANSWERS = { name: 'Ane Ñuñez', email: 'ane@example.com', message: 'Zenbat balio du? 20 €' };
const NOW_SENT = 'has now been sent';

/** Longer than a lease, in milliseconds. */
const PAST_LEASE = 100_000;

/** What is kept is sent, once, in every engine. `browser` is there when the tests run. */
export const describeDelivery = (browser: () => Browser): void => {
  void describe('delivery', () => {
    let receiver: Receiver;
    let faults: FaultServer;
    /** Each test has a site, and so an outbox, of its own. */
    let site: Site;
    let seen = new Set<string>();
    let opened: Tab[] = [];

    before(async () => {
      receiver = await startReceiver();
      faults = await startFaultServer({ upstream: receiver.endpoint });
      faults.keepAlive = false;
    });
    beforeEach(async () => {
      seen = new Set((await receiver.rows()).map(({ id }) => id));
      site = await startSite();
    });
    afterEach(async () => {
      for (const tab of opened) await tab.close();
      opened = [];
      await site.close();
    });
    after(async () => {
      await faults.close();
      await receiver.close();
    });

    /** The page with the form, its clock so many milliseconds ahead; a retry is due at once. */
    const pageAt = (shift = 0) =>
      site.put(`/${shift}`, {
        body: `<!doctype html><html lang="en"><title>A shop</title><script>
          Math.random = () => 0;
          const now = Date.now; Date.now = () => now() + ${shift};
          </script><script src="${site.origin}/cdn/harreman.js" data-endpoint="${faults.endpoint}" data-profile="harreman"></script>
          <harreman-contact-form id="form"></harreman-contact-form>`,
      });

    const openTab = async (): Promise<Tab> => {
      const tab = await browser().open();
      opened.push(tab);
      return tab;
    };

    const write = async (tab: Tab): Promise<Visitor> => {
      const visitor = new Visitor(tab);
      await tab.goto(pageAt());
      await visitor.chooseTopic('question');
      await visitor.write(ANSWERS);
      await visitor.click('[part~="submit-button"]');
      return visitor;
    };

    const newMessages = async () =>
      (await receiver.rows()).filter(({ id }) => !seen.has(id)).map(({ fields }) => fields['message']);

    /** POSTs from here on. */
    const countPosts = () => {
      const start = faults.log.length;
      return () => faults.log.slice(start).filter(({ method }) => method === 'POST').length;
    };

    const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
      const deadline = Date.now() + 15_000;
      while (!(await holds())) {
        if (Date.now() > deadline) assert.fail(`Waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };

    test('no connection, then a reload: saved, and one row when it is back', async () => {
      const { tab } = browser();
      await faults.down();
      const visitor = await write(tab);
      await visitor.sees('[part~="end"]', 'Saved on this device');
      await tab.goto(pageAt());
      await visitor.sees('[part~="notice"]', 'has not been sent yet');
      await faults.up();
      await tab.goto(pageAt());
      await visitor.sees('[part~="notice"]', NOW_SENT);
      assert.deepEqual(await newMessages(), [ANSWERS.message]);
      await visitor.click('[part~="notice"] button');
      await tab.goto(pageAt());
      await visitor.sees('[name="message"]');
      assert.equal(await visitor.text('[part~="notice"]'), null);
    });

    test('no connection, and the tab is closed: another tab sends it', async () => {
      const first = await browser().open();
      await faults.down();
      await (await write(first)).sees('[part~="end"]', 'Saved on this device');
      await first.close();
      await faults.up();
      const { tab } = browser();
      await tab.goto(pageAt());
      await new Visitor(tab).sees('[part~="notice"]', NOW_SENT);
      assert.deepEqual(await newMessages(), [ANSWERS.message]);
    });

    for (const fault of ['reset-after-commit', 'close-in-reply'] satisfies FaultName[]) {
      test(`the reply is cut (${fault}): saved, retried with the same id, one row`, async () => {
        const { tab } = browser();
        const start = faults.log.length;
        faults.queue.push(fault);
        const visitor = await write(tab);
        await visitor.sees('[part~="end"]', 'Saved on this device');
        assert.deepEqual(await newMessages(), [ANSWERS.message]);
        await tab.goto(pageAt());
        await visitor.sees('[part~="notice"]', NOW_SENT);
        assert.deepEqual(await newMessages(), [ANSWERS.message]);
        const ids = faults.log.slice(start).flatMap(({ submissionId }) => submissionId ?? []);
        assert.ok(ids.length > 1);
        assert.equal(new Set(ids).size, 1);
      });
    }

    test('two tabs resume together: one attempt, one row', async () => {
      const { tab } = browser();
      faults.queue.push('status-500');
      await (await write(tab)).sees('[part~="end"]', 'Saved on this device');
      await tab.goto(site.put('/bare', { body: '<!doctype html>Bare' }));
      const posts = countPosts();
      faults.queue.push('hang-after-commit');
      const others = [await openTab(), await openTab()];
      // One after the other, since a driver is told one thing at a time: the first one's request is still on its way.
      for (const other of others) await other.goto(pageAt());
      await until('one sends', () => faults.hanging === 1);
      for (const other of others) {
        await new Visitor(other).sees('[name="message"]');
        await other.evaluate(() => void dispatchEvent(new Event('online')));
      }
      faults.release();
      await until('it is told', async () => {
        for (const other of others) {
          if ((await new Visitor(other).text('[part~="notice"]'))?.includes(NOW_SENT)) return true;
        }
        return false;
      });
      assert.equal(posts(), 1);
      assert.deepEqual(await newMessages(), [ANSWERS.message]);
    });

    for (const fault of ['hang-before-commit', 'hang-after-commit'] satisfies FaultName[]) {
      test(`the tab is gone in the middle of the request (${fault}): the next one sends it, one row`, async () => {
        const first = await browser().open();
        faults.queue.push(fault);
        await write(first);
        await until('it is on its way', () => faults.hanging === 1);
        await first.close();
        const { tab } = browser();
        await tab.goto(pageAt(PAST_LEASE));
        await new Visitor(tab).sees('[part~="notice"]', NOW_SENT);
        faults.release();
        assert.deepEqual(await newMessages(), [ANSWERS.message]);
      });
    }
  });
};
