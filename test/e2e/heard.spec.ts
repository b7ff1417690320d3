/** What is heard: of controls as a screen reader has them from Chromium, and of what a page says by itself. */
import type { Page } from '@playwright/test';
import { contactForm, control, fillIn } from './support/contact-form.js';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

interface Heard {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** Controls by their role and name, with what is told of them besides. */
const controls = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: readonly Heard[] };
  return nodes.flatMap(({ ignored, role, name, properties = [] }) => {
    if (ignored || !/radio|checkbox|combobox|textbox/.test(role?.value ?? '')) return [];
    const told = properties.filter(({ name: of, value }) => /invalid|required/.test(of) && String(value.value) === 'true');
    return [`${role!.value} ${name?.value}: ${told.map(({ name: of }) => of).join(' ')}`];
  });
}; // prettier-ignore

test('nothing is called wrong before somebody has answered, and what is required is called that', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const owners = `<label>Size <select name="size" required><option value="">-</option><option>S</option></select></label>
    <label><input type="checkbox" name="sure" required> Sure</label>
    <fieldset><legend>Days</legend><label><input type="checkbox" name="days" value="1"> Monday</label>
    <label><input type="checkbox" name="days" value="2"> Tuesday</label></fieldset>`;
  const body = `<harreman-contact-form privacy-url="/privacy" reply-by="either">${owners}</harreman-contact-form>
    <harreman-appointment-request></harreman-appointment-request>
    <harreman-satisfaction-survey survey="heard"></harreman-satisfaction-survey>`;
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  await control(contactForm(page), 'message').focus();
  await expect(page.locator('harreman-satisfaction-survey').getByRole('radio').first()).toBeVisible();
  await expect(page.locator('harreman-appointment-request').getByRole('radio').first()).toBeVisible();
  await expect(control(contactForm(page), 'sure')).toBeVisible();
  const heard = await controls(page);
  expect(heard.filter((line) => line.includes('invalid'))).toEqual([]);
  for (const group of ['What is it about?', 'How shall we meet?'])
    expect(heard).toContain(`radiogroup ${group}: required`);
});

test('a draft that comes back is told once, with its time', async ({ page, startSite, receiver }) => {
  const site = await startSite();
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      new MutationObserver(() => {
        const text = root.querySelector('form [role=status] .notice p')?.textContent;
        if (text && said.at(-1) !== text) said.push(text);
      }).observe(root, { subtree: true, childList: true, characterData: true });
      return root;
    };
  });
  const body = '<harreman-contact-form></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  await fillIn(contactForm(page));
  await page.reload();
  await expect(contactForm(page).locator('.notice')).toContainText(/Saved on this device: .*\d/);
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  expect(said).toEqual([expect.stringMatching(/^We kept what you had written\. Saved on this device: .*\d/)]);
});

test('a conversation that comes along to the next page is not read out again, nor the times of its messages', async ({
  page,
  startSite,
  receiver,
}) => {
  // The times come last, as over a slow line.
  const site = await startSite({
    onCdnRequest: async (name) => {
      if (name.endsWith('/date-formatter.js')) await new Promise((resolve) => setTimeout(resolve, 300));
      return true;
    },
  });
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          const log = (target as Element).closest?.('[role=log]');
          if (log && log.ariaLive !== 'off')
            for (const { textContent } of addedNodes) if (textContent?.trim()) said.push(textContent.trim());
        }
      }).observe(root, { subtree: true, childList: true });
      return root;
    };
  });
  const faq = '<details><summary>When are you open?</summary>From nine to six.</details>';
  const body = `<harreman-faq-chat>${faq}</harreman-faq-chat>`;
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  const chat = page.locator('harreman-faq-chat');
  const ask = async (): Promise<void> => {
    await chat.getByLabel('Your question', { exact: true }).fill('when are you open');
    await chat.getByLabel('Your question', { exact: true }).press('Enter');
  };
  await ask();
  await expect(chat.locator('time')).toHaveCount(2);
  await page.reload();
  await expect(chat.locator('time')).toHaveCount(2);
  const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  expect(await said()).toEqual([]);
  await ask();
  await expect(chat.locator('time')).toHaveCount(4);
  expect((await said()).join()).toContain('From nine to six.');
});
