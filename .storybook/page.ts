/// <reference types="vite/client" />
import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { DecoratorHelpers } from '@storybook/addon-themes';
import { action } from 'storybook/actions';
import { PSEUDO_LOCALE, speakPseudo } from '../stories/support/pseudo-locale.js';
import brand from '../src/ui/themes/brand.css?raw';
import calm from '../src/ui/themes/calm.css?raw';
import contrast from '../src/ui/themes/contrast.css?raw';
import dark from '../src/ui/themes/dark.css?raw';
import neutral from '../src/ui/themes/neutral.css?raw';
import rounded from '../src/ui/themes/rounded.css?raw';
import warm from '../src/ui/themes/warm.css?raw';

/** The kit's own look, and the themes that it publishes: as they are, since Vite would rewrite `light-dark()`. */
const THEMES: Readonly<Record<string, string>> = {
  ...{
    default: '',
    neutral,
    warm,
    contrast,
    dark,
    brand: `${brand} :root { --harreman-color-brand: #c2185b }`,
  },
  ...{ calm, rounded },
};

DecoratorHelpers.initializeThemeState(Object.keys(THEMES), 'default');

const themeSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);

const log = (event: CustomEvent): void => {
  action(event.type)(event.detail);
};

/**
 * The page around a story, as the toolbar wants it: its language and direction where the widgets look for them, its
 * colour scheme and theme where they inherit them from. What the widgets tell the page goes to the Actions panel.
 */
export const onPage: Decorator = (story, context) => {
  const { locale, direction, scheme } = context.globals as Record<string, string>;
  const isPseudo = locale === PSEUDO_LOCALE;
  speakPseudo(isPseudo);
  document.documentElement.lang = locale!;
  document.documentElement.dir = direction!;
  themeSheet.replaceSync(THEMES[DecoratorHelpers.pluckThemeFromContext(context)] ?? '');
  return html`<div
    class="page ${context.viewMode} ${scheme}"
    @harreman-submit=${log}
    @harreman-sent=${log}
    @harreman-saved=${log}
    @harreman-unconfirmed=${log}
    @harreman-rejected=${log}
  >
    ${keyed(isPseudo, story())}
  </div>`;
};
