import { elementOf, LABELS, type Item } from '../../.storybook/manifest.js';

export interface Piece {
  readonly kind: 'part' | 'slot' | 'property' | 'state';
  readonly name: string;
  /** As in the table of the API: `::part(label)`. */
  readonly label: string;
  readonly description: string;
  /** Its number in the picture; properties and states have no place of their own. */
  readonly number: number | undefined;
}

/** All that the manifest says of an element's looks. */
export const piecesOf = (tagName: string): readonly Piece[] => {
  const { cssParts, slots, cssProperties, cssStates } = elementOf(tagName);
  const pieces =
    (kind: Piece['kind'], label: (item: Item) => string) =>
    (item: Item, index: number): Piece => {
      const number = { part: index + 1, slot: cssParts.length + index + 1, property: undefined, state: undefined }[kind];
      return { kind, name: item.name, label: label(item), description: item.description ?? '', number };
    }; // prettier-ignore
  return [
    ...cssParts.map(pieces('part', LABELS.cssParts)),
    ...slots.map(pieces('slot', LABELS.slots)),
    ...cssProperties.map(pieces('property', ({ name }) => name)),
    ...cssStates.map(pieces('state', LABELS.cssStates)),
  ];
};

/** A place of a piece, and what scrolls around it. */
export interface Place {
  readonly box: DOMRect;
  readonly around: Element | undefined;
}

/** Where a piece is: one place for each time it occurs. */
export const placesOf = (widget: HTMLElement, { kind, name }: Piece): readonly Place[] => {
  const root = widget.shadowRoot!;
  if (kind === 'part')
    return [...root.querySelectorAll(`[part~="${name}"]`)]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => placeOf(element, element));
  const slots = kind === 'slot' ? [...root.querySelectorAll('slot')] : [];
  return slots
    .filter((slot) => slot.name === name)
    .flatMap((slot) => slot.assignedNodes().flatMap((node) => placeOf(rangeOf(node), slot)));
};

const placeOf = (seen: Element | Range, within: Element): readonly Place[] => {
  const box = seen.getBoundingClientRect();
  return box.width && box.height ? [{ box, around: scrollerOf(within.parentElement) }] : [];
};

const scrollerOf = (element: Element | null): Element | undefined => {
  if (!element) return undefined;
  return /auto|scroll/.test(getComputedStyle(element).overflowY)
    ? element
    : scrollerOf(element.parentElement);
};

const rangeOf = (node: Node): Range => {
  const range = document.createRange();
  range.selectNode(node);
  return range;
};

/** What is seen of a place in what scrolls around it. */
export const seenOf = ({ box, around }: Place): readonly DOMRect[] => {
  if (!around) return [box];
  const frame = around.getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, frame.top), Math.min(box.bottom, frame.bottom)];
  return bottom > top ? [new DOMRect(box.x, top, box.width, bottom - top)] : [];
};

/** Whether a piece is there, seen or heard. */
export const isThere = (widget: HTMLElement, piece: Piece): boolean => {
  const { kind, name } = piece;
  if (kind === 'state') return widget.matches(`:state(${name})`);
  if (kind === 'property') return changes(widget, name);
  // A live region is there before it says anything.
  if (name === 'status') return widget.shadowRoot!.querySelector('[part~=status]') !== null;
  return placesOf(widget, piece).length > 0;
};

/** What the widget has, and the manifest doesn't know. */
export const undocumented = (widget: HTMLElement, pieces: readonly Piece[]): readonly string[] => {
  const root = widget.shadowRoot!;
  const parts = [...root.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
  const slots = [...root.querySelectorAll('slot')].map((slot) => slot.name);
  const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const properties = rules.flatMap((rule) => rule.match(/(?<=var\(\s*)--harreman-[\w-]+/g) ?? []);
  const labels = [
    ...parts.map((name) => LABELS.cssParts({ name })),
    ...slots.map((name) => LABELS.slots({ name })),
    ...properties,
  ];
  return [...new Set(labels)].filter((label) => !pieces.some((piece) => piece.label === label));
};

/** A value that no theme has; of colour schemes, the other one. */
export const unusual = (widget: HTMLElement, property: string): string => {
  if (property.endsWith('-scheme')) return getComputedStyle(widget).colorScheme === 'dark' ? 'light' : 'dark';
  if (property.includes('-color-')) return 'rgb(190, 24, 93)';
  if (property.endsWith('-font')) return 'ui-monospace, monospace';
  if (property.endsWith('-font-size')) return '21px';
  if (property.endsWith('-shadow')) return '0 0 0 6px rgb(190, 24, 93)';
  return { '--harreman-radius': '19px', '--harreman-space': '47px' }[property] ?? '37px';
}; // prettier-ignore

const LOOKS = [
  ...['color', 'background-color', 'border-top-color', 'outline-color', 'color-scheme', 'accent-color'],
  ...['font-family', 'font-size', 'border-top-left-radius', 'box-shadow', 'row-gap', 'margin-top'],
  ...['padding-top', 'padding-left', 'bottom', 'fill', 'stroke'],
];

/** Whether a custom property changes the looks of anything. */
const changes = (widget: HTMLElement, property: string): boolean => {
  const root = widget.shadowRoot!;
  const before = root.adoptedStyleSheets;
  const still = new CSSStyleSheet();
  // What moves to its new value has the old one at first.
  still.replaceSync('*, :host { transition: none !important; animation: none !important }');
  root.adoptedStyleSheets = [...before, still];
  const looks = () => {
    const elements = [widget, ...root.querySelectorAll('*')];
    return elements.map((element) => {
      const style = getComputedStyle(element);
      return LOOKS.map((name) => style.getPropertyValue(name)).join();
    });
  };
  const usual = looks();
  const own = widget.style.getPropertyValue(property);
  widget.style.setProperty(property, unusual(widget, property));
  const changed = looks().some((look, index) => look !== usual[index]);
  widget.style.setProperty(property, own);
  if (!widget.style.length) widget.removeAttribute('style');
  root.adoptedStyleSheets = before;
  return changed;
};
