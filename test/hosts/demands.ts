/** What pages in the wild demand of a widget, and the host pages that ask for it. */
export interface Demand {
  readonly demand: string;
  /** The pages of the core that ask for it. */
  readonly core: readonly string[];
  /** Other pages that do. */
  readonly others: readonly string[];
}

/** In the order of the list that the corpus was made from. Whatever is asked is asked of each widget. */
export const demands: readonly Demand[] = [
  {
    demand: "The page's CSS reaches the element itself and inherits into it, and changes nothing",
    core: ['rules for everything, !important'],
    others: [
      'rules for the element, !important',
      'text properties to inherit',
      'everything unset, !important',
      'controls taken away',
      'a theme for every state',
      'margins by the owl',
      'custom properties of everybody',
      'Materialize',
      '98.css',
      'important rules in layers',
      'attributes shown by force',
    ],
  },
  {
    demand: 'No rem: sizes, direction and colour scheme are its own',
    core: ['Bootstrap 3'],
    others: [
      'a root of 62.5 %',
      'a root of 24 px',
      'Spectre',
      'a page from right to left',
      'Bootstrap 5 in the dark',
      'a print-like page in points',
    ],
  },
  {
    demand: 'Keys, clicks and submits in it are not taken for those of the page',
    core: ['handlers that swallow everything', 'inside a form of the page'],
    others: [
      'Mousetrap',
      'jQuery 1 with delegated handlers',
      'inside a link and a label',
      'in an editable region',
      'Stimulus',
      'Zepto and FastClick',
      'jQuery Form',
    ],
  },
  {
    demand: 'Polluted prototypes and replaced natives change nothing that is sent',
    core: ['polluted prototypes'],
    others: [
      'Prototype',
      'MooTools',
      'Sugar',
      'enumerable keys on every prototype',
      'JSON of old',
      'core-js',
      'zone.js',
      'frozen intrinsics',
      'requests made anew',
    ],
  },
  {
    demand: 'Values are sent, not rendered text',
    core: ['everything in capitals'],
    others: ['text properties to inherit', 'rules for everything, !important'],
  },
  {
    demand: 'A second copy of the kit, or another Lit, does not throw',
    core: ['two copies of the kit'],
    others: ['the loader and the complete file', 'Lit 2', 'the polyfills of web components'],
  },
  {
    demand: 'The files read the same in any encoding',
    core: ['windows-1257'],
    others: ['windows-1252 in Georgian', 'iso-8859-15 in Basque', 'utf-16', 'shift_jis'],
  },
  {
    demand: 'XHTML, quirks mode, a base elsewhere, AMD, classic scripts',
    core: ['XHTML', 'quirks mode'],
    others: [
      'HTML 4.01 Transitional',
      'a base elsewhere',
      'RequireJS',
      'SystemJS',
      'Dojo',
      'the complete file',
      'document.write',
    ],
  },
  {
    demand: 'Policies: no style, no innerHTML, no eval, nothing from elsewhere',
    core: ['a strict policy with Trusted Types'],
    others: [
      'a strict policy',
      "Trusted Types 'none'",
      'Trusted Types for another Lit',
      'a policy with a nonce and strict-dynamic',
      'a policy by hashes',
      'a policy in a meta element',
      'isolated from other origins',
    ],
  },
  {
    demand:
      'Adopted, moved, cloned, swapped, rendered or compiled by a framework, it works on and sends once',
    core: ['adopted by a frame and back', 'Turbo', 'React 19'],
    others: [
      'AngularJS',
      'Vue 2',
      'Vue 3',
      'htmx',
      'Turbolinks',
      'moved once it is there',
      'taken out and put back',
      'replaced by its clone',
      'its markup written anew',
      'Swup',
      'a view transition',
      'a translator that goes on',
    ],
  },
  {
    demand: 'It starts when it connects, never once at page load',
    core: ['innerHTML later'],
    others: [
      'a tag manager',
      'scripts that are put off',
      'a tag manager that writes both',
      'after consent',
      'import() by the page',
    ],
  },
  {
    demand: 'What floats lives in the top layer',
    core: ['a transformed page'],
    others: [
      'the largest z-index',
      'jQuery 3 with jQuery UI',
      'a modal dialog that is closed again',
      'in a modal of Bootstrap 5',
    ],
  },
  {
    demand: 'It keeps its room before it is defined',
    core: ['a late definition'],
    others: ['script at the end of the body', 'script async in the head', 'a long column that floats'],
  },
  {
    demand: 'It leaves nothing behind',
    core: ['Clean Blog'],
    others: [
      'a page that watches and tidies up',
      'listeners that are counted',
      'Freelancer',
      'rrweb',
      'Sentry',
      'WordPress, logged in',
    ],
  },
  {
    demand: 'Without storage, in sandboxed frames and in frames of other sites it works, and says the truth',
    core: ['storage that is refused', 'a sandboxed frame'],
    others: [
      'a database that never opens',
      'a database that is full',
      'a sandboxed frame without forms',
      'a frame of another site',
      'a frame by srcdoc',
      'a frame of the same site',
    ],
  },
];

/** Names of the pages that stand for the others: those that every engine is asked to show all demands by. */
export const core: ReadonlySet<string> = new Set(demands.flatMap((demand) => demand.core));
