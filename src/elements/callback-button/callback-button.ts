import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { complain } from '../../controllers/complain.js';
import type { Field } from '../../controllers/field.js';
import type { FormValues } from '../../controllers/form-values.js';
import { LocalizationController } from '../../controllers/localization-controller.js';
import { pageSettings } from '../../controllers/settings.js';
import type { Locale } from '../../localization/locale.js';
import type { Localization } from '../../localization/localization.js';
import { loadMessages } from '../../localization/registry.js';
import { callbackButtonWords } from '../../localization/widgets/callback-button.js';
import { baseStyles } from '../../ui/base.styles.js';
import type { PrefillValue } from '../../ui/form-widget.js';
import { once } from '../../ui/once.js';
import { dockStyles } from '../../ui/panel/dock.styles.js';
import { LauncherController, whenIdle } from '../../ui/panel/launcher.js';
import { WidgetElement } from '../../ui/widget-element.js';
import { buttonStyles } from './button.styles.js';
import { barTemplate } from './bar-template.js';
import { CallbackBar } from './callback-bar.js';
import type * as EngineModule from './callback-engine.js';
import type { CallbackPanel } from './callback-panel.js';
import { OpenersController } from './openers.js';

/**
 * A button that leads to a person: the owner's channels (phone, WhatsApp, e-mail …) in the order in which they help now, a
 * request to be called at a time that suits, the representative, and other widgets of the kit. It says when somebody is
 * there, in the company's time and the visitor's own.
 *
 * The light DOM is its definition: links are the channels, which work without the script; labelled controls (a
 * `<select name="topic">`) are asked for with the request; elements with `slot="panel"` are opened from the same button.
 *
 * Any link to `#harreman-callback`, and any element of the class `harreman-callback`, opens it.
 *
 * @summary One button to every way to a person, in their hours.
 *
 * @slot - The channels as links, and further fields; shown as they are until the script is there.
 * @slot heading - In place of the heading.
 * @slot intro - Above the ways to a person.
 * @slot representative - The person whom the visitor will talk to: name, role, photo, phone, e-mail. Offered as a vCard, too.
 * @slot panel - Another widget (a chat, an appointment request), opened from the same button. Its title is `data-title`, else `aria-label`.
 * @slot consent - In place of the sentence that is agreed to.
 * @slot captcha - A captcha of the owner's; its named controls are sent along.
 * @slot thanks - At the end, once the request has been sent.
 *
 * @fires harreman-channel - A link to a person was followed.
 * @fires harreman-submit - Before a request is sent, or one is taken back; cancelable, and it can be made to wait.
 * @fires harreman-sent - The endpoint has it.
 * @fires harreman-saved - It is kept on this device, to be sent later.
 * @fires harreman-unconfirmed - It was not sent, or nobody can say.
 * @fires harreman-rejected - The endpoint found something for the visitor to mend.
 * @fires harreman-open - The panel has opened.
 * @fires harreman-close - The panel has closed.
 *
 * @csspart base - What is in the panel; where the button stands in the page, that.
 * @csspart launcher - The button.
 * @csspart panel - The panel.
 * @csspart close-button - The button that closes it.
 * @csspart heading - The heading.
 * @csspart presence - When somebody is there.
 * @csspart channels - The list of links.
 * @csspart channel - A link to a person.
 * @csspart qr-button - Shows the code of a phone number.
 * @csspart qr - The code.
 * @csspart hours - The opening hours.
 * @csspart contact-card - The link to the representative's vCard.
 * @csspart menu - The list of what the panel offers besides links.
 * @csspart menu-button - A button in it.
 * @csspart back-button - Leads back to all ways.
 * @csspart form - The form for a call.
 * @csspart notices - What is told above the fields: text that was restored, what has become of a message that was kept.
 * @csspart notice - One of these.
 * @csspart field - A field with its label, hint, error and control.
 * @csspart label - A label or legend.
 * @csspart control - A native control.
 * @csspart options - The options of a choice.
 * @csspart option - One option.
 * @csspart hint - A hint.
 * @csspart error - A field's error.
 * @csspart error-summary - What is wrong, above the fields.
 * @csspart reading - The number as it was understood.
 * @csspart consent - The consent box with its sentence.
 * @csspart privacy-link - The link in it.
 * @csspart submit-button - The button that sends.
 * @csspart status - What is going on while sending.
 * @csspart failure - The panel after a try that failed.
 * @csspart retry-button - Its button.
 * @csspart contacts - The owner's phone and e-mail in it.
 * @csspart end - The end of a request.
 * @csspart reference - The reference number in it.
 * @csspart delete-button - Takes back what is saved and not sent.
 * @csspart promise - The number and the window that were sent.
 * @csspart cancel-button - Takes the request back.
 * @csspart cancelled - What has become of that.
 *
 * @cssproperty [--harreman-color-accent] - Buttons, links, focus.
 * @cssproperty [--harreman-color-on-accent] - Text on the accent colour.
 * @cssproperty [--harreman-color-surface] - Background of the panel.
 * @cssproperty [--harreman-color-field] - Background of its controls; that of the panel by default.
 * @cssproperty [--harreman-color-text] - Text.
 * @cssproperty [--harreman-color-muted] - Hints.
 * @cssproperty [--harreman-color-border] - Borders of controls.
 * @cssproperty [--harreman-color-error] - Errors.
 * @cssproperty [--harreman-color-scheme] - `light`, `dark` or `light dark`; the page's by default.
 * @cssproperty [--harreman-font] - Font family list.
 * @cssproperty [--harreman-font-size] - `medium` by default: the visitor's own setting.
 * @cssproperty [--harreman-radius] - Radius of corners.
 * @cssproperty [--harreman-space] - Distance between fields.
 * @cssproperty [--harreman-padding] - Distance from the widget's edge.
 * @cssproperty [--harreman-shadow] - Shadow of the widget.
 * @cssproperty [--harreman-inset] - Distance of what floats from the edges of the window: more where the page has bars of its own.
 *
 * @cssstate open - The panel is open.
 * @cssstate busy - A request is being sent.
 * @cssstate invalid - Something needs the visitor's attention.
 * @cssstate sent - A request has been sent.
 * @cssstate saved - A request is kept on this device.
 */
