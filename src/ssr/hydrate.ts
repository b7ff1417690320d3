/**
 * Takes over what `harreman/server` has rendered, without building it anew. To be imported before any widget.
 *
 * Where the browser would show something else than the server did (HTML in the tag that adds fields, another language,
 * a draft that is waiting), the element is rendered anew. What a visitor has written by then is kept in either case.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { render, type PropertyValues, type RenderOptions } from 'lit';
import { TemplateWidget } from '../ui/template-widget.js';
import { WidgetElement } from '../ui/widget-element.js';

/** An element as this module meets it: by what Lit calls, and by what all widgets have. */
interface Widget extends Omit<WidgetElement, 'renderRoot' | 'constructor'> {
  readonly renderRoot: ShadowRoot;
  readonly renderOptions: RenderOptions;
  readonly constructor: { prepare(locale: string, all: boolean): Promise<void> };
  readonly wantsEngine?: boolean;
  createRenderRoot(): ShadowRoot;
  scheduleUpdate(): unknown;
  update(changed: PropertyValues): void;
  render(): unknown;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const CONTROLS = ':is(input, select, textarea)[name]';

const everyWidget = WidgetElement.prototype as unknown as Widget;
const templated = TemplateWidget.prototype as unknown as Widget;
// Each is called with its element, below.
const { createRenderRoot, scheduleUpdate } = everyWidget;

/** Elements that a server has rendered, until they have been taken over. */
const rendered = new WeakSet<object>();

for (const tag of [
  'appointment-request',
  'callback-button',
  'contact-form',
  'faq-chat',
  'satisfaction-survey',
])
  if (customElements.get(`harreman-${tag}`))
    console.error(`harreman: import 'harreman/hydrate' before 'harreman/${tag}'.`);

everyWidget.createRenderRoot = function (this: Widget): ShadowRoot {
  if (this.shadowRoot) rendered.add(this);
  return createRenderRoot.call(this);
};

/** All that the first rendering needs is fetched before. */
everyWidget.scheduleUpdate = function (this: Widget): unknown {
  if (!rendered.has(this)) return scheduleUpdate.call(this);
  return prepare(this).then(() => scheduleUpdate.call(this));
};

const prepare = async (widget: Widget): Promise<void> => {
  await widget.language.follow();
  const locale = widget.language.current?.locale;
  if (locale && widget.wantsEngine) await widget.constructor.prepare(locale, true).catch(() => undefined);
};

/** Takes out what the server has put there for the time before the script: the element's own style sheets are in force. */
const clear = (root: ShadowRoot): void => {
  for (const leftover of root.querySelectorAll('style, .without-script')) leftover.remove();
  root.querySelector('form[method=dialog]')?.removeAttribute('method');
};

const updateTemplate = templated.update;
templated.update = function (this: Widget, changed: PropertyValues): void {
  if (!rendered.delete(this)) {
    updateTemplate.call(this, changed);
    return;
  }
  const root = this.renderRoot;
  const written = writtenIn(root);
  clear(root);
  const wanted = document.createDocumentFragment();
  render(this.render(), wanted, { host: this });
  if (isSame(contentOf(root), contentOf(wanted))) hydrate(this.render(), root, this.renderOptions);
  else root.replaceChildren();
  updateTemplate.call(this, changed);
  if (written.size > 0) void this.updateComplete.then(() => writeInto(root, written));
};

/** A widget without a template takes over itself what is there. */
const { update } = everyWidget;
everyWidget.update = function (this: Widget, changed: PropertyValues): void {
  if (rendered.delete(this)) clear(this.renderRoot);
  update.call(this, changed);
};

/** What a visitor has changed in the server's controls, by their names. */
const writtenIn = (root: ShadowRoot): Map<string, readonly string[]> => {
  const written = new Map<string, string[]>();
  for (const control of root.querySelectorAll<Control>(CONTROLS)) {
    const choice = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
    const isWritten = choice
      ? control.checked !== control.defaultChecked
      : control.value !== (control instanceof HTMLSelectElement ? '' : control.defaultValue);
    if (isWritten) written.set(control.name, [...(written.get(control.name) ?? []), control.value]);
  }
  return written;
};

/** Puts it into the controls of now, as if it were written now. */
const writeInto = (root: ShadowRoot, written: ReadonlyMap<string, readonly string[]>): void => {
  for (const control of root.querySelectorAll<Control>(CONTROLS)) {
    const values = written.get(control.name);
    if (!values) continue;
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      if (!values.includes(control.value)) continue;
      control.checked = true;
    } else {
      control.value = values[0] ?? '';
    }
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
};

/** What counts of a tree: no comments, which are Lit's marks. */
const contentOf = (node: Node): Node[] =>
  [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);

/** Texts that stand side by side are one text. */
const textOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (node instanceof Text ? node.data : '\0')).join('');

const isSame = (server: readonly Node[], browser: readonly Node[]): boolean => {
  const [own, other] = [server, browser].map((nodes) =>
    nodes.filter((node): node is Element => node instanceof Element),
  ) as [Element[], Element[]];
  return (
    textOf(server) === textOf(browser) && own.every((element, index) => isSameElement(element, other[index]!))
  );
};

const isSameElement = (server: Element, browser: Element): boolean =>
  server.localName === browser.localName &&
  attributesOf(server) === attributesOf(browser) &&
  isSame(contentOf(server), contentOf(browser));

/** But for what the server writes of properties, in any order; addresses as they are meant. */
const attributesOf = (element: Element): string =>
  [...element.attributes]
    .filter(({ name }) => !(element.matches('input, textarea') && /^(value|checked)$/.test(name)))
    .filter(({ name, value }) => !(name === 'value' && value === ''))
    .map(
      ({ name, value }) =>
        `${name}=${element instanceof HTMLAnchorElement && name === 'href' ? element.href : value}`,
    )
    .sort()
    .join('\0');
