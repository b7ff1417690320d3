/** The FAQs of the demo site, asked as people ask: misspelt, without accents, inflected, off the topic. */
import { violations } from './support/axe.js';
import { expect, signIn, test } from './support/demo.js';
import type { Locator, Page } from '@playwright/test';

/** Of a page: what is asked, and a part of the answer that it finds; `unknown` and `person` are the widget's words. */
const PAGES = [
  {
    path: 'ohiko-galderak.html',
    field: 'Zure galdera',
    answers: {
      'leioak garbitxen dituzue': 'bigarren solairura arte',
      'larunbatean etorriko zarete?': '% 20 gehituta',
      'nire datuak ezabatzea nahi dut': 'hamar egunetan ezabatuko ditugu',
      'bizumez ordaintzea': 'Transferentziaz, helbideratuta, Bizumez',
      'txakurrarekin arazorik?': 'lehen egunean aurkeztu',
      'noiz zabaltzen duzue': 'Astelehenetik ostiralera',
      'non zaudete': 'Geltokitik bost minutura',
      'noiz erantzuten duzue': 'Bi lanegunetan',
    },
    offTopic: 'Nor da Espainiako presidentea?',
    unknown: 'Ez dakit horren erantzuna',
  },
  {
    path: 'ka/kitxvebi.html',
    field: 'თქვენი შეკითხვა',
    answers: {
      'რა ღირს საათი': 'სახლის დალაგება: 22',
      'შაბათობით მუშაობთ?': '20 %-ით ძვირად',
      'ფანჯრების გაწმენდა': 'მეორე სართულამდე',
      'გადახდა ბარათით': 'ბარათით ან Bizum-ით',
      'rogor davwero sachivari': 'ხუთ სამუშაო დღეში',
      'სად მდებარეობთ': 'სადგურიდან ფეხით',
      'როდის იკეტებით': 'ორშაბათიდან პარასკევამდე',
      'როდის დამირეკავენ': 'ორ სამუშაო დღეში',
    },
    offTopic: 'რა ამინდია ხვალ?',
    unknown: 'ამ შეკითხვაზე პასუხი არ ვიცი',
  },
  {
    path: 'lv/jautajumi.html',
    field: 'Jūsu jautājums',
    answers: {
      'cik maksa stunda': 'māju uzkopšana: 22',
      'vai stradajat sestdien?': 'par 20 % dārgāk',
      'ka atcelt vizitti': 'līdz 24 stundām iepriekš',
      'suns majas': 'pirmajā dienā iepazīstiniet',
      'kad jus slegsiet': 'No pirmdienas līdz piektdienai',
      'jusu cenas': 'māju uzkopšana: 22',
      'kad sanemsu atbildi': 'Divu darbdienu laikā',
    },
    offTopic: 'Kurš uzvarēja hokeja čempionātā?',
    unknown: 'Uz šo jautājumu atbildi nezinu',
  },
];

const chatOf = (page: Page): Locator => page.locator('harreman-faq-chat');

const replies = (page: Page): Locator => chatOf(page).locator('[part~="assistant-message"]');

/** Asks, and waits for the reply. */
const ask = async (page: Page, field: string, question: string): Promise<Locator> => {
  const input = chatOf(page).getByLabel(field, { exact: true }).first();
  await expect(input).toBeVisible();
  const before = await replies(page).count();
  await input.fill(question);
  await input.press('Enter');
  await expect(replies(page)).toHaveCount(before + 1);
  return replies(page).last();
};

for (const { path, field, answers, offTopic, unknown } of PAGES) {
  test(`${path}: questions as people write them find their entry, others an honest word and a person`, async ({
    page,
    demo,
  }) => {
    await page.goto(`${demo}/${path}`);
    expect(await chatOf(page).locator('details').count(), 'entries in plain HTML').toBeGreaterThanOrEqual(30);
    for (const [question, answer] of Object.entries(answers)) {
      const reply = await ask(page, field, question);
      // Where it asks which question was meant, the right one comes first.
      if ((await reply.locator('[part~="answer"]').count()) === 0)
        await reply.locator('[part~="suggestion"]').first().click();
      await expect(replies(page).last(), question).toContainText(answer);
    }
    await expect(await ask(page, field, offTopic)).toContainText(unknown);
    await expect(chatOf(page).locator('[part~="channel"]').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('without the script the questions stand there, and open', async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${demo}/ohiko-galderak.html`);
  await page.getByText('Zein ordutan egiten duzue lan?').click();
  await expect(page.getByText('Astelehenetik ostiralera, 8:00etatik 18:00etara.')).toBeVisible();
  await context.close();
});

test('a question that nobody could answer is among those of the inbox; one that is left for a person has its form filled in', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}/ohiko-galderak.html`);
  const posted = page.waitForResponse(`${demo}/submissions`);
  const reply = await ask(page, 'Zure galdera', 'Opari-bonurik bai?');
  await expect(reply).toContainText('Ez dakit horren erantzuna');
  const form = chatOf(page).locator('harreman-contact-form');
  await expect(form.getByRole('textbox', { name: 'Zure galdera' })).toHaveValue(/Opari-bonurik bai\?/);
  await posted;
  await form.getByLabel('Izena').fill('Ane Urrutia');
  await form.getByLabel('Helbide elektronikoa').fill('ane@example.com');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Bidali' }).click();
  await expect(form.getByText(/HM-|[A-Z0-9]{4}-[A-Z0-9]{4}/).first()).toBeVisible();
  await signIn(page, demo);
  await page.locator('tbody tr', { hasText: 'Ane Urrutia' }).getByRole('link').first().click();
  const message = page.getByRole('main');
  await expect(message).toContainText('Opari-bonurik bai?');
  await expect(message).toContainText('Ez dakit horren erantzuna');
  await page.goto(`${demo}/inbox/questions`);
  await expect(page.getByText('Opari-bonurik bai?').first()).toBeVisible();
});