export class HarremanCallbackButton extends WidgetElement<'callback-button'> {
  static override styles = [baseStyles, dockStyles, buttonStyles];
  static override properties: PropertyDeclarations = {
    floating: { type: Boolean, reflect: true },
    hours: {},
    closed: {},
    holidays: {},
    timezone: {},
    country: {},
    whatsappText: { attribute: 'whatsapp-text' },
    windowLength: { attribute: 'window-minutes' },
  };

  /** A button at the corner of the window, in place of standing in the page. */
  floating = false;
  /** When people answer, as OpenStreetMap's `opening_hours` writes it: `Mo-Fr 09:00-13:00,15:00-18:00; PH off`. Default: not said; calls can be asked for `Mo-Fr 09:00-18:00`. */
  hours: string | undefined;
  /** Days on which nobody does: dates and ranges, `2026-12-24/2027-01-06, 2027-03-19`. */
  closed: string | undefined;
  /** The public holidays that `PH` in `hours` means, written like `closed`. */
  holidays: string | undefined;
  /** IANA time zone in which all of this is meant, `Europe/Madrid`. Default: the visitor's own. */
  timezone: string | undefined;
  /** Region that a national phone number is from, by its code of two letters (ISO 3166-1): `ES`. Default: that of the language (`eu-ES`), else of the browser's; else it is asked for. */
  country: string | undefined;
  /** What the visitor's WhatsApp message begins with, before the page's title and address. */
  whatsappText: string | undefined;
  /** Length of a window that can be chosen for a call, in minutes, 15 to 1440. Default 120. */
  windowLength: string | undefined;

  /** @internal */
  override readonly language = new LocalizationController(this, callbackButtonWords);
  /** @internal */
  readonly wireName = 'callback';
  /** @internal */
  readonly wireFields = ['phone', 'when', 'day', 'window', 'topic', 'name'];
  /** @internal */
  readonly extrasBefore = 'topic';
  /** @internal Nothing is shown once more: the number is said back as it is written. */
  readonly review = false;
  /** @internal The submission that this one follows. */
  regarding: string | undefined;

