import { hostileCss } from '../../e2e/support/hostile.js';
import { shop, type HostPage, type Kit } from '../host-page.js';
import { widgets } from '../widgets.js';

const tags = `:is(${widgets.map(({ tag }) => tag).join(', ')})`;
const style = (css: string): string => `<style>${css}</style>`;
const hostile = (name: string): string =>
  style(hostileCss[name]!.replaceAll('harreman-contact-form', `${tags}:defined`));

/** Style sheets that are against us. */
export const hostileStyles: readonly HostPage[] = [
  {
    name: 'rules for everything, !important',
    about:
      'Colours, fonts, borders, spacing of every element, and custom properties of the kit by their inner names.',
    head: hostile('rules for everything, all of them !important'),
    sign: () => getComputedStyle(document.querySelector('h1')!).letterSpacing === '5px',
  },
  {
    name: 'rules for the element, !important',
    about:
      'Cut off, blurred, filtered, zoomed, in columns; from when it is defined, since nothing of ours can keep a page from doing that to an unknown tag.',
    head: hostile('rules for the element, all of them !important'),
    sign: () => document.styleSheets.length > 1,
  },
  {
    name: 'a root of 62.5 %',
    about: 'What is measured in rem is a third smaller.',
    head: hostile('a root of 62.5 %'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '10px',
  },
  {
    name: 'a root of 24 px',
    about: 'What is measured in rem is half as large again.',
    head: style('html { font-size: 24px } body { font-size: 1rem; line-height: 2.5 }'),
    sign: () => getComputedStyle(document.documentElement).fontSize === '24px',
  },
  {
    name: 'everything unset',
    about: 'A reset of every property of everything.',
    head: hostile('everything unset'),
    sign: () => getComputedStyle(document.querySelector('h1')!).display === 'inline',
  },
  {
    name: 'everything unset, !important',
    about: 'A reset that beats the rules of shadow roots that do not know.',
    head: hostile('everything unset, !important'),
    sign: () => getComputedStyle(document.querySelector('h1')!).display === 'inline',
  },
  {
    name: 'text properties to inherit',
    about: 'Small capitals, spacing, alignment, wrapping, selection: all of it inherits into shadow roots.',
    head: hostile('text properties to inherit'),
    sign: () => getComputedStyle(document.body).textTransform === 'uppercase',
  },
  {
    name: 'controls taken away',
    about: 'Fields, buttons, labels and paragraphs are not shown at all.',
    head: hostile('controls taken away'),
    sign: () => getComputedStyle(document.querySelector('button')!).display === 'none',
  },
  {
    name: 'everything in capitals',
    about: 'Rendered text is not what was written.',
    head: style('* { text-transform: uppercase !important; font-variant: small-caps !important }'),
    sign: () => getComputedStyle(document.querySelector('h1')!).textTransform === 'uppercase',
  },
  {
    name: 'a theme for every state',
    about:
      'Focus rings taken away, hover and placeholder rules, scroll bars, selection, transitions of everything.',
    head: style(`*, *::before, *::after { transition: all 3s ease 1s; animation-duration: 9s }
      *:focus, *:focus-visible, *:focus-within { outline: none !important; background: pink !important }
      *:hover { color: lime !important; cursor: none !important } ::placeholder { color: red !important }
      ::selection { background: red } ::-webkit-scrollbar { display: none } * { scrollbar-width: none; scrollbar-color: red red }
      :defined { opacity: 1; text-decoration: underline } :host { display: none !important }`),
    sign: () => getComputedStyle(document.querySelector('h1')!).scrollbarWidth === 'none',
  },
  {
    name: 'a transformed page',
    about: 'Ancestors that hold what is fixed, clip it, make layers: what floats belongs into the top layer.',
    head: style(`body { transform: translateZ(0); overflow: clip; contain: layout; perspective: 100px; will-change: transform; margin: 0 }
      main { filter: drop-shadow(0 0 0 transparent); isolation: isolate; position: relative; z-index: 0; padding: 20px }`),
    sign: () => getComputedStyle(document.body).transform !== 'none',
  },
  {
    name: 'the largest z-index',
    about: 'Bars and a banner on top of everything, and rules for popovers and dialogs.',
    head: style(`body { padding: 90px 0 120px; margin: 0; min-height: 150vh } * { z-index: 2147483647 }
      header { position: fixed; inset: 0 0 auto 0; height: 60px; background: #eee }
      footer { position: fixed; inset: auto 0 0 0; height: 80px; background: #333; color: #fff }
      dialog, [popover] { position: static !important; display: none; background: red !important; color: red !important }
      ::backdrop { background: red !important }`),
    sign: () => getComputedStyle(document.querySelector('header')!).position === 'fixed',
  },
  {
    name: 'a flex page',
    about: 'Items that would shrink, in a column that is centred.',
    head: style(`body, main { display: flex; flex-direction: column; align-items: center; gap: 1rem; margin: 0 }
      body > *, main > * { flex: 1; min-width: 0; overflow: hidden }`),
    sign: () =>
      getComputedStyle(document.body).display === 'flex' && document.querySelector('h1')!.offsetHeight > 0,
  },
  {
    name: 'a grid page',
    about: 'Columns of a twelfth, items that stretch.',
    head: style(
      'main { display: grid; grid-template-columns: repeat(12, 1fr); grid-auto-rows: minmax(100px, auto); align-items: stretch; justify-items: center }',
    ),
    sign: () => getComputedStyle(document.querySelector('main')!).display === 'grid',
  },
  {
    name: 'a page in columns',
    about: 'Newspaper columns, in which what is not kept together is cut.',
    head: style('main { columns: 1; column-gap: 40px; orphans: 9; widows: 9 } main * { break-inside: auto }'),
    sign: () => getComputedStyle(document.querySelector('main')!).columnCount === '1',
  },
  {
    name: 'floats all over',
    about: 'Everything of the page floats, and nothing is cleared.',
    head: style('body > *, main > * { float: left; clear: none; width: 100% } main { overflow: hidden }'),
    sign: () => getComputedStyle(document.querySelector('main')!).float === 'left',
  },
  {
    name: 'a long column that floats',
    about:
      'A column from the time of floats beside the content, and much longer; what comes after is beside it, too.',
    head: style(`main::before { content: ''; float: right; width: 60px; height: 6000px; background: #eee }
      main > * { margin-right: 80px }`),
    sign: () => getComputedStyle(document.querySelector('main')!, '::before').float === 'right',
  },
  {
    name: 'margins by the owl',
    about: '`* + *` has a margin, and lists, fields and labels have one of their own.',
    head: style(`* + * { margin-top: 1.5em !important } label { display: inline-block; margin: 20px; font-weight: 900 }
      fieldset { border: 5px dotted red; margin: 30px } legend { float: left } ul, ol { list-style: inside square; margin: 40px }`),
    sign: () => getComputedStyle(document.querySelector('legend, h2')!).marginTop !== '0px',
  },
  {
    name: 'a print-like page in points',
    about: 'Sizes in points, justified and hyphenated text in a serif, first letters that are large.',
    head: style(`html { font: 14pt/1.7 Georgia, serif; text-align: justify; hyphens: auto; text-rendering: geometricPrecision;
      font-feature-settings: 'onum', 'liga'; font-kerning: none; font-stretch: 75%; font-synthesis: none; -webkit-font-smoothing: antialiased }
      p::first-letter, div::first-letter, ${tags}::first-letter { font-size: 3em; color: red }`),
    sign: () => getComputedStyle(document.body).textAlign === 'justify',
  },
  {
    name: 'a page from right to left',
    about: 'In Arabic by its `lang`, with a widget in English.',
    attributes: 'lang="ar" dir="rtl"',
    body: ({ place }: Kit) => shop(`<div lang="en" dir="ltr">${place}</div>`),
    sign: () => getComputedStyle(document.body).direction === 'rtl',
  },
  {
    name: 'a vertical page',
    about: 'Text from top to bottom, but for the place of the widget.',
    head: style(
      'h1, h2 { writing-mode: vertical-rl } main { text-orientation: upright; word-spacing: 20px }',
    ),
    sign: () => getComputedStyle(document.querySelector('h1')!).writingMode === 'vertical-rl',
  },
  {
    name: 'custom properties of everybody',
    about: 'A page that has used up the names of everybody, in a layer and as registered properties.',
    head: style(`@property --color { syntax: '<color>'; inherits: true; initial-value: red }
      * { --accent: red; --space: 99px; --radius: 50%; --color: red; --_accent: red; --_radius: 50px; --_surface: black; --_height: 10px; --_raise: 300px; --_inset: 200px }`),
    sign: () => getComputedStyle(document.body).getPropertyValue('--space') === '99px',
  },
];
