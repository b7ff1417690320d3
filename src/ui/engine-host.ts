import type { CSSResult, nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Field, FormEntry } from '../controllers/field.js';
import type { FormValues } from '../controllers/form-values.js';
import type { Transport } from '../controllers/sending.js';
import type { Phase } from '../controllers/submission-controller.js';
import type { Locale } from '../localization/locale.js';
import type { WidgetName } from '../submission/types.js';
import type { FieldView } from './field.js';
import type { FormWords } from './form-widget.js';
import type { TargetHost } from './target.js';
import type { Words } from './words.js';

/** The element that an engine works for. */
export interface EngineHost extends ReactiveControllerHost, TargetHost {
  readonly fields: readonly Field[];
  readonly form: FormValues;
  readonly language: { readonly current: { readonly locale: Locale } | undefined };
  readonly words: Words;
  readonly level: number;
  readonly review: boolean;
  readonly mayPersist: boolean;
  readonly rememberSource: boolean;
  readonly prefillUrl: string;
  readonly transport: Transport | undefined;
  readonly privacyAddress: string | undefined;
  readonly regarding: string | undefined;
  readonly wireName: WidgetName;
  readonly wireFields: readonly string[];
  readonly extrasBefore: string;
  readonly hiddenValues: readonly (readonly [string, string])[];
  readonly renderRoot: ParentNode & EventTarget;
  /** When the form could first be used, in milliseconds. */
  readonly usableSince: number;
  /** Whether anything was written by a person, or by the browser for one. */
  readonly touched: boolean;
  addStyles(styles: CSSResult): void;
  reset(): void;
}

type Shown = TemplateResult | typeof nothing;

/** What an engine adds to what its element shows. */
export interface EngineScreens {
  /** The kinds of control that only an owner's HTML has. */
  readonly rich: FieldView['rich'];
  /** What is wrong with a field, as its error message. */
  error(field: Field): TemplateResult | undefined;
  /** What is said beneath a control as it is filled. */
  advice(field: Field): Shown;
  file(field: Field): TemplateResult;
  notices(): Shown;
  summary(): Shown;
  review(): Shown;
  failure(): Shown;
  progress(): Shown;
  end(words: FormWords): TemplateResult;
}

/** What an element asks of the engine that works for it. */
export interface WidgetEngine {
  readonly screens: EngineScreens;
  readonly submission: { readonly phase: Phase; readonly busy: boolean; readonly slow: boolean };
  readonly problems: { readonly any: boolean };
  /** Whether the answers are shown once more before they are sent. */
  readonly reviewing: boolean;
  /** Said once, to those who listen. */
  readonly announcement: string;
  readonly ended: boolean;
  /** Whether the owner's HTML is shown in place of what could not work. */
  readonly standsBack: boolean;
  /** The same as pressing the button that sends. */
  submit(): Promise<void>;
  reset(): void;
  /** Called after each rendering. */
  updated(): void;
  /** The visitor has changed a field's value. */
  changed(field: Field): void;
  overlay(entries: readonly FormEntry[]): readonly FormEntry[];
}
