import { ReactiveElement, type CSSResult, type PropertyDeclarations, type PropertyValues } from 'lit';
import { complain } from '../controllers/complain.js';
import { DefinitionController } from '../controllers/definition-controller.js';
import { IsolationController } from '../controllers/isolation.js';
import type { LocalizationController } from '../controllers/localization-controller.js';
import type { LocalizedHost } from '../controllers/localization-controller.js';
import { onServer } from '../controllers/on-server.js';
import type { Transport } from '../controllers/sending.js';
import { pageSettings } from '../controllers/settings.js';
import type { ProfileName } from '../delivery/profiles/index.js';
import type { MessageOverrides, WidgetKey } from '../localization/catalogue.js';
import type { Pressed } from './engine-dock.js';
import type { WidgetEngine } from './engine-host.js';
import type { Words } from './words.js';

/** The custom states of the kit's elements: `:state(busy)` and so on. */
export type WidgetState = 'busy' | 'invalid' | 'sent' | 'saved' | 'open';

/** How a form stands. */
interface SendingForm {
  readonly engine: Pick<WidgetEngine, 'submission' | 'problems'> | undefined;
  readonly pressed: Pressed;
}

/**
 * What all widgets share: the settings an owner writes as attributes, the words, the definition in the light DOM,
 * and keeping to themselves on somebody else's page. What a widget does is its own, and how it is drawn: most are
 * a {@link ./template-widget.js TemplateWidget}, while the callback button, which is only a button at first, fetches
 * what renders templates with its panel.
 */
export abstract class WidgetElement<W extends WidgetKey = WidgetKey>
  extends ReactiveElement
  implements LocalizedHost
{
  static override properties: PropertyDeclarations = {
    endpoint: {},
    profile: {},
    locale: {},
    privacyUrl: { attribute: 'privacy-url' },
    persist: {},
    prefillUrl: { attribute: 'prefill-url' },
    rememberSource: { type: Boolean, attribute: 'remember-source' },
    transport: { attribute: false },
    heading: {},
    headingLevel: { attribute: 'heading-level' },
    messages: { attribute: false },
  };

  /** Where submissions go: an http(s) URL, absolute or relative to the page. Default: the page's setting. */
  endpoint: string | undefined;
  /** How the endpoint wants them, by a profile's name. Default: by the endpoint's host name, else `json`. */
  profile: ProfileName | undefined;
  /** BCP 47 tag. Default: the nearest `lang`, else the page's setting, else the browser's, else `en`. */
  locale: string | undefined;
  /** Address of the owner's privacy policy: shows the consent box. Default: the page's setting, else no box. */
  privacyUrl: string | undefined;
  /** `off`: nothing is kept on the visitor's device. */
  persist: 'on' | 'off' = 'on';
  /** Names of fields, separated by spaces, that the page's URL may fill in. */
  prefillUrl = '';
  /** Keeps the visit's first page and campaign for this tab (`sessionStorage`); say so in the privacy policy. */
  rememberSource = false;
  /** A transport of the owner's own in place of the kit's. */
  transport: Transport | undefined;
  /** The heading's text; empty for none. Default: the widget's own words. */
  heading: string | undefined;
  /** Level of the heading in the page's outline, 1 to 6. */
  headingLevel = '2';
  /** Words of the owner's own, by the keys of the catalogue; the others stay. */
  messages: MessageOverrides | undefined;

  /** @internal The light DOM, read as the owner's definition. */
  readonly light = new DefinitionController(this);
  /** @internal */
  abstract readonly language: LocalizationController<W>;
  #internals = this.attachInternals();
  #styles = [...(this.constructor as typeof ReactiveElement).elementStyles] as CSSResult[];

  constructor() {
    super();
    new IsolationController(this);
  }

  /** @internal The owner's words as JSON in the light DOM. */
  get messagesJson(): string | undefined {
    return this.light.current.messages;
  }

  /** @internal The words that all widgets have; only asked for once they are there. */
  get words(): Words {
    return this.language.current as unknown as Words;
  }

  /** @internal Values that are sent without being shown. */
  get hiddenValues(): readonly (readonly [string, string])[] {
    return this.light.current.hidden;
  }

  /** @internal Whether the visitor is to agree to something. */
  get wantsConsent(): boolean {
    return this.privacyAddress !== undefined || this.querySelector(':scope > [slot=consent]') !== null;
  }

  /** @internal Whether anything may be kept on this device. */
  get mayPersist(): boolean {
    return !/^off$/i.test(this.persist);
  }

  /** @internal The heading's level as a number. */
  get level(): number {
    const level = Number((this.headingLevel as string | null) ?? 2);
    if (/^[1-6]$/.test(`${level}`)) return level;
    complain(this, 'heading-level', this.headingLevel, '2 is used');
    return 2;
  }

  /** @internal An address from an attribute that is fit to be a link; anything else is no link, and the owner is told. */
  get privacyAddress(): string | undefined {
    const value = this.privacyUrl ?? pageSettings().privacyUrl;
    if (!value) return undefined;
    try {
      // A server doesn't know where its page will stand: there the address stays as it was written.
      const url = new URL(value, onServer ? 'http://server' : location.href);
      if (/^https?:$/.test(url.protocol)) return onServer ? value : url.href;
    } catch {
      // Said below.
    }
    complain(this, 'privacy-url', value, 'no http(s) address; no link');
    return undefined;
  }

  protected setState(state: WidgetState, on: boolean): void {
    try {
      this.#internals.states[on ? 'add' : 'delete'](state);
    } catch {
      // Browsers before the standard's syntax refuse the name; styling by state is all that is lost.
    }
  }

  /** How things stand with what is sent, as custom states. */
  protected showStates(form: SendingForm | undefined): void {
    const { engine, pressed } = form ?? {};
    const phase = engine?.submission.phase;
    this.setState('busy', engine ? phase === 'sending' : pressed === 'busy');
    this.setState('sent', phase === 'sent');
    this.setState('saved', phase === 'saved');
    this.setState('invalid', engine?.problems.any ?? false);
  }

  /** @internal Adds styles of what is fetched later. */
  addStyles(styles: CSSResult): void {
    this.#styles.push(styles);
    this.#adoptStyles();
  }

  adoptedCallback(): void {
    this.#adoptStyles();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void this.language.follow();
    // A property that is taken back is `undefined`, an attribute leaves `null`.
    if (changed.has('persist') && !/^(on|off|null|undefined)$/i.test(this.persist)) {
      complain(this, 'persist', this.persist, 'on is used');
    }
  }

  /** A style sheet belongs to the document it was made in: in another one it is made again (any-page, 10). */
  #adoptStyles(): void {
    const { defaultView } = this.ownerDocument;
    if (!this.shadowRoot || !defaultView) return;
    this.shadowRoot.adoptedStyleSheets = this.#styles.map(({ cssText, styleSheet }) => {
      if (defaultView === window && styleSheet) return styleSheet;
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  }
}
