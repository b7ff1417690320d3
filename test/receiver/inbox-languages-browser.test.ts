import { it } from 'node:test';
import type { Locale } from '../../src/localization/locale.js';
import { assertForEveryone, browserPages } from './browser-page.js';
import { signedIn } from './inbox-client.js';
import { fillInbox } from './inbox-contents.js';
import { PASSWORD, startTestReceiver } from './receiver.js';

const openPage = browserPages();

/** The script with the longest letters and the language with the longest words. With SCREENSHOTS, a folder: all, as pictures. */
const LOOKS: readonly { locale: Locale; width: number; colorScheme: 'light' | 'dark' }[] = [
  { locale: 'ka', width: 320, colorScheme: 'light' },
  { locale: 'de', width: 320, colorScheme: 'dark' },
  ...(process.env['SCREENSHOTS']
    ? ([
        { locale: 'eu', width: 320, colorScheme: 'light' },
        { locale: 'lv', width: 320, colorScheme: 'dark' },
        { locale: 'ka', width: 1280, colorScheme: 'light' },
        { locale: 'eu', width: 1280, colorScheme: 'dark' },
        { locale: 'lv', width: 1280, colorScheme: 'light' },
        { locale: 'fr', width: 1280, colorScheme: 'light' },
        { locale: 'es', width: 320, colorScheme: 'light' },
      ] as const)
    : []),
];

for (const { locale, width, colorScheme } of LOOKS) {
  it(`has no barrier and no sideways scrolling in ${locale}, ${colorScheme}, ${width} px`, async (t) => {
    const receiver = await startTestReceiver(t, { inboxLanguage: locale });
    const ids = await fillInbox(receiver, await signedIn(receiver));
    const { page } = await openPage(t, { width, colorScheme });
    await page.goto(`${receiver.url}/inbox`);
    await assertForEveryone(page, `${locale} sign-in`);
    await page.locator('#password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.sign-out').waitFor();
    for (const [what, path] of Object.entries({
      ...{ list: '', message: `/${ids.first}`, appointment: `/${ids.asked}`, callbacks: '/callbacks' },
      ...(process.env['SCREENSHOTS'] && {
        ...{ quarantine: '?quarantine=yes', erase: `/${ids.first}/erase`, undelivered: '/undelivered' },
        ...{ suppressions: '/suppressions', call: `/callbacks/${ids.call}`, answer: `/${ids.score}` },
        ...{ surveys: '/surveys', survey: '/surveys/7', faq: '/faq', questions: '/questions?lang=ka' },
        ...{ entry: '/faq/new?lang=ka', import: '/faq/import' },
      }),
    })) {
      await page.goto(`${receiver.url}/inbox${path}`);
      await assertForEveryone(page, `${locale} ${what}`);
    }
  });
}
