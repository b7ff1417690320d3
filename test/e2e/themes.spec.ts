/** The themes that are published: what is rendered in each can be read, whatever the scheme, and whatever the brand. */
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { violations } from './support/axe.js';
import { contactForm, control, errorSummary, send } from './support/contact-form.js';
import { MORE } from './support/more.js';
import { html, script } from './support/pages.js';
import type { Site } from './support/site.js';
import { expect, test } from './support/test.js';

const FOLDER = 'dist/themes';
const themes = readdirSync(FOLDER);
const SCHEMES = ['light', 'dark'] as const;

/** Contrast ratios (WCAG 2.2, relative luminance) of what is rendered. */
interface Contrasts {
  readonly text: Readonly<Record<string, number>>;
  readonly notText: Readonly<Record<string, number>>;
}

type StartSite = () => Promise<Site>;

/** A form with errors, hints, a link, an answer that is chosen, and a button. */
const open = async (page: Page, startSite: StartSite, theme: string, style = ''): Promise<void> => {
  const site = await startSite();
  const head = `<meta name="color-scheme" content="light dark"><style>${readFileSync(`${FOLDER}/${theme}`, 'utf8')}${style}</style>${script(site, '/messages')}`;
  const body =
    '<main><h1>Shop</h1><harreman-contact-form reply-within="2" privacy-url="/privacy"></harreman-contact-form></main>';
  await page.goto(site.put('/', html({ head, body })));
  const form = contactForm(page);
  await form.locator('[value="complaint"]').click();
  await send(form);
  await expect(errorSummary(form)).toBeFocused();
  await expect(control(form, 'order_number')).toBeVisible();
};

const measure = (page: Page): Promise<Contrasts> =>
  page.evaluate(() => {
    const root = document.querySelector('harreman-contact-form')!.shadowRoot!;
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const luminance = (color: string): number => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const style = (selector: string) => getComputedStyle(root.querySelector(selector)!);
    const surface = style('[part="base"]').backgroundColor;
    const button = style('[part="submit-button"]');
    return {
      text: {
        text: contrast(style('[part="base"]').color, surface),
        hint: contrast(style('.muted').color, surface),
        link: contrast(style('[part="privacy-link"]').color, surface),
        error: contrast(style('[part="error"]').color, surface),
        button: contrast(button.color, button.backgroundColor),
      },
      notText: {
        button: Math.max(
          ...[button.backgroundColor, button.borderTopColor].map((color) => contrast(color, surface)),
        ),
        border: contrast(style('[name="name"]').borderTopColor, surface),
        chosen: contrast(style('.option label:has(:checked)').borderTopColor, surface),
      },
    };
  });

const expectReadable = ({ text, notText }: Contrasts, atLeast = 4.5): void => {
  for (const [what, ratio] of Object.entries(text))
    expect(ratio, `contrast of: ${what}`).toBeGreaterThanOrEqual(atLeast);
  for (const [what, ratio] of Object.entries(notText))
    expect(ratio, `contrast of: ${what}`).toBeGreaterThanOrEqual(3);
};

for (const theme of themes) {
  const more = /^(brand|contrast|dark)/.test(theme) ? {} : MORE;
  test(`${theme} can be read in light, dark and forced colours`, more, async ({ page, startSite }) => {
    await open(page, startSite, theme);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      expectReadable(await measure(page), theme === 'contrast.css' ? 7 : 4.5);
      expect(await violations(page)).toEqual([]);
    }
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      // Only the system's colours are left: what stands out does so by a line.
      const button = contactForm(page).locator('[part~="submit-button"]');
      await expect(button).toHaveCSS('border-top-width', '2px');
      expectReadable(await measure(page));
    }
  });
}

test('brand.css can be read in whatever colour', async ({ page, startSite }) => {
  await open(page, startSite, 'brand.css');
  const steps = ['00', '55', 'aa', 'ff'];
  const cube = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
  );
  const brands = [
    ...cube,
    'rgb(255 0 0 / 20%)',
    'transparent',
    'color(display-p3 0 1 0)',
    'oklch(90% 0.4 110)',
  ];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const brand of brands) {
      await page.evaluate((color) => {
        document.documentElement.style.setProperty('--harreman-color-brand', color);
      }, brand);
      const contrasts = await measure(page);
      await test.step(`${brand}, ${colorScheme}`, () => {
        expectReadable(contrasts);
      });
    }
  }
});

test('brand.css keeps a brand that can be read as it is', async ({ page, startSite }) => {
  await open(page, startSite, 'brand.css', ':root { --harreman-color-brand: #8a1538 }');
  const button = contactForm(page).locator('[part~="submit-button"]');
  const color = await button.evaluate((element) => getComputedStyle(element).backgroundColor);
  const rgb = await page.evaluate((css) => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }, color);
  expect(rgb).toEqual([0x8a, 0x15, 0x38]);
});

test('dark.css is dark on a light page, native controls too', async ({ page, startSite }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, startSite, 'dark.css', ':root { color-scheme: light }');
  await expect(control(contactForm(page), 'purchase_date')).toHaveCSS('color-scheme', 'dark');
  expectReadable(await measure(page));
});
