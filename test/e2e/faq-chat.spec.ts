/** The FAQ chat, on the built files and through the real receiver. */
import type { Locator, Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostileCss, strictAndHostile } from './support/hostile.js';
import { html, script, watchTroubles } from './support/pages.js';
import { expect, test } from './support/test.js';

const FAQ = `
  <details data-ask="What time do you close?"><summary>When are you open?</summary>
    <p>From <b>nine</b> to six: see <a href="/hours">our hours</a>.</p></details>
  <details><summary>Can I park near the shop?</summary><p>Behind the house.</p></details>
  <details><summary>How long does delivery take?</summary><ul><li>Two days in town</li><li>Five elsewhere</li></ul></details>
  <p><a href="tel:+34943000000">943 00 00 00</a></p>`;

const chatTag = (attributes = '', inner = FAQ): string =>
  `<harreman-faq-chat ${attributes}>${inner}</harreman-faq-chat>`;

const chatIn = (page: Page): Locator => page.locator('harreman-faq-chat');
const field = (chat: Locator): Locator => chat.getByLabel('Your question', { exact: true });
const log = (chat: Locator): Locator => chat.getByRole('log');

const ask = async (chat: Locator, question: string): Promise<void> => {
  await field(chat).fill(question);
  await field(chat).press('Enter');
};

/** Whether pictures are the same, but for how the edges of what scrolls are smoothed: 3 of 255 were seen. */
const looksAlike = (page: Page, ...shots: readonly [Buffer, Buffer]): Promise<boolean> =>
  page.evaluate(
    async (sources) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
          const { width, height } = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(width, height).getContext('2d')!;
          context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
          return context.getImageData(0, 0, width, height);
        }),
      );
      return (
        a!.width === b!.width &&
        a!.height === b!.height &&
        a!.data.every((value, index) => Math.abs(value - b!.data[index]!) <= 4)
      );
    },
    shots.map((shot) => shot.toString('base64')),
  );

test('asked, not known, left with an address: the question and what was said arrive, and what was known does not', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const head = script(site, receiver.endpoint, 'data-profile="harreman"');
  await page.goto(site.put('/', html({ head, body: chatTag('reply-within="2"') })));
  const chat = chatIn(page);
  await ask(chat, 'what tiem do you open');
  await expect(log(chat)).toContainText('From nine to six');
  await expect(log(chat).getByRole('link', { name: 'our hours' })).toHaveAttribute(
    'href',
    `${site.origin}/hours`,
  );
  expect(await receiver.rows()).toEqual([]);

  await ask(chat, 'gift vouchers');
  await expect(log(chat)).toContainText('I do not know the answer to that.');
  await expect(chat.getByRole('link', { name: /943 00 00 00/ })).toBeVisible();
  await expect(field(chat)).toBeFocused();
  await expect.poll(async () => (await receiver.rows()).length).toBe(1);
  await chat.getByRole('button', { name: 'Leave your question' }).click();
  await chat.getByRole('textbox', { name: 'Your name' }).fill('Ane');
  await chat.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await chat.getByRole('button', { name: 'Send question' }).click();
  await expect(chat).toContainText('Your question has been sent');

  const rows = await receiver.rows();
  expect(rows.map(({ fields }) => fields['outcome']).sort()).toEqual(['handover', 'unanswered']);
  const left = rows.map(({ fields }) => fields).find(({ outcome }) => outcome === 'handover')!;
  expect(left['widget']).toBe('question');
  expect(left['question']).toBe('gift vouchers');
  expect(left['email']).toBe('ane@example.com');
  expect(left['transcript']).toContain('what tiem do you open');
});

test('on a page with a strict policy, old libraries and scripts that swallow keys, it answers and leaves a question', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  const head = script(site, receiver.endpoint, 'data-profile="harreman"');
  const body = html({ head, body: chatTag('hours="Mo-Su 00:00-24:00" timezone="Europe/Madrid"') });
  await page.goto(site.put('/', strictAndHostile(body, site, receiver)));
  const chat = chatIn(page);
  await field(chat).click();
  await page.keyboard.type('can i park 12/3 nearby');
  await page.keyboard.press('Enter');
  await expect(log(chat)).toContainText('Behind the house.');
  await chat.getByRole('button', { name: /^No, this did not help/ }).click();
  await expect.poll(async () => (await receiver.rows()).length).toBe(1);
  expect((await receiver.rows())[0]!.fields).toMatchObject({ widget: 'question', helpful: false });
  expect(troubles).toEqual([]);
});

