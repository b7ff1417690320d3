import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startFront, type Front } from '../../e2e/support/front.js';
import { startReceiver, type Receiver } from '../../e2e/support/receiver.js';
import { surveyLink } from '../../../src/submission/survey-link.js';
import type { Browser } from './browser.js';
import { calendarTag, expectedCalendar, readCalendar } from './calendar.js';
import { describeDelivery } from './delivery.js';
import { startSite, type Site } from './site.js';
import { Visitor } from './visitor.js';

const ANSWERS = { name: 'Ane Ñuñez', email: 'ane@example.com', message: 'Zenbat balio du? 20 €' };

/** What must hold in every engine, on the built files and against the real receiver. The browser is started once. */
export const describeEngine = (name: string, launch: () => Promise<Browser>): void => {
  void describe(name, { timeout: 400_000 }, () => {
    let browser: Browser;
    let site: Site;
    let receiver: Receiver;
    let front: Front;
    let visitor: Visitor;
    /** Ids of the rows of earlier tests. */
    let seen = new Set<string>();

    before(async () => {
      [site, receiver] = await Promise.all([startSite(), startReceiver()]);
      front = await startFront(receiver);
      browser = await launch();
      visitor = new Visitor(browser.tab);
    });
    beforeEach(async () => {
      seen = new Set((await receiver.rows()).map(({ id }) => id));
      front.incidents.length = 0;
    });
    after(async () => {
      // What did not start is not there to be closed.
      await (browser as Browser | undefined)?.close();
      await (front as Front | undefined)?.close();
      await Promise.all([site.close(), receiver.close()]);
    });

    const newRows = async () => (await receiver.rows()).filter(({ id }) => !seen.has(id));

    const open = async (attributes = '', { page = 'lang="en"', headers = {}, head = '', type = '' } = {}) => {
      const script = `<script ${type} src="${site.origin}/cdn/harreman.js" data-endpoint="${front.endpoint}" data-profile="harreman"></script>`;
      const body = `<!doctype html><html ${page}><title>A shop</title>${head}${script}<harreman-contact-form ${attributes}></harreman-contact-form>`;
      await browser.tab.goto(site.put('/page', { body, headers }));
      await visitor.sees('[name="message"]');
    };

    test('it is the engine that is meant', (t) => {
      t.diagnostic(browser.version);
      assert.match(browser.version, name === 'Firefox' ? /firefox/i : /MiniBrowser/);
    });

    for (const locale of ['eu', 'ka'] as const) {
      test(`the calendar reads in ${locale} as it does elsewhere, to the letter`, async () => {
        const body = `<!doctype html><title>A shop</title><script src="${site.origin}/cdn/harreman.js" data-endpoint="${receiver.endpoint}"></script>${calendarTag(locale)}`;
        await browser.tab.goto(site.put(`/calendar-${locale}`, { body }));
        const deadline = Date.now() + 20_000;
        for (;;) {
          const read = await browser.tab.evaluate(readCalendar);
          if (read) {
            assert.deepEqual(read, await expectedCalendar(locale));
            break;
          }
          assert.ok(Date.now() < deadline, 'the calendar does not open');
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });
    }

    test("above the page's own modal dialog a floating button is reached by keys; its panel opens, works and closes", async () => {
      const { tab } = browser;
      const body = `<!doctype html><html lang="en"><title>A shop</title><script src="${site.origin}/cdn/harreman.js" data-endpoint="${receiver.endpoint}"></script>
        <dialog id="own"><button>Fine</button></dialog><harreman-callback-button floating country="ES"></harreman-callback-button>`;
      await tab.goto(site.put('/modal', { body }));
      const callback = new Visitor(tab, 'harreman-callback-button');
      await callback.sees('#launcher', 'Call me back');
      const until = async (what: string, condition: () => boolean) => {
        const deadline = Date.now() + 20_000;
        while (!(await tab.evaluate(condition))) {
          assert.ok(Date.now() < deadline, `waited in vain: ${what}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      const panelIsOpen = () =>
        document
          .querySelector('harreman-callback-button')!
          .shadowRoot!.querySelector<HTMLDialogElement>('#panel')?.open ?? false;
      const standsInFocused = () =>
        document.activeElement?.shadowRoot?.activeElement?.ariaLabel === 'Call me back';
      await until('the button has its place', () =>
        Boolean(
          document
            .querySelector('harreman-callback-button')!
            .shadowRoot!.getElementById('dock')
            ?.style.getPropertyValue('--_raise'),
        ),
      );
      await tab.evaluate(() => document.querySelector('dialog')!.showModal());
      await until('it is in the dialog', () => document.querySelector('#own > div') !== null);
      await tab.press('Tab');
      await until('it has the focus', standsInFocused);
      await tab.press('Enter');
      await until('the panel opens', panelIsOpen);
      await callback.sees('[name="phone"]');
      await tab.press('Escape');
      await until('the focus is back', standsInFocused);
      assert.equal(await tab.evaluate(panelIsOpen), false);
      assert.equal(await tab.evaluate(() => document.querySelector('dialog')!.open), true);
      await tab.press('Escape');
      await until('nothing is left in the dialog', () => document.querySelector('#own > div') === null);
    });

    test('the link of a mail: nothing while nobody is there, then the answer, then what completes it', async () => {
      const survey = new Visitor(browser.tab, 'harreman-satisfaction-survey');
      const body = `<!doctype html><html lang="en"><title>A shop</title><script src="${site.origin}/cdn/harreman.js" data-endpoint="${receiver.endpoint}" data-profile="harreman"></script><harreman-satisfaction-survey survey="visit"></harreman-satisfaction-survey>`;
      const page = site.put('/survey', { body });
      await browser.tab.goto(surveyLink({ page, survey: 'visit', score: 4, respondent: 'token' }));
      await survey.sees('[part~="note"]', 'This is the answer that you chose in the e-mail.');
      assert.equal(await browser.tab.evaluate(() => location.href), page);
      await browser.tab.evaluate(() => scrollTo(0, 100));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.deepEqual(await newRows(), []);
      await survey.click('[name="score"][value="2"] + .cell');
      await survey.sees('[part~="note"]', 'Your answer has arrived.');
      await survey.write({ comment: 'They came late.' });
      await survey.click('[part~="submit-button"]');
      await survey.sees('[part~="end"]', 'Thank you for telling us');
      assert.equal(await survey.focused(), 'end');
      const rows = (await newRows()).map(({ fields }) => fields).sort((a) => (a['regarding'] ? 1 : -1));
      assert.deepEqual(
        rows.map(({ score, comment, respondent }) => ({ score, comment, respondent })),
        [
          { score: 4, comment: undefined, respondent: 'token' },
          { score: 2, comment: 'They came late.', respondent: 'token' },
        ],
      );
      assert.equal(rows[1]!['regarding'], rows[0]!['submission_id']);
    });

    test('two lines: a person writes and clicks, and one row is in the receiver', async () => {
      const body = `<script src="${site.origin}/cdn/harreman.js" data-endpoint="${receiver.endpoint}"></script><harreman-contact-form></harreman-contact-form>`;
      await browser.tab.goto(site.put('/two-lines', { body }));
      await visitor.chooseTopic('question');
      await visitor.write(ANSWERS);
      await visitor.click('[part~="submit-button"]');
      await visitor.sees('[part~="end"]', 'Your question has been sent');
      assert.equal(await visitor.focused(), 'end');
      const rows = await newRows();
      assert.equal(rows.length, 1);
      const { fields } = rows[0]!;
      assert.deepEqual({ name: fields['name'], email: fields['email'], message: fields['message'] }, ANSWERS);
      assert.equal(await visitor.text('[part~="reference"]'), rows[0]!.reference);
    });

    test('Enter in a field sends once, however long it is held', async () => {
      await open();
      await visitor.chooseTopic('suggestion');
      await visitor.write({ message: ANSWERS.message, name: ANSWERS.name, email: ANSWERS.email });
      for (let press = 0; press < 4; press++) await browser.tab.press('Enter');
      await visitor.sees('[part~="end"]');
      assert.equal((await newRows()).length, 1);
    });

    test('errors: the summary has the focus, and its links lead to the controls', async () => {
      await open();
      await visitor.write({ email: 'ane@' });
      await browser.tab.press('Enter');
      await visitor.sees('[part~="error-summary"]', '4 things need your attention');
      assert.equal(await visitor.focused(), 'summary');
      await visitor.click('[part~="error-summary"] li:nth-child(3) a');
      assert.equal(await visitor.focused(), 'email');
      await browser.tab.type('example.com');
      await visitor.click('[name="message"]');
      await visitor.sees('[part~="error-summary"]', '3 things need your attention');
      assert.equal(await visitor.value('email'), 'ane@example.com');
      assert.equal((await newRows()).length, 0);
    });

    for (const [lang, words] of Object.entries({
      eu: {
        heading: 'Jarri gurekin harremanetan',
        date: '2024ko azaroaren 5a',
        size: '1,5 MB',
        send: 'Bidali kexa',
        page: { page: 'lang="eu"' },
      },
      ka: {
        heading: 'დაგვიკავშირდით',
        date: '5 ნოემბერი, 2024',
        size: '1,5 მბ',
        send: 'საჩივრის გაგზავნა',
        page: { page: 'lang="ka" dir="rtl"', type: 'type="module"' },
      },
    })) {
      test(`${lang}: words, numbers and dates`, async () => {
        await open('max-files="2" max-file-size="1.5MB" review persist="off"', words.page);
        await visitor.sees('[part~="heading"]', words.heading);
        await visitor.sees('#field-attachment-hint', words.size);
        await visitor.chooseTopic('complaint');
        await visitor.sees('[part~="submit-button"]', words.send);
        await visitor.write(ANSWERS);
        // Each browser has its own way to type a date.
        await browser.tab.evaluate(() => {
          const root = document.querySelector('harreman-contact-form')!.shadowRoot!;
          const input = root.querySelector<HTMLInputElement>('[name="purchase_date"]')!;
          input.value = '2024-11-05';
          input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        });
        await visitor.click('[part~="submit-button"]');
        await visitor.sees('[part~="review"]', words.date);
        await visitor.click('[part~="submit-button"]');
        await visitor.sees('[part~="end"]');
        const rows = await newRows();
        assert.deepEqual(
          rows.map(({ fields }) => [fields['locale'], fields['purchase_date']]),
          [[lang, '2024-11-05']],
        );
      });
    }

    test('a strict Content-Security-Policy with Trusted Types: renders and sends, without a violation', async () => {
      const policy =
        `default-src 'none'; script-src ${site.origin} 'nonce-n'; style-src 'self'; img-src 'self'; connect-src ${new URL(front.endpoint).origin}; ` +
        "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types harreman";
      const head = `<script nonce="n">var violations = [];
        document.addEventListener('securitypolicyviolation', function (event) { violations.push(event.effectiveDirective + ' ' + event.blockedURI); });</script>`;
      await open('persist="off"', { head, headers: { 'content-security-policy': policy } });
      await visitor.chooseTopic('question');
      await visitor.write(ANSWERS);
      await visitor.click('[part~="submit-button"]');
      await visitor.sees('[part~="end"]');
      assert.equal((await newRows()).length, 1);
      // The browser's own driver may be refused something too; that is no matter of the kit's.
      const violations = await browser.tab.evaluate(
        () => (window as unknown as { violations: string[] }).violations,
      );
      assert.deepEqual(violations, []);
    });

    test('a reply that is cut, and nothing may be kept: not confirmed, the text is kept, and a retry makes it one row', async () => {
      front.incidents.push('cut-reply');
      await open('persist="off"');
      await visitor.chooseTopic('question');
      await visitor.write(ANSWERS);
      await visitor.click('[part~="submit-button"]');
      await visitor.sees('[part~="failure"]', 'We could not confirm that your message arrived');
      assert.equal(await visitor.value('message'), ANSWERS.message);
      assert.equal(await visitor.focused(), 'retry');
      await browser.tab.press('Enter');
      await visitor.sees('[part~="end"]');
      assert.equal((await newRows()).length, 1);
    });

    test('a reload brings back what was written', async () => {
      await open();
      await visitor.chooseTopic('question');
      await visitor.write(ANSWERS);
      await browser.tab.goto(`${site.origin}/page`);
      await visitor.sees('.notice', 'We kept what you had written.');
      assert.equal(await visitor.value('message'), ANSWERS.message);
      await visitor.click('.notice button');
      assert.equal(await visitor.value('message'), '');
    });

    describeDelivery(() => browser);
  });
};
