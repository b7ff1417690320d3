import { html, nothing, type TemplateResult } from 'lit';
import { CONSENT, isConsent, type Field, type FormEntry } from '../controllers/field.js';
import type { FormValues } from '../controllers/form-values.js';
import type { WidgetEngine } from './engine-host.js';
import { fieldTemplate } from './field.js';
import type { Pressed } from './engine-dock.js';
import type { FormWords } from './form-widget.js';
import type { Words } from './words.js';

export interface FormView {
  readonly entries: readonly FormEntry[];
  readonly form: FormValues;
  readonly words: Words;
  readonly phrases: FormWords;
  readonly level: number;
  /** Address behind the words of the consent. */
  readonly privacyAddress: string | undefined;
  /** There once somebody has touched the form. */
  readonly engine: WidgetEngine | undefined;
  /** The visitor wants to send, and the engine has yet to come or can't be had. */
  readonly pressed: Pressed;
  /**
   * The button that sends is pressed. Enter becomes its click, too, and a frame sandboxed without `allow-forms` has no
   * `submit`. Nothing around it listens to clicks: Firefox has screen readers say "clickable" of that.
   */
  readonly press?: (() => void) | undefined;
  /** Of a form of several steps: where the visitor is, and the way back. */
  readonly steps?: TemplateResult | undefined;
  readonly back?: TemplateResult | typeof nothing | undefined;
  /** Whether another step follows. */
  readonly goesOn?: boolean | undefined;
}

export const idOf = (name: string): string => `field-${name.replace(/\s/g, '_')}`;

/** The form as a whole. The button that sends is never `disabled`, so that it keeps its name and its focus. */
export const formTemplate = (view: FormView): TemplateResult => {
  const { words, engine, phrases } = view;
  const { heading, promise, send } = phrases;
  const press = (event: Event): void => {
    event.preventDefault();
    view.press?.();
  };
  const { busy = view.pressed === 'busy', slow } = engine?.submission ?? {};
  // The truth in a sentence, for when the panel that would tell it could not be fetched either, and the owner's HTML.
  const stranded =
    view.pressed === 'stranded' && !engine
      ? html`<p class="failure" id="retry" part="failure" role="alert">${words.text('stranded')}</p>
          <slot></slot>`
      : nothing;
  return html`<div class="view">
    <div id="heading" class="heading">
      <slot name="heading"
        >${heading ? html`<span role="heading" aria-level=${view.level} part="heading">${heading}</span>` : nothing}</slot
      >
    </div>
    <slot name="intro"></slot>
    <form novalidate part="form" aria-labelledby="heading" aria-busy=${busy} @submit=${press}>
      ${view.steps} ${engine?.screens.summary()}
      <div role="status">${engine?.screens.notices()}</div>
      ${engine?.reviewing ? engine.screens.review() : html`<div class="fields">${view.entries.map((entry, index) => entryTemplate(view, entry, `group-${index}-hint`))}</div>`}
      ${trapTemplate(words)} ${view.goesOn ? nothing : html`<slot name="captcha"></slot>`}
      ${engine?.screens.failure()} ${stranded} ${promise ? html`<p class="muted">${promise}</p>` : nothing}
      <div class="actions">
        ${view.back}
        <button type="submit" class="primary" part="submit-button" aria-disabled=${busy} @click=${press}>${send}</button>
        <p part="status" role="status">${slow ? words.text('sending') : nothing}</p>
      </div>
      ${engine?.screens.progress()}
    </form>
  </div>`;
}; // prettier-ignore

/** Each place is a field, a group of fields, or empty. */
export const entryTemplate = (
  view: FormView,
  entry: FormEntry,
  hintId: string,
): TemplateResult | typeof nothing => {
  if (!entry) return nothing;
  if (!('fields' in entry)) return oneTemplate(view, entry);
  const { legend, hint, slot } = entry;
  return html`<fieldset class="group" part="group" aria-describedby=${hint ? hintId : nothing}>
    <legend part="label">${legend}</legend>
    ${hint ? html`<p class="hint" part="hint" id=${hintId}>${hint}</p>` : nothing}
    ${entry.fields.map((field) => oneTemplate(view, field))}
    ${slot ? html`<slot name=${slot}></slot>` : nothing}
  </fieldset>`;
};

const oneTemplate = (view: FormView, field: Field): TemplateResult => {
  const { form, engine, words } = view;
  if (isConsent(field)) return consentTemplate(view, field);
  if (field.files && engine) return engine.screens.file(field);
  const error = engine?.screens.error(field);
  const after = engine?.screens.advice(field);
  const id = idOf(field.name);
  const one = fieldTemplate({
    field,
    value: form.value(field),
    error,
    id,
    words,
    after,
    rich: engine?.screens.rich,
  });
  return field.lang ? html`<div lang=${field.lang}>${one}</div>` : one;
};

/** The label holds the whole sentence; its link opens beside the form, so that nothing written is lost. */
const consentTemplate = ({ form, words, privacyAddress, engine }: FormView, field: Field): TemplateResult => {
  const text = words.text('consent').split(/[[\]]/);
  // Without brackets all of it is the link.
  const [before, linked, after] = text[1] ? text : ['', ...text];
  const id = idOf(CONSENT);
  const error = engine?.screens.error(field);
  const link = privacyAddress
    ? html`<a href=${privacyAddress} target="_blank" rel="noopener" part="privacy-link">${linked}&nbsp;${words.text('newTab')}</a>`
    : linked;
  return html`<div class="field ${error ? 'invalid' : ''}" part="field consent">
    ${error}
    <div class="tick">
      <input type="checkbox" id=${id} name=${CONSENT} value="yes" aria-required="true" aria-invalid=${Boolean(error)}
        aria-describedby=${error ? `${id}-error` : nothing} .checked=${form.value(field) !== ''} />
      <label for=${id} part="label"><slot name="consent">${before}${link}${after}</slot></label>
    </div>
  </div>`;
}; // prettier-ignore

/** The consent as a field like the others. */
export const consentField = (words: Words): Field => ({
  name: CONSENT,
  type: 'checkbox',
  label: words.text('consent').replace(/[[\]]/g, ''),
  required: true,
  requiredKey: 'consentRequired',
});

/**
 * A trap for machines that fill whatever they find. It is out of sight, of the tab order and of the accessibility
 * tree, its name means nothing to a browser that fills forms, and it carries the marks by which password managers
 * leave a field alone. What is in it is scored and sent, never a reason to drop a message.
 */
export const trapTemplate = (words: Words): TemplateResult => html`
  <div class="visually-hidden" aria-hidden="true">
    <label for="trap">${words.text('honeypot')}</label>
    <input
      id="trap"
      name="hrm_check"
      tabindex="-1"
      autocomplete="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
    />
  </div>
`;

export const trapValue = (root: ParentNode): string =>
  root.querySelector<HTMLInputElement>('#trap')?.value ?? '';
