/**
 * Widgets on a server, with `@lit-labs/ssr`: what a visitor sees at first is in the page as declarative shadow DOM.
 *
 *     render(page, { elementRenderers: [HarremanRenderer, LitElementRenderer] })
 *
 * A server sees an element's attributes and properties, not what is around it or in it: its language is that of its
 * own `locale` or `lang`, else of `configure()`, else English. In the browser, `harreman/hydrate` takes over.
 */
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
import { onServer } from '../controllers/on-server.js';
import { WidgetElement } from '../ui/widget-element.js';

type Shadow = ReturnType<LitElementRenderer['renderShadow']>;
/** With what Lit calls itself in a browser. */
type Widget = Omit<WidgetElement, 'willUpdate'> & {
  willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void;
};
type RenderInfo = Parameters<LitElementRenderer['renderShadow']>[0];

/** What the server's elements lack: nothing is known to be in them. A bundle for browsers may have this module, too. */
if (onServer)
  Object.assign(WidgetElement.prototype, { querySelector: () => null, querySelectorAll: () => [] });

/** Where no script ever comes, what stands in the tag is what helps; a form that can't send would cost the message. */
const WITHOUT_SCRIPT =
  '<style>.without-script{display:none}@media(scripting:none){.root,#launcher{display:none}.without-script{display:contents}}</style>' +
  '<div class="without-script"><slot></slot></div>';

/** Renders the kit's elements on a server; each waits for its words. */
export class HarremanRenderer extends LitElementRenderer {
  #words: Promise<void> | undefined;

  static override matchesClass(constructor: typeof HTMLElement): boolean {
    return constructor.prototype instanceof WidgetElement;
  }

  override connectedCallback(): void {
    this.#words = this.#widget.language.follow();
    super.connectedCallback();
  }

  override renderShadow(info: RenderInfo): Shadow {
    return [() => this.#render(info)];
  }

  get #widget(): Widget {
    const element: unknown = this.element;
    return element as Widget;
  }

  async #render(info: RenderInfo): Promise<string> {
    await this.#words;
    this.#widget.willUpdate(new Map());
    const shadow = await collectResult(super.renderShadow(info) ?? []);
    const safe = shadow
      // Before the script is there, the button must not put what was written into the page's address.
      .replace('<form novalidate', '<form method="dialog" novalidate')
      // A property that is false becomes an attribute that means true.
      .replaceAll(' checked="false"', '');
    return safe.includes('<slot></slot>') ? safe : safe + WITHOUT_SCRIPT;
  }
}
