import type { TemplateResult } from 'lit';
import type { FieldView } from '../ui/field.js';
import type { FieldRules, FieldValue } from '../validation/field.js';

/** Messages for a particular value that is missing. */
export type RequiredKey =
  | 'nameRequired'
  | 'emailRequired'
  | 'phoneRequired'
  | 'consentRequired'
  | 'topicRequired'
  | 'messageRequired'
  | 'questionRequired';

/** One of the answers that a choice offers. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A line beneath the label. */
  readonly hint?: string;
}

/** The limits of a file control, as an owner writes them; `readFileRules` reads them. */
export interface FileLimits {
  readonly accept?: string | null | undefined;
  readonly maxFiles?: string | null | undefined;
  readonly maxFileSize?: string | null | undefined;
}

/** The name of the consent box among a form's fields; on the wire it becomes `consent_text`, `_at` and `_url`. */
export const CONSENT = 'consent';

/** Whether a field is the kit's own consent; an owner's may have the same name. */
export const isConsent = ({ requiredKey }: Field): boolean => requiredKey === 'consentRequired';

/**
 * One control as the visitor meets it: what the kit's own fields, an owner's HTML and JSON all become, and the
 * only thing that templates, validation and drafts look at.
 */
export interface Field extends FieldRules {
  /** The wire field. */
  readonly name: string;
  readonly label: string;
  /** BCP 47 tag of what the owner wrote, where their HTML says one (WCAG 2.2, 3.1.2). */
  readonly lang?: string;
  readonly hint?: string;
  /** Of a `select`, `radio` or `checkboxes`. */
  readonly options?: readonly Option[];
  /** The value to start with; of a `checkbox`, the value that a tick sends is {@link checkedValue}. */
  readonly value?: FieldValue;
  readonly checkedValue?: string;
  readonly placeholder?: string;
  /** An HTML autofill token. */
  readonly autocomplete?: string;
  readonly rows?: number;
  /** Of a `file`. */
  readonly files?: FileLimits;
  /** The message for a value that is missing, if there is a better one than the general. */
  readonly requiredKey?: RequiredKey;
  /** One of several of which one is enough: neither required nor called optional. */
  readonly oneOf?: boolean;
  /** May stand beside another such field where there is room. */
  readonly half?: boolean;
  /** What a widget shows in place of a native control. */
  readonly template?: ((view: FieldView) => TemplateResult) | undefined;
  /** Helps to answer and is no answer by itself: not in the review, nor in the visitor's own copy. */
  readonly aside?: boolean | undefined;
}

/** Fields that belong together, in a `fieldset`. */
export interface FieldGroup {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
  /** A slot of the owner's at its end. */
  readonly slot?: string;
}

/**
 * A place in a form. One that is empty now keeps its place, so that the controls around it stay the same nodes,
 * with their focus and selection, when it fills.
 */
export type FormEntry = Field | FieldGroup | undefined;

/** All fields of a form's entries, in their order. */
export const fieldsOf = (entries: readonly FormEntry[]): readonly Field[] =>
  entries.flatMap((entry) => (entry ? ('fields' in entry ? entry.fields : [entry]) : []));