for (const [kind, css] of Object.entries(hostileCss)) {
  test(`${kind}: looks as on a blank page, to the pixel, at first and with a conversation`, async ({
    page,
    startSite,
  }) => {
    const site = await startSite();
    const place =
      'position:absolute!important;left:20px!important;top:20px!important;display:block!important;width:600px!important;' +
      'padding:0 0 9px!important;border:0!important;border-radius:0!important;background:#fff!important';
    // The time of a message is not the same twice.
    const clock = `<script>Date.now = () => 1764144000000</script>`;
    const withStyle = (style: string): string =>
      html({
        head: `${clock}<style>${style.replaceAll('harreman-contact-form', 'harreman-faq-chat')}</style>${script(site, '/submissions')}`,
        body: `<div style="${place}">${chatTag('persist="off"')}</div>`,
      });
    const looks = async (url: string): Promise<Buffer[]> => {
      await page.goto(url);
      const chat = chatIn(page);
      await expect(field(chat)).toBeVisible();
      const first = await chat.screenshot({ animations: 'disabled' });
      await ask(chat, 'how long does delivery take');
      await expect(log(chat)).toContainText('Five elsewhere');
      await ask(chat, 'gift vouchers');
      await expect(chat.getByRole('link', { name: /943 00 00 00/ })).toBeVisible();
      // Times are fetched, and where what was said ends within a pixel depends on when it was scrolled.
      await expect(log(chat).locator('time')).toHaveCount(4);
      await chat.locator('#log').evaluate((element) => element.scrollTo(0, 0));
      return [first, await chat.screenshot({ animations: 'disabled' })];
    };
    const blank = await looks(site.put('/blank', withStyle('')));
    const hostile = await looks(site.put('/hostile', withStyle(css)));
    const same: boolean[] = [];
    for (const [index, shot] of blank.entries()) same.push(await looksAlike(page, shot, hostile[index]!));
    if (same.includes(false)) {
      mkdirSync('.shots', { recursive: true });
      const name = kind.replace(/\W+/g, '-');
      blank.forEach((shot, index) => writeFileSync(`.shots/chat-${name}-${index}-blank.png`, shot));
      hostile.forEach((shot, index) => writeFileSync(`.shots/chat-${name}-${index}-hostile.png`, shot));
    }
    expect(same, 'compare .shots/chat-*').toEqual([true, true]);
  });
}

test('each message is heard once: the log grows by one item, and the focus stays in the field', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site, '/submissions'), body: chatTag() })));
  const chat = chatIn(page);
  await expect(field(chat)).toBeVisible();
  const before = await log(chat).getByRole('listitem').count();
  // What is put into the log, as a screen reader is told of it.
  await log(chat).evaluate((element) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.matches('li.message')) heard.push(node.textContent);
    }).observe(element, { childList: true, subtree: true });
  });
  await ask(chat, 'when are you open');
  await expect(log(chat)).toContainText('From nine to six');
  await expect(field(chat)).toBeFocused();
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.filter((text) => text.includes('when are you open'))).toHaveLength(1);
  expect(heard.filter((text) => text.includes('From nine to six'))).toHaveLength(1);
  expect(await log(chat).getByRole('listitem').count()).toBeGreaterThan(before);
});

test('what attackers write into entries, a server and a question is text, or nothing', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  const attacks = [
    '<img src=x onerror="window.hacked=1">',
    '<script>window.hacked=1</script>',
    '<a href="javascript:window.hacked=1">click</a>',
    '<svg onload="window.hacked=1"></svg>',
    '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
    '<style>body { display: none }</style>',
    '<form action="/steal"><button>send</button></form>',
    '<math><mtext><style><img src=x onerror="window.hacked=1"></style></mtext></math>',
  ];
  const entries = attacks.map((attack, index) => ({
    id: `e${index}`,
    question: `attack number ${index} ${attack}`,
    answer: `before ${attack} [link](javascript:window.hacked=1) after${index}`,
  }));
  site.put('/faq.json', {
    body: JSON.stringify({ entries }),
    headers: { 'content-type': 'application/json' },
  });
  await page.goto(
    site.put('/', html({ head: script(site, '/submissions'), body: chatTag('src="/faq.json"', '') })),
  );
  const chat = chatIn(page);
  await expect(field(chat)).toBeVisible();
  for (const [index, attack] of attacks.entries()) {
    await ask(chat, `attack number ${index} ${attack}`);
    await expect(log(chat)).toContainText(`attack number ${index}`);
  }
  await expect(
    log(chat).locator('img, script, svg, iframe, style, form, math, [onerror], [onload]'),
  ).toHaveCount(0);
  await expect(log(chat).locator('a[href^="javascript:" i]')).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(troubles).toEqual([]);
});
