import { PLACE, PLACE_WIDTH } from './host-page.js';
import type { Visitor } from '../engines/support/visitor.js';

/** What is written by hand: digits, a slash and a space, which hotkeys swallow; two scripts, an apostrophe, and what could pass for HTML. */
const NAME = "Ane O'Neill 1/2";
const EMAIL = 'ane@example.com';
const TEXT = 'Zer? <b>1/2</b> &=';

/** A widget as an owner pastes it, and a visitor who uses it. */
export interface Widget {
  readonly name: string;
  readonly tag: string;
  readonly attributes: string;
  readonly inner: string;
  /** Shown as soon as it can be used. */
  readonly ready: string;
  /** What its look is compared by; the element itself unless said. What floats stands in the corner instead of its place. */
  readonly looksAt?: { readonly first: string; readonly inUse: string };
  /** Up to its second look. */
  use(visitor: Visitor): Promise<void>;
  /** From there to the end. */
  send(visitor: Visitor): Promise<void>;
  /** Shown at the end. */
  readonly end: string;
  /** What the owner must have. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The button that goes on, or sends. */
export const SUBMIT = '[part~="submit-button"]';

/**
 * A person who is asked for when it is open every day. Tomorrow always is, today never: what is said of today changes by
 * the minute. Both are the visitor's, whose day the company's may be ahead of.
 */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(Date.now());

export const widgets: readonly Widget[] = [
  {
    name: 'contact',
    tag: 'harreman-contact-form',
    attributes: '',
    inner: '<p>Or call <a href="tel:+34943000000">943 00 00 00</a>.</p>',
    ready: '[name="message"]',
    use: async (visitor) => {
      await visitor.click(SUBMIT);
      await visitor.sees('[part~="error-summary"]');
    },
    send: async (visitor) => {
      await visitor.chooseTopic('question');
      await visitor.write({ name: NAME, email: EMAIL, message: TEXT });
      await visitor.click(SUBMIT);
    },
    end: '[part~="end"]',
    fields: { widget: 'contact', topic: 'question', name: NAME, email: EMAIL, message: TEXT },
  },
  {
    name: 'appointment',
    tag: 'harreman-appointment-request',
    attributes: 'modes="office phone" hours="Mo-Su 09:00-18:00" timezone="Europe/Madrid"',
    inner: '<p>Or call <a href="tel:+34943000000">943 00 00 00</a>.</p>',
    ready: '[name="mode"]',
    use: async (visitor) => {
      await visitor.click('[name="mode"][value="office"]');
      await visitor.click(SUBMIT);
      await visitor.click('.nearest button:nth-of-type(2)');
      await visitor.sees('.times');
    },
    send: async (visitor) => {
      await visitor.click('[name="start"]');
      await visitor.click(SUBMIT);
      await visitor.write({ name: NAME, email: EMAIL });
      await visitor.click(SUBMIT);
      await visitor.sees('[part~="review"]');
      await visitor.click(SUBMIT);
    },
    end: '[part~="end"]',
    fields: { widget: 'appointment', mode: 'office', name: NAME, email: EMAIL },
  },
  {
    name: 'chat',
    tag: 'harreman-faq-chat',
    attributes: '',
    inner:
      '<details><summary>When are you open?</summary><p>From <b>nine</b> to six.</p></details>' +
      '<details><summary>Can I park near the shop?</summary><p>Behind the house.</p></details>' +
      '<p><a href="tel:+34943000000">943 00 00 00</a></p>',
    ready: '[name="question"]',
    use: async (visitor) => {
      await visitor.write({ question: 'park 1/2' });
      await visitor.press('Enter');
      await visitor.sees('[role="log"]', 'Behind the house.');
    },
    send: async (visitor) => {
      await visitor.click('[part~="person-button"]');
      await visitor.click('[part~="leave-button"]');
      await visitor.sees('[name="email"]');
      await visitor.replace('question', TEXT);
      await visitor.write({ name: NAME, email: EMAIL });
      await visitor.click(SUBMIT);
    },
    end: '[part~="end"]',
    fields: { widget: 'question', outcome: 'handover', question: TEXT, name: NAME, email: EMAIL },
  },
  {
    name: 'survey',
    tag: 'harreman-satisfaction-survey',
    attributes: 'survey="cleaning"',
    inner: '',
    ready: '[name="comment"]',
    use: async (visitor) => {
      await visitor.click(SUBMIT);
      await visitor.sees('[part~="error-summary"]');
    },
    send: async (visitor) => {
      await visitor.click('label:has([value="4"]) .cell');
      await visitor.write({ comment: TEXT });
      await visitor.click(SUBMIT);
    },
    end: '[part~="end"]',
    fields: { widget: 'survey', survey: 'cleaning', metric: 'csat', score: 4, comment: TEXT },
  },
  {
    name: 'callback',
    tag: 'harreman-callback-button',
    attributes: `floating hours="Mo-Su 09:00-18:00" closed="${today()}" timezone="Europe/Madrid" country="ES"`,
    inner: '<a href="tel:+34943000000">943 00 00 00</a> <a href="https://wa.me/34600000000">WhatsApp</a>',
    ready: '#launcher',
    looksAt: { first: '#launcher', inUse: '#panel' },
    use: async (visitor) => {
      await visitor.click('#launcher');
      await visitor.sees('#panel [name="phone"]');
    },
    send: async (visitor) => {
      await visitor.click('[name="when"][value="tomorrow"]');
      await visitor.write({ phone: '943 000 000', name: NAME });
      await visitor.click(SUBMIT);
    },
    end: '[part~="end"]',
    fields: { widget: 'callback', phone: '+34943000000', name: NAME },
  },
];

/** The widget's tag, and it in its place. */
export const tagOf = ({ tag, attributes, inner }: Widget): string =>
  `<${tag} ${attributes}>${inner}</${tag}>`;
export const placeOf = (widget: Widget): string => `<div id="${PLACE}">${tagOf(widget)}</div>`;

/** The widget's place as an owner sets it up: how wide it is, and what room is kept. On the bare page nothing is in it. */
export const placeCss = ({ tag, looksAt }: Widget, height: number): string => {
  const place = {
    'display': 'block', 'position': 'static', 'box-sizing': 'content-box', 'float': 'none', 'flex': 'none',
    'width': `${PLACE_WIDTH}px`, 'min-width': '0', 'max-width': 'none', 'min-height': '0', 'max-height': 'none',
    'margin': '16px 0', 'clear': 'both', 'padding': '0', 'border': '0', 'border-radius': '0', 'outline': '0',
    'background': '#fff', 'box-shadow': 'none', 'overflow': 'visible', 'transform': 'none', 'columns': 'auto',
    'grid-column': '1 / -1',
  }; // prettier-ignore
  const element = { 'margin': '0', 'max-width': 'none', 'min-width': '0', 'width': 'auto' };
  const rules = (properties: Record<string, string>) =>
    Object.entries(properties)
      .map(([name, value]) => `${name}: ${value} !important`)
      .join('; ');
  const id = `#${PLACE}`.repeat(3);
  return [
    `${id} { ${rules(place)} }`,
    looksAt ? '' : `${id} > ${tag} { ${rules(element)} }`,
    `${id} > ${tag}:not(:defined) { ${rules(looksAt ? { display: 'none' } : { 'display': 'flow-root', 'min-height': `${height}px`, 'max-height': `${height}px`, 'overflow': 'hidden' })} }`,
  ].join('\n');
};
