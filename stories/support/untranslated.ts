/** Where the owner's words stand, or the visitor's. */
const OTHERS_WORDS =
  'bdi, time, [dir=ltr]:not([lang]), textarea, style, svg, #country, .said, [part~=answer]';

/** What the scenes' visitors write that is shown to them again, and names that are the same in every language. */
const NAMES = [
  'Ane Etxeberria ane@example.com Sagarrondo kalea Hernani quantum chromodynamics broken-shutter.jpg',
  'Enter Shift Google Outlook .ics',
].join(' ');

/**
 * What a widget says that is not from its catalogue: in the pseudo-locale each word that is has letters with marks. What
 * the owner wrote into the tag is the owner's, and dates and times are the browser's.
 */
export const untranslated = (widget: HTMLElement): readonly string[] => {
  const others = new Set([...BROWSERS, ...plainWords(NAMES), ...textsOf(widget).flatMap(plainWords)]);
  for (const element of [widget, ...widget.querySelectorAll('*')])
    for (const { value } of element.attributes) for (const word of plainWords(value)) others.add(word);
  return textsOf(widget.shadowRoot!).filter((text) => plainWords(text).some((word) => !others.has(word)));
};

/** What can be seen or heard, one string a text node or attribute. */
const textsOf = (root: ParentNode): readonly string[] =>
  [...root.querySelectorAll('*')]
    .filter((element) => !element.closest(OTHERS_WORDS))
    .flatMap((element) => [
      ...[...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '')),
      ...['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ]); // prettier-ignore

const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => /^[a-z]{2,}$/.test(word));

/** Names of months and days, and what stands beside times, as the browser writes them. */
const BROWSERS: readonly string[] = [
  'utc',
  ...[
    ...Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1)),
    ...Array.from({ length: 7 }, (_, day) => new Date(2026, 0, day + 1, 3 * day)),
  ].flatMap((date) =>
    (['short', 'long'] as const).flatMap((style) =>
      plainWords(date.toLocaleString('en', { weekday: style, month: style, hour: 'numeric' })),
    ),
  ),
];
