import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import { argTypesOf, NO_CONTROLS } from './arg-types.js';
import { keepNothing } from '../stories/support/kept.js';
import { PSEUDO_LOCALE } from '../stories/support/pseudo-locale.js';
import { onPage } from './page.js';
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  decorators: [onPage],
  globalTypes: {
    locale: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'eu', title: 'Euskara' },
          { value: 'ka', title: 'ქართული' },
          { value: 'lv', title: 'Latviešu' },
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'de', title: 'Deutsch' },
          { value: PSEUDO_LOCALE, title: '⟦Þšéûûðöö⟧' },
        ],
      },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Colour scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: {
    locale: 'en',
    direction: 'ltr',
    scheme: 'light',
  },
  parameters: {
    layout: 'fullscreen',
    // Target size (WCAG 2.2, 2.5.8) is off in axe's defaults.
    a11y: { test: 'error', config: { rules: [{ id: 'target-size', enabled: true }] } },
    controls: { expanded: true, sort: 'none' },
    docs: {
      extractArgTypes: argTypesOf,
      controls: { exclude: NO_CONTROLS },
      source: { excludeDecorators: true },
    },
    options: {
      storySort: {
        // Storybook reads this without running it: no constants.
        order: [
          'Start here',
          'Contact form',
          [
            'Overview',
            'Anatomy',
            'Topics',
            'Options',
            'States',
            'Kept messages',
            'Behaviours',
            'Accessibility',
            'E-mails',
            'Themes',
          ],
          'Appointment request',
          [
            'Overview',
            'Anatomy',
            'Topics',
            'Options',
            'States',
            'Kept messages',
            'Behaviours',
            'Accessibility',
            'E-mails',
            'Themes',
          ],
          'FAQ chat',
          [
            'Overview',
            'Anatomy',
            'Topics',
            'Options',
            'States',
            'Kept messages',
            'Behaviours',
            'Accessibility',
            'E-mails',
            'Themes',
          ],
          'Satisfaction survey',
          [
            'Overview',
            'Anatomy',
            'Topics',
            'Options',
            'States',
            'Kept messages',
            'Behaviours',
            'Accessibility',
            'E-mails',
            'Themes',
          ],
          'Callback button',
          [
            'Overview',
            'Anatomy',
            'Topics',
            'Options',
            'States',
            'Kept messages',
            'Behaviours',
            'Accessibility',
            'E-mails',
            'Themes',
          ],
          'Building blocks',
        ],
      },
    },
    viewport: {
      options: {
        narrow: { name: '320 px', styles: { width: '320px', height: '640px' } },
        phone: { name: 'Phone', styles: { width: '390px', height: '844px' } },
        tablet: { name: 'Tablet', styles: { width: '820px', height: '1180px' } },
      },
    },
  },
  /**
   * Each story starts on a device where nothing is kept yet. The one before it goes first, since a form that is taken
   * away keeps what was written.
   */
  beforeEach: async ({ canvasElement }) => {
    canvasElement.replaceChildren();
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) if (key.startsWith('harreman:')) storage.removeItem(key);
    await keepNothing();
  },
};

export default preview;
