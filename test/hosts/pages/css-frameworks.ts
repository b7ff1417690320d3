import { css, js, type HostPage } from '../host-page.js';

/** Style sheets that sites are built with, as they come, old and new. */
export const cssFrameworks: readonly HostPage[] = [
  {
    name: 'Bootstrap 3',
    about: 'A root of 10 px, floats, and rules for bare labels, fields and buttons.',
    head: css('bootstrap-3/dist/css/bootstrap.min.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '10px',
  },
  {
    name: 'Bootstrap 4',
    about: 'Reboot, and its scripts on jQuery.',
    head:
      css('bootstrap-4/dist/css/bootstrap.min.css') +
      js('jquery-3/dist/jquery.min.js') +
      js('bootstrap-4/dist/js/bootstrap.bundle.min.js'),
    sign: () => 'bootstrap' in window,
  },
  {
    name: 'Bootstrap 5',
    isInCI: true,
    about: 'Reboot, smooth scrolling at the root, custom properties on everything.',
    head:
      css('bootstrap-5/dist/css/bootstrap.min.css') +
      js('bootstrap-5/dist/js/bootstrap.bundle.min.js', 'defer'),
    sign: () =>
      'bootstrap' in window &&
      getComputedStyle(document.documentElement).getPropertyValue('--bs-primary') !== '',
  },
  {
    name: 'Bootstrap 5 in the dark',
    about: 'A dark page: widgets follow its colour scheme.',
    colorScheme: 'dark',
    attributes: 'lang="en" data-bs-theme="dark"',
    head: css('bootstrap-5/dist/css/bootstrap.min.css'),
    sign: () => getComputedStyle(document.body).backgroundColor === 'rgb(33, 37, 41)',
  },
  {
    name: 'Foundation 5',
    about: 'Everything a border box, fields as blocks with margins, a script that runs over the document.',
    head:
      css('foundation/css/normalize.min.css') +
      css('foundation/css/foundation.min.css') +
      js('jquery-1/dist/jquery.min.js') +
      js('foundation/js/foundation.min.js'),
    sign: () => 'Foundation' in window,
  },
  {
    name: 'Bulma',
    about: 'A reset of everything, sizes in rem, custom properties by the hundred.',
    head: css('bulma/css/bulma.min.css'),
    sign: () => getComputedStyle(document.documentElement).getPropertyValue('--bulma-primary') !== '',
  },
  {
    name: 'UIkit',
    about: 'Scripts that watch the document for their attributes.',
    head: css('uikit/dist/css/uikit.min.css') + js('uikit/dist/js/uikit.min.js'),
    sign: () => 'UIkit' in window,
  },
  {
    name: 'Semantic UI',
    about: 'A reset with `inherit` everywhere, and 14 px at the root.',
    head:
      css('semantic-ui/semantic.min.css') +
      js('jquery-3/dist/jquery.min.js') +
      js('semantic-ui/semantic.min.js'),
    sign: () => getComputedStyle(document.body).fontFamily.includes('Lato'),
  },
  {
    name: 'Materialize',
    about:
      'Bare inputs as lines, radio buttons out of sight; a script that dresses up controls as they are touched.',
    head: css('materialize/dist/css/materialize.min.css') + js('materialize/dist/js/materialize.min.js'),
    sign: () => 'M' in window,
  },
  {
    name: 'Pure',
    about: 'Normalised, with a grid of its own fonts.',
    head: css('pure/build/pure-min.css'),
    sign: () => getComputedStyle(document.body).margin === '0px',
  },
  {
    name: 'Milligram',
    about: 'A root of 62.5 %, letter spacing for all, purple buttons by tag name.',
    head: css('normalize/normalize.css') + css('milligram/dist/milligram.min.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '10px',
  },
  {
    name: 'Skeleton',
    about: 'A root of 62.5 %, buttons in capitals with wide letters.',
    head: css('skeleton/css/normalize.css') + css('skeleton/css/skeleton.css'),
    sign: () => getComputedStyle(document.querySelector('button')!).textTransform === 'uppercase',
  },
  {
    name: 'normalize.css',
    about: 'What most old themes begin with.',
    head: css('normalize/normalize.css'),
    sign: () => getComputedStyle(document.body).margin === '0px',
  },
  {
    name: 'Tailwind preflight',
    about: 'A reset of everything in a layer: no borders, no list marks, no headings.',
    head: css('tailwind/preflight.css'),
    sign: () => getComputedStyle(document.querySelector('h1')!).margin === '0px',
  },
  {
    name: 'Water.css',
    about: 'No classes: rules for all controls, with transitions, and a narrow body.',
    head: css('water/out/light.min.css'),
    sign: () => getComputedStyle(document.body).maxWidth === '800px',
  },
  {
    name: 'Pico',
    about: 'No classes: forms, labels and buttons as wide as the page.',
    attributes: 'lang="en" data-theme="light"',
    head: css('pico/css/pico.min.css'),
    sign: () => getComputedStyle(document.documentElement).getPropertyValue('--primary') !== '',
  },
  {
    name: 'W3.CSS',
    about: 'Fonts and sizes for html and all headings.',
    head: css('w3/w3.css'),
    sign: () => getComputedStyle(document.body).fontFamily.includes('Verdana'),
  },
  {
    name: 'Spectre',
    about: 'A root of 20 px, box sizes that inherit, links with rings.',
    head: css('spectre/dist/spectre.min.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '20px',
  },
  {
    name: 'Tachyons',
    about: 'Border boxes by a list of tag names.',
    head: css('tachyons/css/tachyons.min.css'),
    sign: () => getComputedStyle(document.querySelector('form')!).boxSizing === 'border-box',
  },
  {
    name: 'sanitize.css',
    about: '`::before` and `::after` of everything inherit, no repeated backgrounds.',
    head: css('sanitize/sanitize.css') + css('sanitize/forms.css') + css('sanitize/typography.css'),
    sign: () => getComputedStyle(document.querySelector('main')!).backgroundRepeat === 'no-repeat',
  },
  {
    name: 'the reset of Eric Meyer',
    about: 'Margins, borders and fonts of all known tags are gone.',
    head: css('reset/reset.css'),
    sign: () => getComputedStyle(document.querySelector('h1')!).margin === '0px',
  },
  {
    name: 'Sakura',
    about: 'No classes: a root of 62.5 %, buttons in a colour of its own.',
    head: css('sakura/css/normalize.css') + css('sakura/css/sakura.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '10px',
  },
  {
    name: 'MVP.css',
    about: 'No classes: forms as cards, sections as flex boxes.',
    head: css('mvp/mvp.css'),
    sign: () => getComputedStyle(document.querySelector('section')!).display === 'flex',
  },
  {
    name: '98.css',
    about: 'Controls as in Windows 98: radio buttons out of sight, fonts of bitmaps.',
    head: css('98/dist/98.css'),
    sign: () => getComputedStyle(document.querySelector('button')!).textShadow !== 'none',
  },
  {
    name: 'Simple.css',
    about: 'No classes: the body as a grid, everything of it in one column.',
    head: css('simple/simple.min.css'),
    sign: () => getComputedStyle(document.body).display === 'grid',
  },
  {
    name: 'Chota',
    about: 'A root of 62.5 %, border boxes, fields as wide as can be.',
    head: css('chota/dist/chota.min.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '10px',
  },
  {
    name: 'mini.css',
    about: 'Rules for the bare form: a border, a background, hidden radio buttons.',
    head: css('mini/dist/mini-default.min.css'),
    sign: () => getComputedStyle(document.querySelector('form')!).borderStyle === 'solid',
  },
  {
    name: 'Terminal.css',
    about: 'Everything in a fixed-width font of one size.',
    head: css('terminal/dist/terminal.min.css'),
    sign: () => getComputedStyle(document.documentElement).getPropertyValue('--global-font-size') !== '',
  },
  {
    name: 'Tufte CSS',
    about: 'A body of 15 px that counts, wide margins, fonts of its own.',
    head: css('tufte/tufte.min.css'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '15px',
  },
  {
    name: 'GOV.UK',
    about: 'Scripts as modules, classes on the body that say so.',
    head: css('govuk/dist/govuk/govuk-frontend.min.css'),
    sign: () =>
      getComputedStyle(document.documentElement).getPropertyValue('--govuk-breakpoint-mobile') !== '' ||
      getComputedStyle(document.documentElement).getPropertyValue('--govuk-frontend-version') !== '',
  },
];
