import { html, nothing, type TemplateResult } from 'lit';
import type { Field, FormEntry } from '../controllers/field.js';
import type { FilesController } from '../controllers/files-controller.js';
import type { FormController } from '../controllers/form-controller.js';
import type { FileRules } from '../validation/files.js';
import { fieldTemplate } from './field.js';
import { fileFieldTemplate } from './file-field.js';
import { problemText } from './text.js';
import type { Words } from './words.js';

/** The name of the consent box among a form's fields; on the wire it becomes `consent_text`, `_at` and `_url`. */
export const CONSENT = 'consent';

/** The field that only machines see. Its name means nothing to a browser or password manager that fills forms. */
const TRAP = 'hrm_check';

export interface FieldsView {
  readonly entries: readonly FormEntry[];
  readonly form: FormController;
  readonly files: FilesController;
  readonly words: Words;
  /** Address behind the words in the consent. */
  readonly privacyAddress: string | undefined;
  /** A likelier address than the one that was written. */
  readonly suggestion: { readonly name: string; readonly email: string } | undefined;
  readonly acceptSuggestion: () => void;
  readonly removeFile: (field: Field, file: File) => void;
}

export const idOf = (name: string): string => `field-${name.replace(/\s/g, '_')}`;

/** All places of a form in their order, each a field, a group of fields, or empty. */
export const fieldsTemplate = (view: FieldsView): TemplateResult => html`
  <div class="fields">
    ${view.entries.map((entry) => {
      if (!entry) return nothing;
      if (!('fields' in entry)) return oneTemplate(view, entry);
      const { legend, hint, slot } = entry;
      return html`<fieldset class="group" part="group" aria-describedby=${hint ? 'group-hint' : nothing}>
        <legend part="label">${legend}</legend>
        ${hint ? html`<p class="hint" part="hint" id="group-hint">${hint}</p>` : nothing}
        ${entry.fields.map((field) => oneTemplate(view, field))}
        ${slot ? html`<slot name=${slot}></slot>` : nothing}
      </fieldset>`;
    })}
  </div>
`;

const oneTemplate = (view: FieldsView, field: Field): TemplateResult => {
  const { form, files, words } = view;
  const problem = form.problem(field.name);
  const error = problem && problemText(words, field, problem);
  const id = idOf(field.name);
  if (field.name === CONSENT) return consentTemplate(view, field, error);
  if (field.files) {
    return fileFieldTemplate({
      field: field as Field & { files: FileRules },
      chosen: files.of(field.name),
      error,
      id,
      words,
      add: (chosen) => files.add(field.name, field.files!, chosen),
      remove: (file) => view.removeFile(field, file),
    });
  }
  const after = field.type === 'email' ? suggestionTemplate(view, field) : undefined;
  return fieldTemplate({ field, value: form.value(field), error, id, words, after });
};

/** Advice, never an error: the live region is there before it is written into. */
const suggestionTemplate = ({ suggestion, acceptSuggestion, words }: FieldsView, field: Field): TemplateResult =>
  html`<div class="suggestion" role="status">${suggestion?.name === field.name
      ? html`<span>${words.text('emailSuggestion', { email: suggestion.email })}</span>
          <button type="button" class="link" @click=${acceptSuggestion}>${words.text('emailSuggestionAccept')}</button>`
      : nothing}</div>`; // prettier-ignore

/** The label holds the whole sentence; its link opens beside the form, so that nothing written is lost. */
const consentTemplate = (
  { form, words, privacyAddress }: FieldsView,
  field: Field,
  error: string | undefined,
): TemplateResult => {
  const [before, linked, after] = splitLink(words.text('consent'));
  const link = privacyAddress
    ? html`<a href=${privacyAddress} target="_blank" rel="noopener" part="privacy-link"
        >${linked} ${words.text('newTab')}</a
      >`
    : linked;
  return html`<div class="field ${error ? 'invalid' : ''}" part="field consent">
    ${
      error
        ? html`<p class="error" part="error" id="consent-error">
            <span class="visually-hidden">${words.text('errorPrefix')}</span> ${error}
          </p>`
        : nothing
    }
    <div class="tick">
      <input
        type="checkbox"
        id=${idOf(CONSENT)}
        name=${CONSENT}
        value="yes"
        required
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'consent-error' : nothing}
        .checked=${form.value(field) !== ''}
      />
      <label for=${idOf(CONSENT)} part="label"><slot name="consent">${before}${link}${after}</slot></label>
    </div>
  </div>`;
};

/** Splits `I agree to the [privacy policy].` into what stands before, in and after the brackets. */
export const splitLink = (text: string): readonly [before: string, linked: string, after: string] => {
  const [, before = '', linked = '', after = ''] = /^([^[]*)\[([^\]]*)\](.*)$/s.exec(text) ?? [
    undefined,
    '',
    text,
  ];
  return [before, linked, after];
};

/**
 * A trap for machines that fill whatever they find. It is out of sight, of the tab order and of the accessibility
 * tree, and carries the marks by which password managers leave a field alone. What is in it is scored and sent,
 * never a reason to drop a message.
 */
export const trapTemplate = (words: Words): TemplateResult => html`
  <div class="trap" aria-hidden="true">
    <label for="trap">${words.text('honeypot')}</label>
    <input
      id="trap"
      name=${TRAP}
      tabindex="-1"
      autocomplete="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
    />
  </div>
`;

export const trapValue = (root: ParentNode | null): string =>
  root?.querySelector<HTMLInputElement>('#trap')?.value ?? '';

export interface FormView {
  readonly words: Words;
  /** Empty for no heading. */
  readonly heading: string;
  readonly level: number;
  /** By when there will be an answer; empty for no promise. */
  readonly promise: string;
  readonly sendLabel: string;
  readonly busy: boolean;
  /** Sending takes so long that it is said. */
  readonly slow: boolean;
  /** 0 to 1 while files are sent. */
  readonly progress: number | undefined;
  readonly draftRestored: boolean;
  readonly discardDraft: () => void;
  readonly summary: unknown;
  /** The fields, or the review of what was written in them. */
  readonly content: unknown;
  readonly failure: unknown;
}

/** The form as a whole. The submit button keeps its name while busy and is never `disabled`, so that focus stays. */
export const formTemplate = (view: FormView): TemplateResult => {
  const { words, heading, busy, progress } = view;
  const draft = html`<span>${words.text('draftRestored')}</span>
    <button type="button" class="link" @click=${view.discardDraft}>${words.text('draftDiscard')}</button>`;
  return html`
    <div id="heading" class="heading" part="heading">
      <slot name="heading"
        >${heading ? html`<span role="heading" aria-level=${view.level}>${heading}</span>` : nothing}</slot
      >
    </div>
    <slot name="intro"></slot>
    <form novalidate part="form" aria-labelledby="heading" aria-busy=${busy}>
      ${view.summary}
      <div class="notice" role="status">${view.draftRestored ? draft : nothing}</div>
      ${view.content} ${trapTemplate(words)}
      <slot name="captcha"></slot>
      ${view.failure} ${view.promise ? html`<p class="muted">${view.promise}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="primary" part="submit-button" aria-disabled=${busy}>
          ${view.sendLabel}
        </button>
        <p part="status" role="status">${view.slow ? words.text('sending') : nothing}</p>
      </div>
      ${
        busy && progress !== undefined
          ? html`<progress max="1" .value=${progress} aria-label=${words.text('uploading')}></progress>`
          : nothing
      }
    </form>
  `;
};
