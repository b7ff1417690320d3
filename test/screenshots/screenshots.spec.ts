import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test as siteTest } from '../stories/site.js';
import { Stage, verdictOf } from '../stories/stage.js';

/*
 * Pictures of chosen stories, compared with those in `baselines/`: a colour, a distance or a line that changes unasked
 * is seen here, where no rule is broken. Only Chromium draws them, with a font of the project's, on a day that stays.
 */

interface Shown {
  readonly id: string;
  /** What is beyond the window isn't wanted, since it floats. */
  readonly window?: true;
  /** In every look; the others only in the first and in the narrow one. */
  readonly everywhere?: true;
}

/** Stories in which most of a widget is seen. */
const STORIES: readonly Shown[] = [
  { id: 'contact-form-overview--playground', everywhere: true },
  { id: 'contact-form-states--errors' },
  { id: 'contact-form-states--offline', everywhere: true },
  { id: 'appointment-request-states--times', everywhere: true },
  { id: 'appointment-request-states--calendar', window: true, everywhere: true },
  { id: 'appointment-request-states--check' },
  { id: 'faq-chat-states--answered', everywhere: true },
  { id: 'faq-chat-states--unknown' },
  { id: 'faq-chat-behaviours--floating', window: true },
  { id: 'satisfaction-survey-options--faces', everywhere: true },
  { id: 'satisfaction-survey-options--nps' },
  { id: 'callback-button-states--open', window: true, everywhere: true },
];

interface Look {
  readonly name: string;
  readonly globals: string;
  readonly width: number;
  readonly context?: BrowserContextOptions;
}

const LOOKS: readonly Look[] = [
  { name: 'light', globals: 'scheme:light;direction:ltr;locale:en', width: 640 },
  { name: 'dark', globals: 'scheme:dark;direction:ltr;locale:es', width: 640 },
  { name: 'forced-colours', globals: 'scheme:light;direction:ltr;locale:en', width: 640, context: { forcedColors: 'active' } },
  { name: 'narrow', globals: 'scheme:light;direction:ltr;locale:ka', width: 320 },
  { name: 'right-to-left', globals: 'scheme:light;direction:rtl;locale:lv', width: 640 },
]; // prettier-ignore

/** The day of the stories of appointments (`stories/support/clock.ts`). */
const NOW = '2026-11-24T10:00:00+01:00';

const FAMILY = 'Screenshot';
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-georgian/package.json'));

/** Latin and Georgian letters, the same on each machine. */
const fontFaces = (['latin', 'latin-ext', 'georgian'] as const)
  .flatMap((script) => [400, 700].map((weight) => ({ script, weight })))
  .map(({ script, weight }) => {
    const file = readFileSync(join(fonts, `files/noto-sans-georgian-${script}-${weight}-normal.woff2`));
    const range = { 'latin': 'U+0-FF, U+2000-206F, U+20AC', 'latin-ext': 'U+100-2AF, U+1E00-1EFF', 'georgian': 'U+10A0-10FF' }[script];
    return `@font-face { font-family: ${FAMILY}; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${file.toString('base64')}) }`;
  })
  .join('\n'); // prettier-ignore

/** Makes a page look, and count, the same each time. */
const steady = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(
    ({ css, family }) => {
      const { getRandomValues } = crypto;
      // Reference numbers of submissions.
      crypto.getRandomValues = (array) => {
        if (array instanceof Uint8Array) array.fill(7);
        else getRandomValues.call(crypto, array);
        return array;
      };
      addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.textContent = `${css}
          :root { --harreman-font: ${family}, sans-serif }
          body { font-family: ${family}, sans-serif }`;
        document.head.append(style);
      });
    },
    { css: fontFaces, family: FAMILY },
  );
};

/** Of which Chromium the pictures are. */
const versionFile = join(import.meta.dirname, 'baselines/chromium.txt');

for (const look of LOOKS) {
  siteTest.describe(look.name, () => {
    const test = siteTest.extend<object, { stage: Stage }>({
      stage: [
        async ({ browser, site }, use) => {
          const context = await browser.newContext({
            locale: 'en-GB',
            timezoneId: 'Europe/Madrid',
            reducedMotion: 'reduce',
            ...look.context,
          });
          const page = await context.newPage();
          await steady(page);
          await use(new Stage(page, site, { width: look.width, height: 720 }));
          await context.close();
        },
        { scope: 'worker' },
      ],
    });

    const isFull = /light|narrow/.test(look.name);
    for (const { id, window } of STORIES.filter(({ everywhere }) => everywhere ?? isFull)) {
      test(id, async ({ stage, browser }, info) => {
        const { page } = stage;
        await stage.show(id, look.globals);
        const { status } = await verdictOf(page, id);
        expect(status, 'how the story ended').toBe('success');
        await page.evaluate(async (family) => {
          await Promise.all(
            [400, 700].map((weight) => document.fonts.load(`${weight} 1em ${family}`, 'aāა')),
          );
          scrollTo(0, 0);
          const rewind = (root: Document | ShadowRoot): void => {
            for (const element of root.querySelectorAll('*')) {
              element.scrollTop = 0;
              if (element.shadowRoot) rewind(element.shadowRoot);
            }
          };
          rewind(document);
        }, FAMILY);
        const [version = ''] = browser.version().split('.');
        if (info.config.updateSnapshots === 'none' || info.config.updateSnapshots === 'missing') {
          const made = readFileSync(versionFile, 'utf8').trim();
          if (made !== version) console.warn(`The pictures are Chromium ${made}'s, and this is ${version}.`);
        } else {
          mkdirSync(dirname(versionFile), { recursive: true });
          writeFileSync(versionFile, `${version}\n`);
        }
        await expect(page).toHaveScreenshot(`${id}-${look.name}.png`, {
          fullPage: !window,
          stylePath: join(import.meta.dirname, 'still.css'),
        });
      });
    }
  });
}