  /** @internal */
  readonly panel = new LauncherController(this, {
    floats: () => this.floating,
    mayDismiss: () => this.form.edited.size === 0,
    prepare: () => this.#load(),
  });
  #bar: CallbackBar | undefined;
  #content: CallbackPanel | undefined;
  /** Fetches what is in the panel. */
  readonly #load = once(async () => {
    const [{ CallbackPanel }] = await Promise.all([
      import('./callback-panel.js'),
      this.updateComplete.then(() => this.language.complete()),
    ]);
    this.#content ??= new CallbackPanel(this);
    for (const values of this.#given.splice(0)) this.#content.request.prefill(values);
    this.requestUpdate();
  });
  #given: Readonly<Record<string, PrefillValue>>[] = [];
  #isPrepared = false;

  constructor() {
    super();
    new OpenersController(this);
  }

  /** @internal Fetches what the button needs to be shown at once. */
  static async prepare(locale: Locale): Promise<void> {
    await loadMessages(locale, callbackButtonWords);
  }

  /** @internal */
  get fields(): readonly Field[] {
    return this.#content?.request.fields ?? [];
  }
  /** @internal There once the panel is: only what is in it asks. */
  get form(): FormValues {
    return this.#content!.request.values;
  }
  /** @internal */
  get usableSince(): number {
    return this.#content?.request.usableSince ?? 0;
  }
  /** @internal */
  get touched(): boolean {
    return this.#content?.request.touched ?? false;
  }
  /** @internal Whether there is anywhere to send a request to. */
  get canSend(): boolean {
    const own = this.endpoint ?? pageSettings().endpoint ?? this.querySelector(':scope > form')?.getAttribute('action');
    return Boolean(this.transport ?? own);
  } // prettier-ignore
  /** @internal */
  get windowMinutes(): number {
    const { windowLength } = this;
    if (typeof windowLength !== 'string') return 120;
    const minutes = Number(windowLength);
    if (Number.isInteger(minutes) && minutes >= 15 && minutes <= 1440) return minutes;
    complain(this, 'window-minutes', windowLength, 'not a number from 15 to 1440; 120 is used');
    return 120;
  }

  /** @internal Here, since bundlers know what is there already only one step deep. */
  importEngine(): Promise<typeof EngineModule> {
    return import('./callback-engine.js');
  }

  /** Opens the panel; the focus goes there. Resolves when it is open. */
  show(): Promise<void> {
    return this.panel.show();
  }

  /** Closes the panel; what was written stays. */
  close(): void {
    this.panel.close();
  }

  /**
   * Fills in what is known from elsewhere: values by the names of the fields, and `regarding`. What the visitor has written
   * stays. A `question` is what the call is about.
   */
  prefill(values: Readonly<Record<string, PrefillValue>>): void {
    const { regarding } = values;
    if (typeof regarding === 'string') this.regarding = regarding;
    if (this.#content) this.#content.request.prefill(values);
    else this.#given.push(values);
  }

  /** The same as opening the panel and pressing the button that sends. Resolves when it is known how that ended. */
  async submit(): Promise<void> {
    await this.show();
    await this.updateComplete;
    await this.#content?.request.press();
  }

  /** Back to an empty form: what was written and its draft are gone. */
  reset(): void {
    this.#content?.request.reset();
    this.regarding = undefined;
  }

  /** Focuses the panel where it is open, else the button. */
  override focus(options?: FocusOptions): void {
    const id = this.panel.open ? 'panel' : 'launcher';
    this.shadowRoot?.getElementById(id)?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.language.current) this.#content?.update();
  }

  protected override updated(): void {
    const content = this.#content;
    const engine = content?.request.engine;
    this.setState('open', this.panel.open);
    this.showStates(content?.request);
    content?.updated();
    engine?.updated();
    if (!this.#leadsOn)
      // By then a framework has put in what it renders.
      whenIdle(() => {
        const why = 'no way to a person: set it, or put in links (tel:, mailto:, https://wa.me/…)';
        if (!this.#leadsOn) complain(this, 'endpoint', '', why);
      });
    if (this.#isPrepared || this.floating || this.hours === undefined) return;
    // The words about the hours are in sight here, and come a moment later.
    this.#isPrepared = true;
    whenIdle(() => void this.#load().catch(() => undefined));
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const words = this.language.current;
    this.#bar ??= new CallbackBar(this.shadowRoot!, this.panel);
    this.#bar.show(
      words &&
        this.#leadsOn && {
          lang: words.locale,
          dir: this.language.direction,
          name: this.nameOf(words),
          floats: this.floating,
          presence: this.hours === undefined ? undefined : (this.#content?.opening.presence()?.text ?? ''),
        },
    );
    if (words) this.#content?.draw(this.#bar.around, this.panel.panel, words.text('closePanel'));
  }

  /** Whether there is anything behind the button; else what stands in the tag is shown, as without the script. */
  get #leadsOn(): boolean {
    const { phone, email } = pageSettings();
    return this.canSend || Boolean(phone ?? email ?? this.querySelector('a[href],[slot]'));
  }

  /** @internal What a server shows. A browser draws the same, in {@link CallbackBar}. */
  render(): TemplateResult | undefined {
    return barTemplate(this);
  }

  /** @internal What is on the button: there may be more behind it than a call. */
  nameOf(words: Localization<'callback-button'>): string {
    const isMore = !this.canSend || this.querySelector(':scope > [slot=panel]') !== null;
    return words.text(isMore ? 'launcherAll' : 'launcher');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'harreman-callback-button': HarremanCallbackButton;
  }
}
