import { LitElement, type CSSResult, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { complain } from '../controllers/complain.js';
import { DefinitionController } from '../controllers/definition-controller.js';
import { IsolationController } from '../controllers/isolation.js';
import { LocalizationController, type LocalizedHost } from '../controllers/localization-controller.js';
import { pageSettings } from '../controllers/settings.js';
import type { MessageOverrides, WidgetKey } from '../localization/catalogue.js';

/** The custom states of the kit's elements: `:state(busy)` and so on. */
export type WidgetState = 'busy' | 'invalid' | 'sent' | 'saved' | 'open';

/**
 * What all widgets share: the settings an owner writes as attributes, the words, the definition in the light DOM,
 * and keeping to themselves on somebody else's page. What a widget does is its own.
 */
export abstract class WidgetElement<W extends WidgetKey = WidgetKey>
  extends LitElement
  implements LocalizedHost
{
  /** Where submissions go: an http(s) URL, absolute or relative to the page. Default: the page's setting. */
  @property() endpoint: string | undefined;
  /** How the endpoint wants them, by a profile's name. Default: by the endpoint's host name, else `json`. */
  @property() profile: string | undefined;
  /** BCP 47 tag. Default: the nearest `lang`, else the page's setting, else the browser's, else `en`. */
  @property() locale: string | undefined;
  /** Address of the owner's privacy policy: shows the consent box. Default: the page's setting, else no box. */
  @property({ attribute: 'privacy-url' }) privacyUrl: string | undefined;
  /** `off`: nothing is kept on the visitor's device. */
  @property() persist: 'on' | 'off' = 'on';
  /** The heading's text; empty for none. Default: the widget's own words. */
  @property() heading: string | undefined;
  /** Level of the heading in the page's outline, 1 to 6. */
  @property({ attribute: 'heading-level' }) headingLevel = '2';
  /** Words of the owner's own, by the keys of the catalogue; the others stay. */
  @property({ attribute: false }) messages: MessageOverrides | undefined;

  /** @internal The light DOM, read as the owner's definition. */
  readonly light = new DefinitionController(this);
  /** @internal */
  readonly language: LocalizationController<W>;
  #internals = this.attachInternals();

  constructor(widget: W) {
    super();
    this.language = new LocalizationController(this, widget);
    new IsolationController(this);
  }

  /** @internal The owner's words as JSON in the light DOM. */
  get messagesJson(): string | undefined {
    return this.light.current.messages;
  }

  /** Whether anything may be kept on this device. */
  get mayPersist(): boolean {
    return this.persist !== 'off';
  }

  /** @internal The heading's level as a number. */
  get level(): number {
    const level = Number(this.headingLevel);
    if (Number.isInteger(level) && level >= 1 && level <= 6) return level;
    complain(this, 'heading-level', this.headingLevel, 'a level is 1 to 6; 2 is used');
    return 2;
  }

  /** @internal An address from an attribute that is fit to be a link; anything else is no link, and the owner is told. */
  get privacyAddress(): string | undefined {
    const value = this.privacyUrl ?? pageSettings().privacyUrl;
    if (!value) return undefined;
    try {
      const url = new URL(value, location.href);
      if (/^https?:$/.test(url.protocol)) return url.href;
    } catch {
      // Said below.
    }
    complain(this, 'privacy-url', value, 'not an http(s) address; the consent box has no link');
    return undefined;
  }

  protected setState(state: WidgetState, on: boolean): void {
    try {
      if (on) this.#internals.states.add(state);
      else this.#internals.states.delete(state);
    } catch {
      // Browsers before the standard's syntax refuse the name; styling by state is all that is lost.
    }
  }

  /** Style sheets belong to the document they were made in: in another one they are made again (any-page, 10). */
  adoptedCallback(): void {
    const { defaultView } = this.ownerDocument;
    if (!this.shadowRoot || !defaultView) return;
    const styles = (this.constructor as typeof LitElement).elementStyles as readonly CSSResult[];
    this.shadowRoot.adoptedStyleSheets = styles.map(({ cssText }) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('persist') && this.persist !== 'on' && this.persist !== 'off') {
      complain(this, 'persist', this.persist, 'either "on" or "off"; "on" is used');
    }
  }
}
